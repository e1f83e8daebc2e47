-- Clips that are made into one film. What is due is waiting or in the making; a lease is the due time moved on.
CREATE TABLE joins (
  id           TEXT COLLATE "C" PRIMARY KEY,
  account_id   TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
  status       TEXT NOT NULL,
  progress     BIGINT NOT NULL DEFAULT 0,
  tries        BIGINT NOT NULL DEFAULT 0,
  plan         TEXT NOT NULL,
  output       TEXT,
  failure      TEXT,
  created_at   BIGINT NOT NULL,
  started_at   BIGINT,
  completed_at BIGINT,
  due_at       BIGINT,
  lease_owner  TEXT,
  key          TEXT COLLATE "C",
  body_hash    TEXT
);
CREATE INDEX joins_by_account ON joins (account_id, id);
CREATE INDEX joins_due ON joins (due_at) WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX joins_by_key ON joins (account_id, key) WHERE key IS NOT NULL;
