-- How people sign in: by a name and a password, or by an identity at the operator's provider. Who is deactivated does not.
ALTER TABLE accounts ADD COLUMN deactivated_at INTEGER;

CREATE TABLE passwords (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL UNIQUE,
  hash       TEXT NOT NULL,
  changed_at INTEGER NOT NULL
);

CREATE TABLE identities (
  id         TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  issuer     TEXT NOT NULL,
  subject    TEXT NOT NULL,
  name       TEXT,
  linked_at  INTEGER NOT NULL
);
CREATE INDEX identities_by_account ON identities (account_id);

-- People who are at the provider now; each row is good for one return.
CREATE TABLE sign_in_visits (
  state      TEXT NOT NULL PRIMARY KEY,
  browser    TEXT NOT NULL,
  verifier   TEXT NOT NULL,
  account_id TEXT,
  expires_at INTEGER NOT NULL
);

-- Wrong passwords in a row, by name and by address.
CREATE TABLE sign_in_tries (
  subject      TEXT NOT NULL PRIMARY KEY,
  wrong        INTEGER NOT NULL,
  last_at      INTEGER NOT NULL,
  locked_until INTEGER NOT NULL
);

-- How a session began, and what browser has it.
ALTER TABLE credentials ADD COLUMN method TEXT;
ALTER TABLE credentials ADD COLUMN agent TEXT;
