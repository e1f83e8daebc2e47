-- How each way to have a model made is doing: a breaker for each account, API and model.
CREATE TABLE route_health (
  account  TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  model    TEXT NOT NULL,
  document TEXT NOT NULL,
  version  INTEGER NOT NULL,
  PRIMARY KEY (account, endpoint, model)
);

-- What was once seen of it: the last ones of each.
CREATE TABLE verdicts (
  id       TEXT NOT NULL PRIMARY KEY,
  account  TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  model    TEXT NOT NULL,
  document TEXT NOT NULL
);
CREATE INDEX verdicts_by_route ON verdicts (account, endpoint, model, id);

-- How many generations of each variant were made, and how many failed through no fault of their users, by hours since 1970.
CREATE TABLE variant_outcomes (
  variant_id TEXT NOT NULL,
  hour       INTEGER NOT NULL,
  succeeded  INTEGER NOT NULL,
  failed     INTEGER NOT NULL,
  PRIMARY KEY (variant_id, hour)
);
