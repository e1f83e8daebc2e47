-- What a key may do, from where, and when it was used last. A session that a key began lives as long as the key.
ALTER TABLE credentials
  ADD COLUMN scope TEXT NOT NULL DEFAULT 'Admin',
  ADD COLUMN allowed_ips TEXT,
  ADD COLUMN used_at BIGINT,
  ADD COLUMN key_hash TEXT COLLATE "C";

-- By which key it was spent.
ALTER TABLE ledger ADD COLUMN key_id TEXT COLLATE "C";

-- What an account is held to, and how far it has come, its keys with caps (JSON) included: every commit reads and writes this row anyway.
ALTER TABLE accounts
  ADD COLUMN max_concurrent BIGINT,
  ADD COLUMN daily_generations BIGINT,
  ADD COLUMN at_providers BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN day BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN day_generations BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN key_caps TEXT;
UPDATE accounts SET at_providers = (
  SELECT COUNT(*) FROM generations WHERE generations.account_id = accounts.id AND generations.status IN ('submitting', 'running'));
