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

-- What was made of another take.
ALTER TABLE generations ADD COLUMN parent_id TEXT COLLATE "C";
CREATE INDEX generations_by_parent ON generations (parent_id, id) WHERE parent_id IS NOT NULL;

-- Uploads go when they have not been used for long; what is there counts as used now.
ALTER TABLE assets ADD COLUMN used_at BIGINT NOT NULL DEFAULT 0;
UPDATE assets SET used_at = kinora_now();
CREATE INDEX assets_by_use ON assets (used_at);

-- Where each account's events stood on which day, so that old ones can be told from new ones.
CREATE TABLE event_marks (
  account_id TEXT COLLATE "C" NOT NULL,
  number     BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (account_id, number)
);
