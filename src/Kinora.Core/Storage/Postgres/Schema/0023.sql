-- Events of one commit about an account are one row: these are the generations of those before its last, oldest first, with commas between them.
ALTER TABLE events ADD COLUMN earlier TEXT COLLATE "C";

-- The elements of a JSON array, as SQLite has it: so lists are parameters on both.
CREATE FUNCTION json_each(list TEXT) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE AS
  'SELECT value FROM json_array_elements_text(CAST(list AS json)) AS element (value)';
