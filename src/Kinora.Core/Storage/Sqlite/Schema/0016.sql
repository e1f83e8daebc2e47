-- An account has each file once. Of copies that are there already, the newest answers for the bytes.
ALTER TABLE assets ADD COLUMN sha256 TEXT;
ALTER TABLE assets ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE assets SET kind = substr(json_extract(document, '$.facts.contentType'), 1, instr(json_extract(document, '$.facts.contentType'), '/') - 1);
UPDATE assets SET sha256 = json_extract(document, '$.sha256') WHERE id IN (
  SELECT max(id) FROM assets GROUP BY account_id, json_extract(document, '$.sha256'));
CREATE UNIQUE INDEX assets_by_bytes ON assets (account_id, sha256);
CREATE INDEX assets_by_account ON assets (account_id, id);

-- What people call their keys, and how those begin; NULL for what is no key of theirs.
ALTER TABLE credentials ADD COLUMN name TEXT;
ALTER TABLE credentials ADD COLUMN prefix TEXT;
CREATE INDEX credentials_by_account ON credentials (account_id, kind);
