-- What was made of another take.
ALTER TABLE generations ADD COLUMN parent_id TEXT;
CREATE INDEX generations_by_parent ON generations (parent_id, id) WHERE parent_id IS NOT NULL;

-- Uploads go when they have not been used for long; what is there counts as used now.
ALTER TABLE assets ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
UPDATE assets SET used_at = kinora_now();
CREATE INDEX assets_by_use ON assets (used_at);

-- Where each account's events stood on which day, so that old ones can be told from new ones.
CREATE TABLE event_marks (
  account_id TEXT NOT NULL,
  number     INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (account_id, number)
) WITHOUT ROWID;
