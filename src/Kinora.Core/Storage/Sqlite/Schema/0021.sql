-- An order that people give a collection. What is in one already stands newest first, as it was listed.
ALTER TABLE collection_items ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE collection_items SET place = ordered.place
FROM (SELECT collection_id, generation_id, row_number() OVER (PARTITION BY collection_id ORDER BY generation_id DESC) AS place FROM collection_items) ordered
WHERE ordered.collection_id = collection_items.collection_id AND ordered.generation_id = collection_items.generation_id;
