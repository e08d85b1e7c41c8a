-- From record version 3 to 4: linking across reports. All coded documents wait for it; the next run of code or link links them.
BEGIN;
-- Linking across reports. Documents that are yet to be linked, and components and sources to look at again because a document went.
CREATE TABLE IF NOT EXISTS link_pending (kind VARCHAR NOT NULL, id VARCHAR NOT NULL);
-- What mentions of a document share, its MinHash sketch, and the source: the smallest id among its near-duplicates.
CREATE TABLE IF NOT EXISTS link_documents (document VARCHAR NOT NULL, published_day INTEGER, countries VARCHAR[] NOT NULL, names VARCHAR[] NOT NULL, sketch INTEGER[] NOT NULL, source VARCHAR NOT NULL);
CREATE INDEX IF NOT EXISTS link_documents_document ON link_documents (document);
CREATE INDEX IF NOT EXISTS link_documents_source ON link_documents (source);
CREATE TABLE IF NOT EXISTS link_bands (band BIGINT NOT NULL, document VARCHAR NOT NULL);
CREATE INDEX IF NOT EXISTS link_bands_band ON link_bands (band);
CREATE TABLE IF NOT EXISTS copies (one VARCHAR NOT NULL, other VARCHAR NOT NULL, likeness DOUBLE NOT NULL);
CREATE INDEX IF NOT EXISTS copies_one ON copies (one);
-- What is compared of a mention, and the keys that it is found by.
CREATE TABLE IF NOT EXISTS link_profiles (document VARCHAR NOT NULL, mention VARCHAR NOT NULL, position INTEGER NOT NULL, type VARCHAR NOT NULL, modality VARCHAR NOT NULL, "symmetric" BOOLEAN NOT NULL, series BOOLEAN NOT NULL, actors VARCHAR[] NOT NULL, recipients VARCHAR[] NOT NULL, parties VARCHAR[] NOT NULL, first_day INTEGER, last_day INTEGER, day_said BOOLEAN, place VARCHAR, country VARCHAR, admin1 VARCHAR, lat DOUBLE, lon DOUBLE, geonameid VARCHAR, "precision" VARCHAR, trigger VARCHAR NOT NULL, terms VARCHAR[] NOT NULL, numbers VARCHAR[] NOT NULL);
CREATE INDEX IF NOT EXISTS link_profiles_mention ON link_profiles (mention);
CREATE TABLE IF NOT EXISTS link_blocks (block BIGINT NOT NULL, document VARCHAR NOT NULL, mention VARCHAR NOT NULL);
CREATE INDEX IF NOT EXISTS link_blocks_block ON link_blocks (block);
-- Pairs of mentions of one happening with why, in order of ids; those made or cut by hand win.
CREATE TABLE IF NOT EXISTS links (one VARCHAR NOT NULL, other VARCHAR NOT NULL, score DOUBLE NOT NULL, reasons VARCHAR[] NOT NULL);
CREATE INDEX IF NOT EXISTS links_one ON links (one);
CREATE INDEX IF NOT EXISTS links_other ON links (other);
CREATE TABLE IF NOT EXISTS hand_links (one VARCHAR NOT NULL, other VARCHAR NOT NULL, verdict VARCHAR NOT NULL, reason VARCHAR NOT NULL, made_by VARCHAR NOT NULL, made_at TIMESTAMP NOT NULL, number BIGINT NOT NULL);
-- The event that each mention belongs to.
CREATE TABLE IF NOT EXISTS linked_mentions (document VARCHAR NOT NULL, mention VARCHAR NOT NULL, component VARCHAR NOT NULL, event VARCHAR NOT NULL);
CREATE INDEX IF NOT EXISTS linked_mentions_mention ON linked_mentions (mention);
CREATE INDEX IF NOT EXISTS linked_mentions_component ON linked_mentions (component);
CREATE INDEX IF NOT EXISTS linked_mentions_event ON linked_mentions (event);
-- One row an event: how many mentions and reports tell it, and how many of the reports are no copies of one another.
CREATE OR REPLACE VIEW linked_events AS
SELECT l.event AS id, count(*) AS mentions, count(DISTINCT l.document) AS reports, count(DISTINCT d.source) AS independent
FROM linked_mentions l JOIN link_documents d ON d.document = l.document GROUP BY l.event;
-- The last word of a person on a pair.
CREATE OR REPLACE VIEW last_hand_links AS
SELECT * FROM hand_links QUALIFY row_number() OVER (PARTITION BY one, other ORDER BY number DESC) = 1;
DELETE FROM link_pending;
INSERT INTO link_pending SELECT 'document', id FROM documents WHERE status = 'coded';
UPDATE meta SET version = 4;
COMMIT;
