-- Sums and counts that every tick, reservation and start asks for, kept by triggers so that nobody can forget them.

-- How many stages of a root may still change: a root with none waits for the daemon.
ALTER TABLE task ADD COLUMN live INTEGER NOT NULL DEFAULT 0;
UPDATE task SET live=(SELECT count(*) FROM task s WHERE s.root_id=task.id AND s.stage IS NOT NULL AND s.state IN('open','running','held'))
  WHERE stage IS NULL;
CREATE INDEX task_advance ON task(id) WHERE stage IS NULL AND state='open' AND assignee IS NULL AND live=0;
CREATE TRIGGER task_live_filed AFTER INSERT ON task WHEN NEW.stage IS NOT NULL AND NEW.state IN('open','running','held')
  BEGIN UPDATE task SET live=live+1 WHERE id=NEW.root_id; END;
CREATE TRIGGER task_live_moved AFTER UPDATE OF state ON task
  WHEN NEW.stage IS NOT NULL AND (OLD.state IN('open','running','held')) <> (NEW.state IN('open','running','held'))
  BEGIN UPDATE task SET live=live+iif(NEW.state IN('open','running','held'), 1, -1) WHERE id=NEW.root_id; END;

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
