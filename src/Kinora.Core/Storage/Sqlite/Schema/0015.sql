-- Clips that are made into one film. What is due is waiting or in the making; a lease is the due time moved on.
CREATE TABLE joins (
  id           TEXT PRIMARY KEY NOT NULL,
  account_id   TEXT NOT NULL REFERENCES accounts (id),
  status       TEXT NOT NULL,
  progress     INTEGER NOT NULL DEFAULT 0,
  tries        INTEGER NOT NULL DEFAULT 0,
  plan         TEXT NOT NULL,
  output       TEXT,
  failure      TEXT,
  created_at   INTEGER NOT NULL,
  started_at   INTEGER,
  completed_at INTEGER,
  due_at       INTEGER,
  lease_owner  TEXT,
  key          TEXT,
  body_hash    TEXT
);
CREATE INDEX joins_by_account ON joins (account_id, id);
CREATE INDEX joins_due ON joins (due_at) WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX joins_by_key ON joins (account_id, key) WHERE key IS NOT NULL;
