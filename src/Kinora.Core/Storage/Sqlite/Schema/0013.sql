-- What a person has set for the studio: a document that the server does not read.
CREATE TABLE preferences (
  account_id TEXT PRIMARY KEY REFERENCES accounts (id),
  document   TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX ledger_by_time ON ledger (account_id, at) WHERE kind = 'capture';
