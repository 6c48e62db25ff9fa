-- What every claim and every completion paid for.

-- Nobody asks for tasks by their owner: open runs are found by theirs.
DROP INDEX task_owned;

-- The same rule with less looking. It ends the whole transaction rather than the statement: for that SQLite need not copy every
-- page that an insert touches before it, and the writer begins the group again, each write alone.
DROP TRIGGER event_chain;
CREATE TRIGGER event_chain BEFORE INSERT ON event
  WHEN EXISTS(SELECT 1 FROM event WHERE seq>=NEW.seq)
    OR (NOT EXISTS(SELECT 1 FROM event WHERE seq=NEW.seq-1 AND hash=NEW.prev) AND NOT(NEW.seq=1 AND NEW.prev=x'00'))
  BEGIN SELECT RAISE(ROLLBACK,'events are a chain'); END;
