-- The record. Spans are half-open UTF-16 offsets into documents.text. Version: see RecordStore.VERSION.
CREATE TABLE meta (version INTEGER NOT NULL, made_by VARCHAR NOT NULL);
CREATE TABLE runs (id VARCHAR PRIMARY KEY, began TIMESTAMP NOT NULL, ended TIMESTAMP, engine VARCHAR NOT NULL, codebook_hash VARCHAR NOT NULL, models VARCHAR NOT NULL, inputs VARCHAR[] NOT NULL, coded BIGINT, skipped BIGINT, failed BIGINT, rejected BIGINT, unchanged BIGINT);
CREATE TABLE documents (id VARCHAR PRIMARY KEY, content_hash VARCHAR NOT NULL, url VARCHAR, publisher VARCHAR, published VARCHAR, language VARCHAR, title VARCHAR, text VARCHAR NOT NULL, origin VARCHAR NOT NULL, status VARCHAR NOT NULL, reason VARCHAR, detail VARCHAR, versions VARCHAR NOT NULL, run VARCHAR NOT NULL);
CREATE TABLE rejects (origin VARCHAR NOT NULL, reason VARCHAR NOT NULL, detail VARCHAR NOT NULL, run VARCHAR NOT NULL);
CREATE TABLE actor_mentions (document VARCHAR NOT NULL, id VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, form VARCHAR NOT NULL, actor VARCHAR, name VARCHAR, country VARCHAR, sectors VARCHAR[], office VARCHAR, office_from VARCHAR, office_to VARCHAR, antecedent VARCHAR, members VARCHAR[] NOT NULL, resolved_by VARCHAR NOT NULL, confidence DOUBLE NOT NULL);
CREATE TABLE place_mentions (document VARCHAR NOT NULL, id VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, name VARCHAR NOT NULL, country VARCHAR, admin1 VARCHAR, lat DOUBLE, lon DOUBLE, geonameid VARCHAR, feature VARCHAR, "precision" VARCHAR NOT NULL, resolved_by VARCHAR NOT NULL, confidence DOUBLE NOT NULL);
CREATE TABLE time_mentions (document VARCHAR NOT NULL, id VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, value VARCHAR NOT NULL, type VARCHAR NOT NULL, "precision" VARCHAR NOT NULL);
CREATE TABLE attributions (document VARCHAR NOT NULL, id VARCHAR NOT NULL, source VARCHAR, source_spans INTEGER[], source_actor VARCHAR, cue_spans INTEGER[] NOT NULL, content_spans INTEGER[] NOT NULL, form VARCHAR NOT NULL, parent VARCHAR);
CREATE TABLE event_mentions (document VARCHAR NOT NULL, id VARCHAR NOT NULL, position INTEGER NOT NULL, type VARCHAR NOT NULL, mode VARCHAR, contexts VARCHAR[] NOT NULL, cameo VARCHAR, quad_class INTEGER NOT NULL, goldstein DOUBLE NOT NULL, modality VARCHAR NOT NULL, "symmetric" BOOLEAN NOT NULL, trigger_begin INTEGER NOT NULL, trigger_end INTEGER NOT NULL, trigger_text VARCHAR NOT NULL, sentence_begin INTEGER NOT NULL, sentence_end INTEGER NOT NULL, time_value VARCHAR, time_precision VARCHAR, time_begin INTEGER, time_end INTEGER, place VARCHAR, attribution VARCHAR NOT NULL, within VARCHAR, confidence DOUBLE NOT NULL, coded_by VARCHAR NOT NULL);
CREATE TABLE participants (document VARCHAR NOT NULL, event_mention VARCHAR NOT NULL, side VARCHAR NOT NULL, position INTEGER NOT NULL, actor_mention VARCHAR, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, code VARCHAR NOT NULL);
CREATE TABLE events (document VARCHAR NOT NULL, id VARCHAR NOT NULL, type VARCHAR NOT NULL, mentions VARCHAR[] NOT NULL, actors VARCHAR[] NOT NULL, recipients VARCHAR[] NOT NULL, date VARCHAR, place VARCHAR, modality VARCHAR NOT NULL, sources VARCHAR[] NOT NULL, count VARCHAR NOT NULL);
CREATE TABLE statements (document VARCHAR NOT NULL, id VARCHAR NOT NULL, attribution VARCHAR NOT NULL, issue VARCHAR NOT NULL, stance VARCHAR NOT NULL, act VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, country VARCHAR);
CREATE TABLE figures (document VARCHAR NOT NULL, id VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, counts VARCHAR NOT NULL, low BIGINT, high BIGINT, unit VARCHAR, of_whom VARCHAR, by_whom VARCHAR, since VARCHAR, until VARCHAR, attribution VARCHAR NOT NULL, part_of VARCHAR);
CREATE TABLE framings (document VARCHAR NOT NULL, id VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, term VARCHAR NOT NULL, referent VARCHAR, attribution VARCHAR NOT NULL);
CREATE TABLE reviews (document VARCHAR NOT NULL, event_mention VARCHAR NOT NULL, reviewer VARCHAR NOT NULL, made_at TIMESTAMP NOT NULL, verdict VARCHAR NOT NULL, note VARCHAR, version INTEGER, type VARCHAR, modality VARCHAR, actors VARCHAR[], recipients VARCHAR[], date VARCHAR, place VARCHAR, said_by VARCHAR);
-- Linking across reports. Documents that are yet to be linked, and components and sources to look at again because a document went.
CREATE TABLE link_pending (kind VARCHAR NOT NULL, id VARCHAR NOT NULL);
-- What mentions of a document share, its MinHash sketch, and the source: the smallest id among its near-duplicates.
CREATE TABLE link_documents (document VARCHAR NOT NULL, published_day INTEGER, countries VARCHAR[] NOT NULL, names VARCHAR[] NOT NULL, sketch INTEGER[] NOT NULL, source VARCHAR NOT NULL);
CREATE TABLE link_bands (band BIGINT NOT NULL, document VARCHAR NOT NULL);
CREATE TABLE copies (one VARCHAR NOT NULL, other VARCHAR NOT NULL, likeness DOUBLE NOT NULL);
-- What is compared of a mention, and the keys that it is found by.
CREATE TABLE link_profiles (document VARCHAR NOT NULL, mention VARCHAR NOT NULL, position INTEGER NOT NULL, type VARCHAR NOT NULL, modality VARCHAR NOT NULL, "symmetric" BOOLEAN NOT NULL, series BOOLEAN NOT NULL, actors VARCHAR[] NOT NULL, recipients VARCHAR[] NOT NULL, parties VARCHAR[] NOT NULL, first_day INTEGER, last_day INTEGER, day_said BOOLEAN, place VARCHAR, country VARCHAR, admin1 VARCHAR, lat DOUBLE, lon DOUBLE, geonameid VARCHAR, "precision" VARCHAR, trigger VARCHAR NOT NULL, terms VARCHAR[] NOT NULL, numbers VARCHAR[] NOT NULL);
CREATE TABLE link_blocks (block BIGINT NOT NULL, document VARCHAR NOT NULL, mention VARCHAR NOT NULL);
-- Pairs of mentions of one happening with why, in order of ids; those made or cut by hand win.
CREATE TABLE links (one VARCHAR NOT NULL, other VARCHAR NOT NULL, score DOUBLE NOT NULL, reasons VARCHAR[] NOT NULL);
CREATE TABLE hand_links (one VARCHAR NOT NULL, other VARCHAR NOT NULL, verdict VARCHAR NOT NULL, reason VARCHAR NOT NULL, made_by VARCHAR NOT NULL, made_at TIMESTAMP NOT NULL, number BIGINT NOT NULL);
-- The event that each mention belongs to.
CREATE TABLE linked_mentions (document VARCHAR NOT NULL, mention VARCHAR NOT NULL, component VARCHAR NOT NULL, event VARCHAR NOT NULL);
-- The last review of each event mention; older ones are history.
CREATE VIEW last_reviews AS
SELECT * FROM reviews QUALIFY row_number() OVER (PARTITION BY document, event_mention ORDER BY version DESC, made_at DESC) = 1;
-- One row a loaded expression, with whose words it is.
CREATE VIEW framing_rows AS
SELECT f.document, d.publisher, d.published, f.id, f.text, f.term, f.referent, f.span_begin, f.span_end,
  CASE WHEN f.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END AS said_by
FROM framings f JOIN documents d ON d.id = f.document
LEFT JOIN attributions a ON a.document = f.document AND a.id = f.attribution;
-- One row an event: how many mentions and reports tell it, and how many of the reports are no copies of one another.
CREATE VIEW linked_events AS
SELECT l.event AS id, count(*) AS mentions, count(DISTINCT l.document) AS reports, count(DISTINCT d.source) AS independent
FROM linked_mentions l JOIN link_documents d ON d.document = l.document GROUP BY l.event;
-- The last word of a person on a pair.
CREATE VIEW last_hand_links AS
SELECT * FROM hand_links QUALIFY row_number() OVER (PARTITION BY one, other ORDER BY number DESC) = 1;
