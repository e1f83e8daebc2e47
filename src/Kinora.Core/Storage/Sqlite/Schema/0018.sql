-- What a key may do, from where, and when it was used last. A session that a key began lives as long as the key.
ALTER TABLE credentials ADD COLUMN scope TEXT NOT NULL DEFAULT 'Admin';
ALTER TABLE credentials ADD COLUMN allowed_ips TEXT;
ALTER TABLE credentials ADD COLUMN used_at INTEGER;
ALTER TABLE credentials ADD COLUMN key_hash TEXT;

-- By which key it was spent.
ALTER TABLE ledger ADD COLUMN key_id TEXT;

-- What an account is held to, and how far it has come, its keys with caps (JSON) included: every commit reads and writes this row anyway.
ALTER TABLE accounts ADD COLUMN max_concurrent INTEGER;
ALTER TABLE accounts ADD COLUMN daily_generations INTEGER;
ALTER TABLE accounts ADD COLUMN at_providers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN day_generations INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN key_caps TEXT;
UPDATE accounts SET at_providers = (
  SELECT COUNT(*) FROM generations WHERE generations.account_id = accounts.id AND generations.status IN ('submitting', 'running'));
