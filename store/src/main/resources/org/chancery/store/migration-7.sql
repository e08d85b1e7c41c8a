-- From record version 6 to 7: a statement says whose it is, so that what a country's sources say is found without two joins. Its index stands in the way of another column.
BEGIN;
DROP INDEX IF EXISTS statements_document;
ALTER TABLE statements ADD COLUMN IF NOT EXISTS country VARCHAR;
UPDATE statements SET country = m.country FROM attributions a, actor_mentions m
WHERE a.document = statements.document AND a.id = statements.attribution AND m.document = a.document AND m.id = a.source_actor;
UPDATE meta SET version = 7;
COMMIT;
