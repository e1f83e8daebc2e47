-- How each way to have a model made is doing: a breaker for each account, API and model.
CREATE TABLE route_health (
  account  TEXT COLLATE "C" NOT NULL,
  endpoint TEXT COLLATE "C" NOT NULL,
  model    TEXT COLLATE "C" NOT NULL,
  document TEXT NOT NULL,
  version  BIGINT NOT NULL,
  PRIMARY KEY (account, endpoint, model)
);

-- What was once seen of it: the last ones of each.
CREATE TABLE verdicts (
  id       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  account  TEXT COLLATE "C" NOT NULL,
  endpoint TEXT COLLATE "C" NOT NULL,
  model    TEXT COLLATE "C" NOT NULL,
  document TEXT NOT NULL
);
CREATE INDEX verdicts_by_route ON verdicts (account, endpoint, model, id);

-- How many generations of each variant were made, and how many failed through no fault of their users, by hours since 1970.
CREATE TABLE variant_outcomes (
  variant_id TEXT COLLATE "C" NOT NULL,
  hour       BIGINT NOT NULL,
  succeeded  BIGINT NOT NULL,
  failed     BIGINT NOT NULL,
  PRIMARY KEY (variant_id, hour)
);
