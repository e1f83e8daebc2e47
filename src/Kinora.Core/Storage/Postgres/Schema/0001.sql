-- What SQLite's scripts come to, table by table and column by column; a test compares the two. Times are Unix milliseconds.
-- Keys sort by their bytes, as SQLite's do. Rows that the group commit writes have no foreign keys: it has just locked what they refer to.
CREATE FUNCTION kinora_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS
  'SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)';

-- Every commit changes the figures of some account, and no index: with room in its page that needs no new index entry.
CREATE TABLE accounts (
  id         TEXT COLLATE "C" PRIMARY KEY,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  balance    BIGINT NOT NULL DEFAULT 0,
  held       BIGINT NOT NULL DEFAULT 0,
  last_event BIGINT NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE ledger (
  number         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id     TEXT COLLATE "C" NOT NULL,
  generation_id  TEXT COLLATE "C",
  kind           TEXT COLLATE "C" NOT NULL,
  balance_change BIGINT NOT NULL,
  held_change    BIGINT NOT NULL,
  at             BIGINT NOT NULL,
  note           TEXT,
  UNIQUE (generation_id, kind)
);
CREATE INDEX ledger_by_account ON ledger (account_id, number);

CREATE TABLE generations (
  id          TEXT COLLATE "C" PRIMARY KEY,
  account_id  TEXT COLLATE "C" NOT NULL,
  version     BIGINT NOT NULL,
  status      TEXT COLLATE "C" NOT NULL,
  due_at      BIGINT,
  lease_owner TEXT,
  document    TEXT NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX generations_by_account ON generations (account_id, id);
CREATE INDEX generations_due ON generations (status, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE history (
  generation_id TEXT COLLATE "C" NOT NULL,
  number        BIGINT NOT NULL,
  at            BIGINT NOT NULL,
  from_status   TEXT,
  to_status     TEXT NOT NULL,
  cause         TEXT NOT NULL,
  detail        TEXT,
  PRIMARY KEY (generation_id, number)
);

CREATE TABLE events (
  account_id    TEXT COLLATE "C" NOT NULL,
  number        BIGINT NOT NULL,
  generation_id TEXT COLLATE "C",
  PRIMARY KEY (account_id, number)
);

CREATE TABLE idempotency (
  account_id    TEXT COLLATE "C" NOT NULL,
  key           TEXT COLLATE "C" NOT NULL,
  body_hash     TEXT NOT NULL,
  generation_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (account_id, key)
);

CREATE TABLE credentials (
  kind       TEXT COLLATE "C" NOT NULL,
  hash       TEXT COLLATE "C" NOT NULL,
  account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  PRIMARY KEY (kind, hash)
);

CREATE TABLE assets (
  id         TEXT COLLATE "C" PRIMARY KEY,
  account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
  document   TEXT NOT NULL
);

CREATE TABLE secrets (
  name  TEXT COLLATE "C" PRIMARY KEY,
  value BYTEA NOT NULL
);

CREATE TABLE loose_files (
  key      TEXT COLLATE "C" PRIMARY KEY,
  sweep_at BIGINT NOT NULL,
  sweeping BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX loose_files_due ON loose_files (sweep_at);

CREATE TABLE leases (
  name      TEXT COLLATE "C" PRIMARY KEY,
  owner     TEXT NOT NULL,
  lapses_at BIGINT NOT NULL
);

-- From here on what one process alone needs no table for.

-- The last slots of a budget that were given away, in order, as many as it has calls.
CREATE TABLE rate_budgets (
  name  TEXT COLLATE "C" PRIMARY KEY,
  given BIGINT[] NOT NULL
) WITH (fillfactor = 50);

-- Commits that took place: how a node whose connection broke in the middle of one finds out.
CREATE TABLE commit_marks (
  id TEXT COLLATE "C" PRIMARY KEY,
  at BIGINT NOT NULL
);
