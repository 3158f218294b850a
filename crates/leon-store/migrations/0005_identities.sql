-- Who a person is at a sign-in service: by e-mail until they have come in once, and then by the service's own name for
-- them, which no other person is given.
CREATE TABLE identities (
    issuer TEXT NOT NULL,
    claim TEXT NOT NULL,
    value TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    created_at TEXT NOT NULL,
    PRIMARY KEY (issuer, claim, value)
);
CREATE UNIQUE INDEX identities_by_person ON identities (person, issuer);
