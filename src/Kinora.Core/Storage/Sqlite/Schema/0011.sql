-- What is to be posted to callers: a row for each change that they asked to hear of, due until it was taken or given up.
CREATE TABLE deliveries (
  generation_id TEXT NOT NULL REFERENCES generations (id),
  number        INTEGER NOT NULL,
  surface       TEXT NOT NULL,
  url           TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  due_at        INTEGER,
  tries         INTEGER NOT NULL DEFAULT 0,
  answer        TEXT,
  PRIMARY KEY (generation_id, number)
) WITHOUT ROWID;
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_done ON deliveries (created_at) WHERE due_at IS NULL;
