-- The secret address of a person's calendar. The token itself is never kept, only its SHA-256.
CREATE TABLE calendars (
    person TEXT PRIMARY KEY REFERENCES people (id),
    token TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
);
