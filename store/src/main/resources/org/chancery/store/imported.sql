-- What was read from other event data, beside the record's own events. Used for a new record after schema.sql, and by the step to record version 6.
CREATE TABLE imported_files (origin VARCHAR NOT NULL, layout VARCHAR NOT NULL, file VARCHAR NOT NULL, read_at TIMESTAMP NOT NULL, lines BIGINT NOT NULL, landed BIGINT NOT NULL, already BIGINT NOT NULL, differing BIGINT NOT NULL, rejected BIGINT NOT NULL, repaired BIGINT NOT NULL, columns VARCHAR[] NOT NULL);
CREATE TABLE imported_unknown (origin VARCHAR NOT NULL, file VARCHAR NOT NULL, kind VARCHAR NOT NULL, code VARCHAR NOT NULL, lines BIGINT NOT NULL);
CREATE TABLE imported_events (origin VARCHAR NOT NULL, origin_file VARCHAR NOT NULL, line BIGINT NOT NULL, id VARCHAR NOT NULL, document VARCHAR NOT NULL, publisher VARCHAR, published VARCHAR, type VARCHAR NOT NULL, mode VARCHAR, contexts VARCHAR[] NOT NULL, cameo VARCHAR, quad_class INTEGER NOT NULL, goldstein DOUBLE NOT NULL, actors VARCHAR[] NOT NULL, actor_texts VARCHAR[] NOT NULL, recipients VARCHAR[] NOT NULL, recipient_texts VARCHAR[] NOT NULL, date VARCHAR NOT NULL, place VARCHAR, place_country VARCHAR, lat DOUBLE, lon DOUBLE, place_precision VARCHAR, modality VARCHAR NOT NULL, original VARCHAR NOT NULL);
CREATE TABLE imported_mentions (origin VARCHAR NOT NULL, origin_file VARCHAR NOT NULL, line BIGINT NOT NULL, id VARCHAR NOT NULL, event VARCHAR NOT NULL, published VARCHAR NOT NULL, publisher VARCHAR, address VARCHAR, confidence DOUBLE, original VARCHAR NOT NULL);
-- Imported events with the columns of event_rows, which they go into as they are read (Landing); reviewed values are laid over them there.
CREATE VIEW imported_rows AS
SELECT i.line, i.origin_file, i.document, i.publisher, i.published, NULL::VARCHAR AS title, i.id, i.line::INTEGER AS position, i.type, i.mode, i.cameo, i.quad_class, i.goldstein, i.modality, i.actors, i.actor_texts, i.recipients, i.recipient_texts,
  '' AS "trigger", i.date, i.place, i.place_country, i.lat, i.lon, i.place_precision, 'not told' AS said_by, NULL::DOUBLE AS confidence, 'import:' || i.origin AS coded_by, NULL::VARCHAR AS review,
  try_cast(i.date AS DATE) AS first_day, try_cast(i.date AS DATE) AS last_day,
  coalesce(' ' || nullif(array_to_string(list_sort(list_distinct(list_transform(i.actors, c -> split_part(c, ' ', 1)))), ' '), '') || ' ', '') AS actor_heads,
  coalesce(' ' || nullif(array_to_string(list_sort(list_distinct(list_transform(i.recipients, c -> split_part(c, ' ', 1)))), ' '), '') || ' ', '') AS recipient_heads,
  false AS "symmetric", lower(concat_ws(' ', i.place, array_to_string(i.actor_texts, ' '), array_to_string(i.recipient_texts, ' '))) AS words, i.origin
FROM imported_events i;
