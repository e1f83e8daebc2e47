-- What a person has set for the studio: a document that the server does not read.
CREATE TABLE preferences (
  account_id TEXT COLLATE "C" PRIMARY KEY,
  document   TEXT NOT NULL
);
CREATE INDEX ledger_by_time ON ledger (account_id, at) WHERE kind = 'capture';
