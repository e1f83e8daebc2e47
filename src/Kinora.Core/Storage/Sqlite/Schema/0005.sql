-- How long generations took: counts on a scale of steps, which fade as new ones come.
CREATE TABLE durations (
  variant_id      TEXT NOT NULL,
  mode            TEXT NOT NULL,
  typical_seconds INTEGER NOT NULL,
  step            INTEGER NOT NULL,
  takes           REAL NOT NULL,
  PRIMARY KEY (variant_id, mode, typical_seconds, step)
) WITHOUT ROWID;
