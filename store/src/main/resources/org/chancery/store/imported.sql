-- What was read from other event data, beside the record's own events. Used for a new record after schema.sql, and by the step to record version 6.
CREATE TABLE imported_files (origin VARCHAR NOT NULL, layout VARCHAR NOT NULL, file VARCHAR NOT NULL, read_at TIMESTAMP NOT NULL, lines BIGINT NOT NULL, landed BIGINT NOT NULL, already BIGINT NOT NULL, differing BIGINT NOT NULL, rejected BIGINT NOT NULL, repaired BIGINT NOT NULL, columns VARCHAR[] NOT NULL);
CREATE TABLE imported_unknown (origin VARCHAR NOT NULL, file VARCHAR NOT NULL, kind VARCHAR NOT NULL, code VARCHAR NOT NULL, lines BIGINT NOT NULL);
CREATE TABLE imported_events (origin VARCHAR NOT NULL, origin_file VARCHAR NOT NULL, line BIGINT NOT NULL, id VARCHAR NOT NULL, document VARCHAR NOT NULL, publisher VARCHAR, published VARCHAR, type VARCHAR NOT NULL, mode VARCHAR, contexts VARCHAR[] NOT NULL, cameo VARCHAR, quad_class INTEGER NOT NULL, goldstein DOUBLE NOT NULL, actors VARCHAR[] NOT NULL, actor_texts VARCHAR[] NOT NULL, recipients VARCHAR[] NOT NULL, recipient_texts VARCHAR[] NOT NULL, date VARCHAR NOT NULL, place VARCHAR, place_country VARCHAR, lat DOUBLE, lon DOUBLE, place_precision VARCHAR, modality VARCHAR NOT NULL, original VARCHAR NOT NULL);
CREATE TABLE imported_mentions (origin VARCHAR NOT NULL, origin_file VARCHAR NOT NULL, line BIGINT NOT NULL, id VARCHAR NOT NULL, event VARCHAR NOT NULL, published VARCHAR NOT NULL, publisher VARCHAR, address VARCHAR, confidence DOUBLE, original VARCHAR NOT NULL);
-- Imported events with the columns of event_rows, reviewed values first. Where event_rows is a table that is filled at writing, this fills it after an import:
--   DELETE FROM event_rows WHERE origin <> 'chancery'; INSERT INTO event_rows BY NAME SELECT * FROM imported_rows;
CREATE VIEW imported_rows AS
SELECT i.document, i.publisher, i.published, NULL::VARCHAR AS title, i.id, i.line::INTEGER AS position, coalesce(r.type, i.type) AS type, i.mode, i.cameo,
  CASE WHEN r.type IS NULL OR r.type = i.type THEN i.quad_class WHEN r.type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') THEN 1
    WHEN r.type IN ('COOPERATE', 'AID', 'RETREAT') THEN 2 WHEN r.type IN ('ACCUSE', 'REJECT', 'REQUEST', 'THREATEN') THEN 3 ELSE 4 END AS quad_class,
  i.goldstein, coalesce(r.modality, i.modality) AS modality, coalesce(r.actors, i.actors) AS actors, i.actor_texts, coalesce(r.recipients, i.recipients) AS recipients, i.recipient_texts,
  '' AS trigger, coalesce(r.date, i.date) AS date, coalesce(r.place, i.place) AS place,
  CASE WHEN r.place IS NULL OR r.place = i.place THEN i.place_country END AS place_country, CASE WHEN r.place IS NULL OR r.place = i.place THEN i.lat END AS lat,
  CASE WHEN r.place IS NULL OR r.place = i.place THEN i.lon END AS lon, i.place_precision,
  coalesce(r.said_by, 'not told') AS said_by, NULL::DOUBLE AS confidence, 'import:' || i.origin AS coded_by, r.verdict AS review, i.origin, i.origin_file
FROM imported_events i LEFT JOIN last_reviews r ON r.document = i.document AND r.event_mention = i.id;
-- The record's own events and the imported ones; origin tells them apart.
ALTER VIEW event_rows RENAME TO own_event_rows;
CREATE VIEW event_rows AS
SELECT *, 'chancery' AS origin, NULL::VARCHAR AS origin_file FROM own_event_rows
UNION ALL BY NAME SELECT * FROM imported_rows;
