-- Requests that are made for one purpose. Their items are a document; what was made for an item says so itself.
CREATE TABLE generation_groups (
  id         TEXT COLLATE "C" PRIMARY KEY,
  account_id TEXT COLLATE "C" NOT NULL,
  kind       TEXT COLLATE "C" NOT NULL,
  name       TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  version    BIGINT NOT NULL,
  last_item  BIGINT NOT NULL,
  item_ids   TEXT NOT NULL,
  items      TEXT NOT NULL
);
CREATE INDEX generation_groups_by_account ON generation_groups (account_id, id);

ALTER TABLE generations
  ADD COLUMN group_id TEXT COLLATE "C",
  ADD COLUMN group_item TEXT COLLATE "C";
CREATE INDEX generations_by_group ON generations (group_id, id) WHERE group_id IS NOT NULL;
