-- What employees wish of a period, before its roster is made. A wish that is withdrawn stays, with when.
CREATE TABLE wishes (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id),
    person TEXT NOT NULL,
    wanted TEXT NOT NULL,
    first_date TEXT NOT NULL,
    last_date TEXT NOT NULL,
    stated_at TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL
);
CREATE INDEX wishes_by_document ON wishes (document, stated_at);
