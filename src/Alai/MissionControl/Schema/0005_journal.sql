-- A statement that may fail half-way keeps a copy of each page it touches: for a claim, a completion and a ledger row that was
-- fifteen pages a job. None of them needs it: what breaks a rule ends the whole group, and the writer runs each write again alone.

-- Whatever calls a function may fail half-way, LIKE too; a comparison and coalesce may not. The rule is the same, but for an owner written HUMAN:, whom
-- it lets no longer pass.
PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET sql=replace(sql,
  'coalesce(owner,'''') NOT LIKE ''human:%''',
  'NOT(coalesce(owner,'''')>=''human:'' AND coalesce(owner,'''')<''human;'')')
  WHERE type='table' AND name='task';
PRAGMA writable_schema=RESET;

-- An upsert may always fail half-way, and an insert out of its own table copies it first.
CREATE TRIGGER ledger_quarter BEFORE INSERT ON ledger WHEN NOT EXISTS(SELECT 1 FROM ledger_sum WHERE quarter=NEW.at/900000)
  BEGIN INSERT INTO ledger_sum VALUES(NEW.at/900000, 0); END;
DROP TRIGGER ledger_reserved;
CREATE TRIGGER ledger_reserved AFTER INSERT ON ledger BEGIN
  UPDATE ledger_sum SET micro=micro+coalesce(NEW.settled_micro,NEW.reserved_micro) WHERE quarter=NEW.at/900000; END;

-- The ready list is ordered by time within each priority: what waits longest is asked of it.
DROP INDEX task_wait;
