-- What a link tells and allows, and until when it holds. Those that there are tell and allow all, for as long as nobody ends them.
ALTER TABLE generations ADD COLUMN share_prompt INTEGER NOT NULL DEFAULT 1;
ALTER TABLE generations ADD COLUMN share_download INTEGER NOT NULL DEFAULT 1;
ALTER TABLE generations ADD COLUMN share_ends_at INTEGER;
