-- What people do with their takes. It stands beside the document, which is the engine's.
ALTER TABLE generations
  ADD COLUMN model_id TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN mode TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN search TEXT NOT NULL DEFAULT '',
  ADD COLUMN favorite BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN tags TEXT NOT NULL DEFAULT '',
  ADD COLUMN share_token TEXT COLLATE "C",
  ADD COLUMN deleted_at BIGINT,
  ADD COLUMN purged BIGINT NOT NULL DEFAULT 0;
UPDATE generations SET
  model_id = document::json ->> 'modelId', mode = document::json ->> 'mode',
  search = lower(COALESCE(document::json #>> '{input,prompt}', '') || ' ' || (document::json ->> 'modelName'));
CREATE UNIQUE INDEX generations_by_share ON generations (share_token) WHERE share_token IS NOT NULL;
CREATE INDEX generations_deleted ON generations (deleted_at) WHERE deleted_at IS NOT NULL AND purged = 0;

CREATE TABLE collections (
  id         TEXT COLLATE "C" PRIMARY KEY,
  account_id TEXT COLLATE "C" NOT NULL,
  name       TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX collections_by_account ON collections (account_id, id);

CREATE TABLE collection_items (
  collection_id TEXT COLLATE "C" NOT NULL,
  generation_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (collection_id, generation_id)
);
