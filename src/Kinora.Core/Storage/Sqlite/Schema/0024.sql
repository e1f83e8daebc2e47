-- Events of one commit about an account are one row: these are the generations of those before its last, oldest first, with commas between them.
ALTER TABLE events ADD COLUMN earlier TEXT;
