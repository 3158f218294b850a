-- Text, whole numbers and nothing else, so that SQLite and PostgreSQL read the same file.
-- Instants are UTC, `2026-11-22T13:30:00.000000Z`, and sort as text. What is missing is '' or 0, never null.

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    failures BIGINT NOT NULL,
    locked_until TEXT NOT NULL,
    created_at TEXT NOT NULL
);

CREATE TABLE grants (
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (person, role, place)
);

-- Tokens themselves are never kept, only their SHA-256.
CREATE TABLE sessions (
    token TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

-- What people bring: a case, a day of visits, a period of shifts. Never changed: a new version is a new row.
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    body TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX documents_by_kind ON documents (kind, created_at);

-- What planners answer, with everything needed to have the same answer again.
CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    asked TEXT NOT NULL,
    input_sha256 TEXT NOT NULL,
    version TEXT NOT NULL,
    seed TEXT NOT NULL,
    budget TEXT NOT NULL,
    body TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX answers_by_document ON answers (document, made_at);

-- Plans that people work by, number by number; the last one counts.
CREATE TABLE publications (
    document TEXT NOT NULL REFERENCES documents (id),
    number BIGINT NOT NULL,
    answer TEXT NOT NULL REFERENCES answers (id),
    published_by TEXT NOT NULL,
    published_at TEXT NOT NULL,
    PRIMARY KEY (document, number)
);

-- What happened: rows are added and never changed. Each row holds the hash of itself and the row before it.
CREATE TABLE events (
    number BIGINT PRIMARY KEY,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    detail TEXT NOT NULL,
    sha256 TEXT NOT NULL
);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    asked TEXT NOT NULL,
    state TEXT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    worker TEXT NOT NULL,
    leased_until TEXT NOT NULL,
    answer TEXT NOT NULL,
    failure TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    ended_at TEXT NOT NULL
);
CREATE INDEX jobs_by_state ON jobs (state, created_at);
