-- Documents are larger than what fits into the tree of a table without row ids: each took a page of its own. As rows of a common table several share one.
CREATE TABLE new_generations (
  id          TEXT PRIMARY KEY NOT NULL,
  account_id  TEXT NOT NULL REFERENCES accounts (id),
  version     INTEGER NOT NULL,
  status      TEXT NOT NULL,
  due_at      INTEGER,
  lease_owner TEXT,
  parent_id   TEXT,
  line        TEXT NOT NULL DEFAULT '',
  model_id    TEXT NOT NULL DEFAULT '',
  mode        TEXT NOT NULL DEFAULT '',
  search      TEXT NOT NULL DEFAULT '',
  favorite    INTEGER NOT NULL DEFAULT 0,
  tags        TEXT NOT NULL DEFAULT '',
  share_token TEXT,
  deleted_at  INTEGER,
  purged      INTEGER NOT NULL DEFAULT 0,
  group_id    TEXT,
  group_item  TEXT,
  document    TEXT NOT NULL
);
INSERT INTO new_generations
SELECT id, account_id, version, status, due_at, lease_owner, parent_id, line, model_id, mode, search, favorite, tags, share_token, deleted_at, purged, group_id, group_item, document
FROM generations ORDER BY id;
DROP TABLE generations;
ALTER TABLE new_generations RENAME TO generations;
CREATE INDEX generations_by_account ON generations (account_id, id);
CREATE INDEX generations_by_parent ON generations (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX generations_due ON generations (status, line, due_at) WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX generations_by_share ON generations (share_token) WHERE share_token IS NOT NULL;
CREATE INDEX generations_deleted ON generations (deleted_at) WHERE deleted_at IS NOT NULL AND purged = 0;
CREATE INDEX generations_by_group ON generations (group_id, id) WHERE group_id IS NOT NULL;
