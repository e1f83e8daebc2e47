-- What a collection is for, in its owner's words.
ALTER TABLE collections ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Takes that count for items of groups because somebody chose them, also those that were not made for the group.
CREATE TABLE group_choices (
  group_id      TEXT COLLATE "C" NOT NULL REFERENCES generation_groups (id),
  item_id       TEXT COLLATE "C" NOT NULL,
  generation_id TEXT COLLATE "C" NOT NULL REFERENCES generations (id),
  PRIMARY KEY (group_id, item_id)
);
