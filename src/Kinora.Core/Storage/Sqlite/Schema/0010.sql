-- Reports of what works.
CREATE TABLE diagnostics (
  id       TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL
);
