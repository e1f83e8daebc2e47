-- What runs waits in the line of its provider account; until now there was one, called kie.
ALTER TABLE generations ADD COLUMN line TEXT NOT NULL DEFAULT '';
UPDATE generations SET line = 'kie' WHERE status = 'running';
DROP INDEX generations_due;
CREATE INDEX generations_due ON generations (status, line, due_at) WHERE due_at IS NOT NULL;
