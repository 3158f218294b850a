-- The same question is under way once: who asks a second time is given the first.
CREATE UNIQUE INDEX jobs_under_way ON jobs (document, kind, asked) WHERE state IN ('waiting', 'running');
