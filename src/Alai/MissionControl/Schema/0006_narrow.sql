-- What every claim and completion writes is one small row; what a task is called and how it was filed lies in a row of its own, which
-- neither touches. Forty of the small rows fit on a page where twelve did.

CREATE TABLE task_card(
  task_id INTEGER PRIMARY KEY REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  uid TEXT NOT NULL UNIQUE,
  depth INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL CHECK(title<>''),
  product TEXT NOT NULL,
  filer TEXT NOT NULL,
  accountable TEXT,
  complexity INTEGER NOT NULL CHECK(complexity BETWEEN 1 AND 5),
  domain TEXT NOT NULL,
  kind TEXT NOT NULL,
  confidence REAL NOT NULL,
  classified_by TEXT NOT NULL,
  deploy INTEGER NOT NULL,
  docs INTEGER NOT NULL,
  trust INTEGER NOT NULL,
  hold_text TEXT,
  hold_lifted_by TEXT,
  unique_key TEXT UNIQUE
) STRICT;
INSERT INTO task_card SELECT id,uid,depth,title,product,filer,accountable,complexity,domain,kind,confidence,classified_by,deploy,docs,trust,
  hold_text,hold_lifted_by,unique_key FROM task;

CREATE TABLE task_narrow(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES task(id),
  stage TEXT CHECK(stage='build' OR stage='review' OR stage='security' OR stage='ops' OR stage='docs' OR stage='single'),
  round INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK(state='open' OR state='running' OR state='held' OR state='done' OR state='cancelled'),
  hold_code TEXT CHECK(hold_code='safety_rule' OR hold_code='needs_approval' OR hold_code='human_tier' OR hold_code='question'
    OR hold_code='attempts_exhausted' OR hold_code='rounds_exhausted' OR hold_code='paused' OR hold_code='blocked'
    OR hold_code='budget' OR hold_code='config' OR hold_code='sandbox' OR hold_code='outcome_unknown'),
  priority INTEGER NOT NULL CHECK(priority BETWEEN 0 AND 3),
  given_priority INTEGER NOT NULL DEFAULT 2 CHECK(given_priority BETWEEN 0 AND 3),
  run_at INTEGER NOT NULL,
  due_at INTEGER,
  sensitivity INTEGER NOT NULL CHECK(sensitivity BETWEEN 0 AND 2),
  approval_id INTEGER REFERENCES approval(id),
  consent_id INTEGER REFERENCES approval(id),
  assignee TEXT,
  touched_at INTEGER,
  live INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  transients INTEGER NOT NULL DEFAULT 0,
  escalations INTEGER NOT NULL DEFAULT 0,
  tier INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER,
  owner TEXT,
  wait_reason TEXT NOT NULL DEFAULT '',
  company TEXT,
  outcome TEXT,
  branch TEXT,
  artefact_hash TEXT,
  CHECK((state='held') = (hold_code IS NOT NULL)),
  CHECK((state='running') = (owner IS NOT NULL)),
  CHECK(NOT(state='running' AND stage IS NULL)),
  -- The rail is a CHECK, not a trigger: it also covers INSERT, REPLACE and raising sensitivity on a live task.
  CHECK(NOT(state='running' AND sensitivity>=2 AND NOT(coalesce(owner,'')>='human:' AND coalesce(owner,'')<'human;') AND approval_id IS NULL))
) STRICT;
INSERT INTO task_narrow SELECT id,root_id,parent_id,stage,round,state,hold_code,priority,given_priority,run_at,due_at,sensitivity,approval_id,
  consent_id,assignee,touched_at,live,attempts,transients,escalations,tier,fence,version,created_at,updated_at,finished_at,owner,wait_reason,
  company,outcome,branch,artefact_hash FROM task;
DROP TABLE task;
ALTER TABLE task_narrow RENAME TO task;

CREATE INDEX task_ready ON task(priority, run_at, id) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_family ON task(root_id, id);
CREATE INDEX task_parent ON task(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_held ON task(priority, updated_at, id) WHERE state='held';
CREATE INDEX task_roots ON task(id) WHERE stage IS NULL;
CREATE INDEX task_urgent ON task(priority, id) WHERE stage IS NULL;
CREATE INDEX task_standing ON task(state, id) WHERE stage IS NULL;
CREATE INDEX task_finished ON task(finished_at) WHERE stage IS NULL AND state='done';
CREATE INDEX task_age ON task(priority, given_priority, created_at) WHERE stage IS NULL AND state='open' AND priority>1;
CREATE INDEX task_due ON task(due_at, id) WHERE due_at IS NOT NULL AND finished_at IS NULL;
CREATE INDEX task_advance ON task(id) WHERE stage IS NULL AND state='open' AND assignee IS NULL AND live=0;
CREATE TRIGGER task_sensitivity BEFORE UPDATE OF sensitivity ON task WHEN NEW.sensitivity < OLD.sensitivity
  BEGIN SELECT RAISE(ABORT,'sensitivity may only rise'); END;
CREATE TRIGGER task_kept BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
CREATE TRIGGER card_kept BEFORE DELETE ON task_card BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
-- INSERT OR REPLACE deletes without firing the triggers above on conflicts of other keys: refuse any second row.
CREATE TRIGGER task_once BEFORE INSERT ON task WHEN EXISTS(SELECT 1 FROM task WHERE id=NEW.id)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;
CREATE TRIGGER card_once BEFORE INSERT ON task_card WHEN EXISTS(SELECT 1 FROM task_card WHERE task_id=NEW.task_id OR uid=NEW.uid OR unique_key=NEW.unique_key)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;
CREATE TRIGGER task_live_filed AFTER INSERT ON task WHEN NEW.stage IS NOT NULL AND NEW.state NOT IN('done','cancelled')
  BEGIN UPDATE task SET live=live+1 WHERE id=NEW.root_id; END;
CREATE TRIGGER task_live_moved AFTER UPDATE OF state ON task
  WHEN NEW.stage IS NOT NULL AND (OLD.state NOT IN('done','cancelled')) <> (NEW.state NOT IN('done','cancelled'))
  BEGIN UPDATE task SET live=live+iif(NEW.state NOT IN('done','cancelled'), 1, -1) WHERE id=NEW.root_id; END;
