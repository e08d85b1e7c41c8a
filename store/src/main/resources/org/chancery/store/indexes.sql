-- The rows of one document or mention are found without reading the others.
CREATE INDEX IF NOT EXISTS actor_mentions_document ON actor_mentions (document);
CREATE INDEX IF NOT EXISTS place_mentions_document ON place_mentions (document);
CREATE INDEX IF NOT EXISTS time_mentions_document ON time_mentions (document);
CREATE INDEX IF NOT EXISTS attributions_document ON attributions (document);
CREATE INDEX IF NOT EXISTS event_mentions_document ON event_mentions (document);
CREATE INDEX IF NOT EXISTS participants_document ON participants (document);
CREATE INDEX IF NOT EXISTS events_document ON events (document);
CREATE INDEX IF NOT EXISTS statements_document ON statements (document);
CREATE INDEX IF NOT EXISTS figures_document ON figures (document);
CREATE INDEX IF NOT EXISTS framings_document ON framings (document);
CREATE INDEX IF NOT EXISTS reviews_document ON reviews (document);
CREATE INDEX IF NOT EXISTS event_rows_document ON event_rows (document);
CREATE INDEX IF NOT EXISTS figure_rows_document ON figure_rows (document);
CREATE INDEX IF NOT EXISTS event_rows_id ON event_rows (id);
