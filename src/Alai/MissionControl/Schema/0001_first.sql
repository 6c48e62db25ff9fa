-- The hot table is narrow: bodies and inputs live in task_body. Times are Unix milliseconds.
CREATE TABLE task(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  root_id INTEGER NOT NULL REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES task(id),
  stage TEXT CHECK(stage IN('build','review','security','ops','docs','single')),
  round INTEGER NOT NULL DEFAULT 0,
  depth INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL CHECK(title<>''),
  product TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK(priority BETWEEN 0 AND 3),
  filer TEXT NOT NULL,
  accountable TEXT,
  assignee TEXT,
  touched_at INTEGER,
  complexity INTEGER NOT NULL CHECK(complexity BETWEEN 1 AND 5),
  domain TEXT NOT NULL,
  kind TEXT NOT NULL,
  confidence REAL NOT NULL,
  classified_by TEXT NOT NULL,
  deploy INTEGER NOT NULL,
  docs INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN('open','running','held','done','cancelled')),
  hold_code TEXT CHECK(hold_code IN('safety_rule','needs_approval','human_tier','question','attempts_exhausted',
    'rounds_exhausted','paused','blocked','budget','config','sandbox','outcome_unknown')),
  hold_text TEXT,
  hold_lifted_by TEXT,
  sensitivity INTEGER NOT NULL CHECK(sensitivity BETWEEN 0 AND 2),
  trust INTEGER NOT NULL,
  approval_id INTEGER REFERENCES approval(id),
  consent_id INTEGER REFERENCES approval(id),
  attempts INTEGER NOT NULL DEFAULT 0,
  transients INTEGER NOT NULL DEFAULT 0,
  escalations INTEGER NOT NULL DEFAULT 0,
  tier INTEGER NOT NULL DEFAULT 0,
  run_at INTEGER NOT NULL,
  wait_reason TEXT NOT NULL DEFAULT '',
  fence INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  company TEXT,
  branch TEXT,
  artefact_hash TEXT,
  outcome TEXT,
  unique_key TEXT UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER,
  CHECK((state='held') = (hold_code IS NOT NULL)),
  CHECK((state='running') = (owner IS NOT NULL)),
  CHECK(NOT(state='running' AND stage IS NULL)),
  -- The rail is a CHECK, not a trigger: it also covers INSERT, REPLACE and raising sensitivity on a live task.
  CHECK(NOT(state='running' AND sensitivity>=2 AND coalesce(owner,'') NOT LIKE 'human:%' AND approval_id IS NULL))
) STRICT;
CREATE INDEX task_ready ON task(priority, run_at, id) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_wait ON task(run_at) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_family ON task(root_id, id);
CREATE INDEX task_parent ON task(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_owned ON task(owner) WHERE state='running';
CREATE INDEX task_held ON task(priority, updated_at, id) WHERE state='held';
CREATE INDEX task_roots ON task(id) WHERE stage IS NULL;
CREATE INDEX task_urgent ON task(priority, id) WHERE stage IS NULL;
CREATE INDEX task_standing ON task(state, id) WHERE stage IS NULL;
CREATE INDEX task_finished ON task(finished_at) WHERE stage IS NULL AND state='done';
CREATE TRIGGER task_sensitivity BEFORE UPDATE OF sensitivity ON task WHEN NEW.sensitivity < OLD.sensitivity
  BEGIN SELECT RAISE(ABORT,'sensitivity may only rise'); END;
CREATE TRIGGER task_kept BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
-- INSERT OR REPLACE deletes without firing the trigger above on conflicts of other keys: refuse any second row.
CREATE TRIGGER task_once BEFORE INSERT ON task WHEN EXISTS(SELECT 1 FROM task WHERE id=NEW.id OR uid=NEW.uid)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;

CREATE TABLE task_body(
  task_id INTEGER PRIMARY KEY REFERENCES task(id),
  labels TEXT NOT NULL,
  criteria TEXT NOT NULL,
  verify TEXT,
  why TEXT NOT NULL,
  last_failure TEXT NOT NULL DEFAULT '',
  input TEXT,
  pipeline TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE task_label(label TEXT NOT NULL, task_id INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(label, task_id)) STRICT, WITHOUT ROWID;
CREATE TABLE dependency(task_id INTEGER NOT NULL REFERENCES task(id), needs INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(task_id, needs), CHECK(task_id<>needs)) STRICT, WITHOUT ROWID;
CREATE INDEX dependency_rev ON dependency(needs, task_id);

CREATE TABLE approval(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id),
  kind TEXT NOT NULL,
  subject_hash TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  voided_at INTEGER
) STRICT;

CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task(id),
  root_id INTEGER NOT NULL REFERENCES task(id),
  stage TEXT NOT NULL,
  fence INTEGER NOT NULL,
  owner TEXT NOT NULL,
  route TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT,
  reason TEXT NOT NULL DEFAULT '',
  stopped INTEGER NOT NULL DEFAULT 0,
  phase TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  pulsed_at INTEGER NOT NULL,
  workspace TEXT,
  processes TEXT,
  figures TEXT NOT NULL DEFAULT '{}',
  checks TEXT NOT NULL DEFAULT '[]',
  judgement TEXT,
  artefact_hash TEXT,
  branch TEXT,
  UNIQUE(task_id, fence)
) STRICT;
CREATE INDEX run_open ON run(owner) WHERE ended_at IS NULL;
CREATE INDEX run_ended ON run(ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE ledger(
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL,
  root_id INTEGER NOT NULL,
  run_id INTEGER NOT NULL,
  reserved_micro INTEGER NOT NULL CHECK(reserved_micro>=0),
  settled_micro INTEGER CHECK(settled_micro>=0),
  at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
CREATE INDEX ledger_day ON ledger(at);
CREATE INDEX ledger_root ON ledger(root_id);

CREATE TABLE outbox(
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  idem_key TEXT NOT NULL UNIQUE,
  payload TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  sent_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox(due_at, id) WHERE sent_at IS NULL;

CREATE TABLE effect(
  idem_key TEXT PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task(id),
  step TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK(status IN('intent','done','failed')),
  output TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX effect_open ON effect(at) WHERE status='intent';

CREATE TABLE tick(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, data TEXT NOT NULL) STRICT;
CREATE TABLE flag(name TEXT PRIMARY KEY, actor TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, is_on INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE event(
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  task_id INTEGER,
  root_id INTEGER,
  run_id INTEGER,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  data TEXT NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX event_root ON event(root_id, seq) WHERE root_id IS NOT NULL;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'events are append only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'events are append only'); END;
CREATE TRIGGER event_chain BEFORE INSERT ON event BEGIN
  SELECT RAISE(ABORT,'events are a chain') WHERE NEW.seq IS NOT (SELECT coalesce(max(seq),0)+1 FROM event)
    OR NEW.prev IS NOT coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), x'00'); END;
