-- What providers called back, as it came. Rows that are not proven are few, small and kept for a short time.
CREATE TABLE callbacks (
  number        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  generation_id TEXT COLLATE "C",
  proven        BIGINT NOT NULL,
  digest        TEXT NOT NULL,
  at            BIGINT NOT NULL,
  document      TEXT NOT NULL
);
CREATE INDEX callbacks_by_generation ON callbacks (generation_id, number);
CREATE INDEX callbacks_by_time ON callbacks (proven, at);
