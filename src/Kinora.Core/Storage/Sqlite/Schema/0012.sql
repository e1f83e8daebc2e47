-- What people do with their takes. It stands beside the document, which is the engine's.
ALTER TABLE generations ADD COLUMN model_id TEXT NOT NULL DEFAULT '';
ALTER TABLE generations ADD COLUMN mode TEXT NOT NULL DEFAULT '';
ALTER TABLE generations ADD COLUMN search TEXT NOT NULL DEFAULT '';
ALTER TABLE generations ADD COLUMN favorite INTEGER NOT NULL DEFAULT 0;
ALTER TABLE generations ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE generations ADD COLUMN share_token TEXT;
ALTER TABLE generations ADD COLUMN deleted_at INTEGER;
ALTER TABLE generations ADD COLUMN purged INTEGER NOT NULL DEFAULT 0;
UPDATE generations SET
  model_id = json_extract(document, '$.modelId'), mode = json_extract(document, '$.mode'),
  search = lower(COALESCE(json_extract(document, '$.input.prompt'), '') || ' ' || json_extract(document, '$.modelName'));
CREATE UNIQUE INDEX generations_by_share ON generations (share_token) WHERE share_token IS NOT NULL;
CREATE INDEX generations_deleted ON generations (deleted_at) WHERE deleted_at IS NOT NULL AND purged = 0;

CREATE TABLE collections (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX collections_by_account ON collections (account_id, id);

CREATE TABLE collection_items (
  collection_id TEXT NOT NULL REFERENCES collections (id),
  generation_id TEXT NOT NULL REFERENCES generations (id),
  PRIMARY KEY (collection_id, generation_id)
) WITHOUT ROWID;
