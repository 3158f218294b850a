-- What was answered to requests that carry a key, so that the same request again is the same answer and not done twice.
-- Status 0 is under way.
CREATE TABLE requests (
    person TEXT NOT NULL,
    request TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    status BIGINT NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    PRIMARY KEY (person, request)
);
CREATE INDEX requests_by_begun_at ON requests (begun_at);
