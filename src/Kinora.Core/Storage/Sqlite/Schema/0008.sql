-- Provider accounts that administrators entered; their keys are protected.
CREATE TABLE provider_accounts (
  id       TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL,
  version  INTEGER NOT NULL
);

-- What those keys are protected by, where nodes share a database.
CREATE TABLE data_keys (
  name TEXT NOT NULL PRIMARY KEY,
  xml  TEXT NOT NULL
);

-- Uploads that still lie at a provider, so that they are not sent again.
CREATE TABLE provider_files (
  account  TEXT NOT NULL,
  asset_id TEXT NOT NULL,
  address  TEXT NOT NULL,
  until    INTEGER NOT NULL,
  PRIMARY KEY (account, asset_id)
);
CREATE INDEX provider_files_until ON provider_files (until);

-- What each account was asked to spend on which day, in millionths of a US dollar.
CREATE TABLE provider_spending (
  account TEXT NOT NULL,
  day     TEXT NOT NULL,
  spent   INTEGER NOT NULL,
  PRIMARY KEY (account, day)
);

-- Who was let in to an account that takes so many at a time, until the submission is written down.
CREATE TABLE provider_places (
  account       TEXT NOT NULL,
  generation_id TEXT NOT NULL,
  until         INTEGER NOT NULL,
  PRIMARY KEY (account, generation_id)
);
