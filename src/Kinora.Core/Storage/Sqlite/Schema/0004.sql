-- What providers called back, as it came. Rows that are not proven are few, small and kept for a short time.
CREATE TABLE callbacks (
  number        INTEGER PRIMARY KEY AUTOINCREMENT,
  generation_id TEXT,
  proven        INTEGER NOT NULL,
  digest        TEXT NOT NULL,
  at            INTEGER NOT NULL,
  document      TEXT NOT NULL
);
CREATE INDEX callbacks_by_generation ON callbacks (generation_id, number);
CREATE INDEX callbacks_by_time ON callbacks (proven, at);
