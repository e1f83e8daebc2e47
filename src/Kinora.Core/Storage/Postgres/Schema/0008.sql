-- Reports of what works.
CREATE TABLE diagnostics (
  id       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  document TEXT NOT NULL
);
