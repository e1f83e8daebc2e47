-- Who does what only one at a time is to do.
CREATE TABLE leases (
  name      TEXT PRIMARY KEY,
  owner     TEXT NOT NULL,
  lapses_at INTEGER NOT NULL
) WITHOUT ROWID;
