-- From record version 2 to 3: a figure says which figure it is a part of; views of figures and framings.
BEGIN;
ALTER TABLE figures ADD COLUMN part_of VARCHAR;
-- One row a figure, with who says it.
CREATE VIEW figure_rows AS
SELECT f.document, d.publisher, d.published, f.id, f.text, f.counts, f.low, f.high, f.unit, f.of_whom, f.by_whom, f.since, f.until, f.part_of, f.span_begin,
  CASE WHEN f.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END AS said_by
FROM figures f JOIN documents d ON d.id = f.document
LEFT JOIN attributions a ON a.document = f.document AND a.id = f.attribution;
-- One row a loaded expression, with whose words it is.
CREATE VIEW framing_rows AS
SELECT f.document, d.publisher, d.published, f.id, f.text, f.term, f.referent, f.span_begin, f.span_end,
  CASE WHEN f.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END AS said_by
FROM framings f JOIN documents d ON d.id = f.document
LEFT JOIN attributions a ON a.document = f.document AND a.id = f.attribution;
UPDATE meta SET version = 3;
COMMIT;
