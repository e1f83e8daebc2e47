-- How long generations took: counts on a scale of steps, which fade as new ones come.
CREATE TABLE durations (
  variant_id      TEXT COLLATE "C" NOT NULL,
  mode            TEXT COLLATE "C" NOT NULL,
  typical_seconds BIGINT NOT NULL,
  step            BIGINT NOT NULL,
  takes           DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (variant_id, mode, typical_seconds, step)
);
