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
CREATE TABLE statements (document VARCHAR NOT NULL, id VARCHAR NOT NULL, attribution VARCHAR NOT NULL, issue VARCHAR NOT NULL, stance VARCHAR NOT NULL, act VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL);
CREATE TABLE figures (document VARCHAR NOT NULL, id VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, counts VARCHAR NOT NULL, low BIGINT, high BIGINT, unit VARCHAR, of_whom VARCHAR, by_whom VARCHAR, since VARCHAR, until VARCHAR, attribution VARCHAR NOT NULL);
CREATE TABLE framings (document VARCHAR NOT NULL, id VARCHAR NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text VARCHAR NOT NULL, term VARCHAR NOT NULL, referent VARCHAR, attribution VARCHAR NOT NULL);
CREATE TABLE reviews (document VARCHAR NOT NULL, event_mention VARCHAR NOT NULL, reviewer VARCHAR NOT NULL, made_at TIMESTAMP NOT NULL, verdict VARCHAR NOT NULL, note VARCHAR);
-- One row an event mention, with what a reader of the record asks for.
CREATE VIEW event_rows AS
SELECT m.document, d.publisher, d.published, d.title, m.id, m.position, m.type, m.mode, m.cameo, m.quad_class, m.goldstein, m.modality,
  coalesce((SELECT list(p.code ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'actor'), []) AS actors,
  coalesce((SELECT list(p.text ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'actor'), []) AS actor_texts,
  coalesce((SELECT list(p.code ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'recipient'), []) AS recipients,
  coalesce((SELECT list(p.text ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'recipient'), []) AS recipient_texts,
  m.trigger_text AS trigger, coalesce(m.time_value, left(d.published, 10)) AS date, l.name AS place, l.country AS place_country, l.lat, l.lon,
  CASE WHEN m.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END AS said_by,
  m.confidence, m.coded_by
FROM event_mentions m JOIN documents d ON d.id = m.document
LEFT JOIN place_mentions l ON l.document = m.document AND l.id = m.place
LEFT JOIN attributions a ON a.document = m.document AND a.id = m.attribution;
