-- From record version 2 to 3: a figure says which figure it is a part of; a review says what it corrects, and wins in event_rows; views of figures and framings.
BEGIN;
ALTER TABLE figures ADD COLUMN IF NOT EXISTS part_of VARCHAR;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS version INTEGER;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS type VARCHAR;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS modality VARCHAR;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS actors VARCHAR[];
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS recipients VARCHAR[];
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS date VARCHAR;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS place VARCHAR;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS said_by VARCHAR;
DROP VIEW IF EXISTS event_rows;
-- The last review of each event mention; older ones are history.
CREATE OR REPLACE VIEW last_reviews AS
SELECT * FROM reviews QUALIFY row_number() OVER (PARTITION BY document, event_mention ORDER BY version DESC, made_at DESC) = 1;
-- One row an event mention, with what a reader of the record asks for; reviewed values win.
CREATE OR REPLACE VIEW event_rows AS
SELECT m.document, d.publisher, d.published, d.title, m.id, m.position, coalesce(r.type, m.type) AS type, m.mode, m.cameo,
  CASE WHEN r.type IS NULL OR r.type = m.type THEN m.quad_class WHEN r.type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') THEN 1
    WHEN r.type IN ('COOPERATE', 'AID', 'RETREAT') THEN 2 WHEN r.type IN ('ACCUSE', 'REJECT', 'REQUEST', 'THREATEN') THEN 3 ELSE 4 END AS quad_class,
  m.goldstein, coalesce(r.modality, m.modality) AS modality,
  coalesce(r.actors, (SELECT list(p.code ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'actor'), []) AS actors,
  coalesce((SELECT list(p.text ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'actor'), []) AS actor_texts,
  coalesce(r.recipients, (SELECT list(p.code ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'recipient'), []) AS recipients,
  coalesce((SELECT list(p.text ORDER BY p.position) FROM participants p WHERE p.document = m.document AND p.event_mention = m.id AND p.side = 'recipient'), []) AS recipient_texts,
  m.trigger_text AS trigger, coalesce(r.date, m.time_value, left(d.published, 10)) AS date, coalesce(r.place, l.name) AS place,
  CASE WHEN r.place IS NULL OR r.place = l.name THEN l.country END AS place_country, CASE WHEN r.place IS NULL OR r.place = l.name THEN l.lat END AS lat,
  CASE WHEN r.place IS NULL OR r.place = l.name THEN l.lon END AS lon, l.precision AS place_precision,
  coalesce(r.said_by, CASE WHEN m.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END) AS said_by,
  m.confidence, m.coded_by, r.verdict AS review
FROM event_mentions m JOIN documents d ON d.id = m.document
LEFT JOIN place_mentions l ON l.document = m.document AND l.id = m.place
LEFT JOIN attributions a ON a.document = m.document AND a.id = m.attribution
LEFT JOIN last_reviews r ON r.document = m.document AND r.event_mention = m.id;
-- One row a figure, with who says it.
CREATE OR REPLACE VIEW figure_rows AS
SELECT f.document, d.publisher, d.published, f.id, f.text, f.counts, f.low, f.high, f.unit, f.of_whom, f.by_whom, f.since, f.until, f.part_of, f.span_begin,
  CASE WHEN f.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END AS said_by
FROM figures f JOIN documents d ON d.id = f.document
LEFT JOIN attributions a ON a.document = f.document AND a.id = f.attribution;
-- One row a loaded expression, with whose words it is.
CREATE OR REPLACE VIEW framing_rows AS
SELECT f.document, d.publisher, d.published, f.id, f.text, f.term, f.referent, f.span_begin, f.span_end,
  CASE WHEN f.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END AS said_by
FROM framings f JOIN documents d ON d.id = f.document
LEFT JOIN attributions a ON a.document = f.document AND a.id = f.attribution;
UPDATE meta SET version = 3;
COMMIT;
