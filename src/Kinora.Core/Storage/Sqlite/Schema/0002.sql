-- A lease is the due time moved on, so that the next due row is the first of an index.
ALTER TABLE generations DROP COLUMN leased_until;

-- Files that nothing refers to: being written, or to be deleted.
CREATE TABLE loose_files (
  key      TEXT PRIMARY KEY,
  sweep_at INTEGER NOT NULL,
  sweeping INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX loose_files_due ON loose_files (sweep_at);
