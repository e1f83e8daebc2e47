-- Provider accounts that administrators entered; their keys are protected.
CREATE TABLE provider_accounts (
  id       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  document TEXT NOT NULL,
  version  BIGINT NOT NULL
);

-- What those keys are protected by, where nodes share a database.
CREATE TABLE data_keys (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  xml  TEXT NOT NULL
);

-- Uploads that still lie at a provider, so that they are not sent again.
CREATE TABLE provider_files (
  account  TEXT COLLATE "C" NOT NULL,
  asset_id TEXT COLLATE "C" NOT NULL,
  address  TEXT NOT NULL,
  until    BIGINT NOT NULL,
  PRIMARY KEY (account, asset_id)
);
CREATE INDEX provider_files_until ON provider_files (until);

-- What each account was asked to spend on which day, in millionths of a US dollar.
CREATE TABLE provider_spending (
  account TEXT COLLATE "C" NOT NULL,
  day     TEXT COLLATE "C" NOT NULL,
  spent   BIGINT NOT NULL,
  PRIMARY KEY (account, day)
);

-- Who was let in to an account that takes so many at a time, until the submission is written down.
CREATE TABLE provider_places (
  account       TEXT COLLATE "C" NOT NULL,
  generation_id TEXT COLLATE "C" NOT NULL,
  until         BIGINT NOT NULL,
  PRIMARY KEY (account, generation_id)
);
