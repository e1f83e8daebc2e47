-- Requests that are made for one purpose. Their items are a document; what was made for an item says so itself.
CREATE TABLE generation_groups (
  id         TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kind       TEXT NOT NULL,
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  last_item  INTEGER NOT NULL,
  item_ids   TEXT NOT NULL,
  items      TEXT NOT NULL
);
CREATE INDEX generation_groups_by_account ON generation_groups (account_id, id);

ALTER TABLE generations ADD COLUMN group_id TEXT;
ALTER TABLE generations ADD COLUMN group_item TEXT;
CREATE INDEX generations_by_group ON generations (group_id, id) WHERE group_id IS NOT NULL;
