-- Webhooks of accounts: where events go, and what they are signed with.
CREATE TABLE webhook_endpoints (
  id              TEXT NOT NULL PRIMARY KEY,
  account_id      TEXT NOT NULL REFERENCES accounts (id),
  url             TEXT NOT NULL,
  events          TEXT NOT NULL,
  description     TEXT,
  enabled         INTEGER NOT NULL,
  disabled_reason TEXT,
  created_at      INTEGER NOT NULL
);
CREATE INDEX webhook_endpoints_by_account ON webhook_endpoints (account_id, id);

-- An endpoint's, or an account's own, by which what goes to the addresses of single requests is signed.
CREATE TABLE webhook_secrets (
  owner      TEXT NOT NULL PRIMARY KEY,
  secret     TEXT NOT NULL,
  old_secret TEXT,
  old_until  INTEGER
);

-- The enabled endpoints and what they want to hear, written again with each change of them: each commit reads its account's row anyway.
ALTER TABLE accounts ADD COLUMN webhooks TEXT;

-- Receivers that have not taken anything since they failed. One that is slowed down is asked again only then, and then once.
CREATE TABLE delivery_lanes (
  lane          TEXT NOT NULL PRIMARY KEY,
  failing_since INTEGER NOT NULL,
  slowed_until  INTEGER
);

-- Deliveries get an id of their own, and those of webhooks keep the generation as it was.
CREATE TABLE new_deliveries (
  id            TEXT NOT NULL PRIMARY KEY,
  account_id    TEXT NOT NULL,
  generation_id TEXT,
  number        INTEGER NOT NULL,
  surface       TEXT NOT NULL,
  type          TEXT,
  endpoint_id   TEXT,
  url           TEXT,
  lane          TEXT NOT NULL,
  document      TEXT,
  created_at    INTEGER NOT NULL,
  due_at        INTEGER,
  tries         INTEGER NOT NULL DEFAULT 0,
  taken         INTEGER NOT NULL DEFAULT 0,
  answer        TEXT,
  log           TEXT
);
INSERT INTO new_deliveries (id, account_id, generation_id, number, surface, url, lane, created_at, due_at, tries, taken, answer)
SELECT 'evt_' || substr(d.generation_id, 5) || '_' || d.number, g.account_id, d.generation_id, d.number, d.surface, d.url, d.generation_id, d.created_at, d.due_at, d.tries,
  CASE d.answer WHEN 'taken' THEN 1 ELSE 0 END, d.answer
FROM deliveries d JOIN generations g ON g.id = d.generation_id;
DROP TABLE deliveries;
ALTER TABLE new_deliveries RENAME TO deliveries;
CREATE INDEX deliveries_due ON deliveries (due_at, lane) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_by_lane ON deliveries (lane, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_done ON deliveries (created_at) WHERE due_at IS NULL;
CREATE INDEX deliveries_by_generation ON deliveries (generation_id, number);
CREATE INDEX deliveries_by_account ON deliveries (account_id, id);
CREATE INDEX deliveries_by_endpoint ON deliveries (endpoint_id, created_at) WHERE endpoint_id IS NOT NULL;
