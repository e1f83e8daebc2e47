-- Times are Unix milliseconds. Documents are JSON; a column beside one exists because a query needs it.
CREATE TABLE accounts (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  role        TEXT NOT NULL,
  balance     INTEGER NOT NULL DEFAULT 0,
  held        INTEGER NOT NULL DEFAULT 0,
  last_event  INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE ledger (
  number         INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id     TEXT NOT NULL REFERENCES accounts (id),
  generation_id  TEXT,
  kind           TEXT NOT NULL,
  balance_change INTEGER NOT NULL,
  held_change    INTEGER NOT NULL,
  at             INTEGER NOT NULL,
  note           TEXT,
  UNIQUE (generation_id, kind)
);
CREATE INDEX ledger_by_account ON ledger (account_id, number);

CREATE TABLE generations (
  id           TEXT PRIMARY KEY,
  account_id   TEXT NOT NULL REFERENCES accounts (id),
  version      INTEGER NOT NULL,
  status       TEXT NOT NULL,
  due_at       INTEGER,
  lease_owner  TEXT,
  leased_until INTEGER,
  document     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX generations_by_account ON generations (account_id, id);
CREATE INDEX generations_due ON generations (status, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE history (
  generation_id TEXT NOT NULL REFERENCES generations (id),
  number        INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  from_status   TEXT,
  to_status     TEXT NOT NULL,
  cause         TEXT NOT NULL,
  detail        TEXT,
  PRIMARY KEY (generation_id, number)
) WITHOUT ROWID;

CREATE TABLE events (
  account_id    TEXT NOT NULL REFERENCES accounts (id),
  number        INTEGER NOT NULL,
  generation_id TEXT,
  PRIMARY KEY (account_id, number)
) WITHOUT ROWID;

CREATE TABLE idempotency (
  account_id    TEXT NOT NULL REFERENCES accounts (id),
  key           TEXT NOT NULL,
  body_hash     TEXT NOT NULL,
  generation_id TEXT NOT NULL REFERENCES generations (id),
  PRIMARY KEY (account_id, key)
) WITHOUT ROWID;

CREATE TABLE credentials (
  kind       TEXT NOT NULL,
  hash       TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (kind, hash)
) WITHOUT ROWID;

CREATE TABLE assets (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  document   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE secrets (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;
