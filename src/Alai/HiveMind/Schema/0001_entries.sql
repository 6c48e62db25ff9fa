CREATE TABLE entry (
    id          INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    kind        TEXT    NOT NULL,
    body        TEXT    NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
    body_hash   TEXT    NOT NULL,
    product     TEXT    NOT NULL,
    said_by     TEXT    NOT NULL CHECK (said_by <> ''),
    trust       TEXT    NOT NULL,
    task_id     INTEGER,
    run_id      INTEGER,
    model       TEXT    NOT NULL,
    tier        INTEGER NOT NULL,
    learned_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    retracted   TEXT    NOT NULL DEFAULT '',
    recalls     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The same text is learned once a product; a retracted one may be learned again, with another verdict.
CREATE UNIQUE INDEX entry_once ON entry (product, body_hash) WHERE retracted = '';
CREATE INDEX entry_new ON entry (learned_at) WHERE retracted = '';

-- Only the words; the text lives in entry. Scope, expiry and retraction are read from entry before ranking.
CREATE VIRTUAL TABLE entry_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
