-- Sums and counts that every tick, reservation and start asks for, kept by triggers so that nobody can forget them.

-- SQLite makes a table of its own for every IN of more than two words, each time a row is checked: comparing is several times
-- faster. The rules stay the same, so no row is looked at.
PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET sql=replace(replace(replace(sql,
  'CHECK(stage IN(''build'',''review'',''security'',''ops'',''docs'',''single''))',
  'CHECK(stage=''build'' OR stage=''review'' OR stage=''security'' OR stage=''ops'' OR stage=''docs'' OR stage=''single'')'),
  'CHECK(state IN(''open'',''running'',''held'',''done'',''cancelled''))',
  'CHECK(state=''open'' OR state=''running'' OR state=''held'' OR state=''done'' OR state=''cancelled'')'),
  'CHECK(hold_code IN(''safety_rule'',''needs_approval'',''human_tier'',''question'',''attempts_exhausted'',
    ''rounds_exhausted'',''paused'',''blocked'',''budget'',''config'',''sandbox'',''outcome_unknown''))',
  'CHECK(hold_code=''safety_rule'' OR hold_code=''needs_approval'' OR hold_code=''human_tier'' OR hold_code=''question''
    OR hold_code=''attempts_exhausted'' OR hold_code=''rounds_exhausted'' OR hold_code=''paused'' OR hold_code=''blocked''
    OR hold_code=''budget'' OR hold_code=''config'' OR hold_code=''sandbox'' OR hold_code=''outcome_unknown'')')
  WHERE type='table' AND name='task';
PRAGMA writable_schema=RESET;

-- How many stages of a root may still change: a root with none waits for the daemon.
ALTER TABLE task ADD COLUMN live INTEGER NOT NULL DEFAULT 0;
UPDATE task SET live=(SELECT count(*) FROM task s WHERE s.root_id=task.id AND s.stage IS NOT NULL AND s.state NOT IN('done','cancelled'))
  WHERE stage IS NULL;
CREATE INDEX task_advance ON task(id) WHERE stage IS NULL AND state='open' AND assignee IS NULL AND live=0;
CREATE TRIGGER task_live_filed AFTER INSERT ON task WHEN NEW.stage IS NOT NULL AND NEW.state NOT IN('done','cancelled')
  BEGIN UPDATE task SET live=live+1 WHERE id=NEW.root_id; END;
CREATE TRIGGER task_live_moved AFTER UPDATE OF state ON task
  WHEN NEW.stage IS NOT NULL AND (OLD.state NOT IN('done','cancelled')) <> (NEW.state NOT IN('done','cancelled'))
  BEGIN UPDATE task SET live=live+iif(NEW.state NOT IN('done','cancelled'), 1, -1) WHERE id=NEW.root_id; END;

-- Money by quarter of an hour: a day's sum is 96 rows, however many calls it had.
CREATE TABLE ledger_sum(quarter INTEGER PRIMARY KEY, micro INTEGER NOT NULL) STRICT;
INSERT INTO ledger_sum SELECT at/900000, sum(coalesce(settled_micro,reserved_micro)) FROM ledger GROUP BY 1;
CREATE TRIGGER ledger_reserved AFTER INSERT ON ledger BEGIN
  INSERT INTO ledger_sum VALUES(NEW.at/900000, coalesce(NEW.settled_micro,NEW.reserved_micro))
    ON CONFLICT(quarter) DO UPDATE SET micro=micro+excluded.micro; END;
CREATE TRIGGER ledger_settled AFTER UPDATE OF settled_micro ON ledger BEGIN
  UPDATE ledger_sum SET micro=micro+coalesce(NEW.settled_micro,NEW.reserved_micro)-coalesce(OLD.settled_micro,OLD.reserved_micro)
    WHERE quarter=NEW.at/900000; END;

-- Counts group commits; the anchor outside the database holds the number too, so the loss of a write without an event is noticed.
CREATE TABLE store_commit(id INTEGER PRIMARY KEY CHECK(id=1), number INTEGER NOT NULL) STRICT;
INSERT INTO store_commit VALUES(1,0);
