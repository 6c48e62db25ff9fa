-- What people asked for around a task: due days, priorities that age, words to find it by, and the way back.

-- The priority a person gave; task.priority is the one that counts now, so the order of the ready index stays usable.
ALTER TABLE task ADD COLUMN given_priority INTEGER NOT NULL DEFAULT 2 CHECK(given_priority BETWEEN 0 AND 3);
UPDATE task SET given_priority=priority;
-- Roots only: a claim changes a stage's row, so it never touches this index.
CREATE INDEX task_age ON task(priority, given_priority, created_at) WHERE stage IS NULL AND state='open' AND priority>1;

ALTER TABLE task ADD COLUMN due_at INTEGER;
CREATE INDEX task_due ON task(due_at, id) WHERE due_at IS NOT NULL AND finished_at IS NULL;

-- People who ever filed or did something; an owner's bare name must be one of them, a company's or an agent's.
CREATE TABLE person(name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO person(name) SELECT filer FROM task WHERE filer LIKE 'human:%';
INSERT OR IGNORE INTO person(name) SELECT assignee FROM task WHERE assignee LIKE 'human:%';
INSERT OR IGNORE INTO person(name) SELECT accountable FROM task WHERE accountable LIKE 'human:%';

-- Words of roots; written at filing and editing alone. The texts themselves are in task and task_body.
CREATE VIRTUAL TABLE task_words USING fts5(title, body, labels, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
INSERT INTO task_words(rowid, title, body, labels)
  SELECT t.id, t.title, b.body, b.labels FROM task t JOIN task_body b ON b.task_id=t.id WHERE t.stage IS NULL;

-- What a person's last verbs found before they changed it: what undo puts back. Only the newest are kept.
CREATE TABLE step_back(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id),
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  version INTEGER NOT NULL,
  before TEXT NOT NULL
) STRICT;
CREATE INDEX step_back_actor ON step_back(actor, id);

-- Recurring work. A slot is the moment a schedule names; each fires at most once, whatever the clock does.
CREATE TABLE schedule(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  cron TEXT NOT NULL,
  zone TEXT NOT NULL,
  template TEXT NOT NULL,
  missed TEXT NOT NULL CHECK(missed IN('one','skip','all')),
  most INTEGER NOT NULL CHECK(most BETWEEN 1 AND 100),
  actor TEXT NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0,
  -- Every slot up to this moment was fired or passed over.
  seen_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE schedule_fire(
  schedule_id INTEGER NOT NULL REFERENCES schedule(id) ON DELETE CASCADE,
  slot INTEGER NOT NULL,
  task_id INTEGER REFERENCES task(id),
  note TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  PRIMARY KEY(schedule_id, slot)
) STRICT, WITHOUT ROWID;
