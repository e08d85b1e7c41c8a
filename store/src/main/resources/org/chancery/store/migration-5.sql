-- From record version 4 to 5: event_rows and figure_rows become tables, filled when a document is written. MigrationFive fills event_rows from old_rows.
CREATE TEMP TABLE old_reviews AS SELECT * FROM reviews;
DELETE FROM reviews;
CREATE TEMP TABLE old_rows AS SELECT r.*, 'chancery' AS origin, m."symmetric", row_number() OVER (ORDER BY r.published, r.document, r.position) AS n FROM event_rows r JOIN event_mentions m ON m.document = r.document AND m.id = r.id;
INSERT INTO reviews SELECT * FROM old_reviews;
CREATE TEMP TABLE old_figures AS SELECT * FROM figure_rows;
DROP VIEW event_rows;
DROP VIEW figure_rows;
