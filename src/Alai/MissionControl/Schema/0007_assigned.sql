-- What people took into their own hands is found without looking at what they did not. Roots only: no claim touches this index.
CREATE INDEX task_assigned ON task(priority, id) WHERE assignee IS NOT NULL AND stage IS NULL AND (state='open' OR state='held');
