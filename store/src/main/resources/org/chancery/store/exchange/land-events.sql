-- The good and new rows of a piece, their codes made ours.
INSERT INTO imported_events BY NAME
SELECT ?1 AS origin, ?2 AS origin_file, s.line, s.id, s.document, s.publisher, s.published, c.type, c.mode,
  list_distinct(list_concat(s.contexts, CASE WHEN c.contexts = '' THEN [] ELSE string_split(c.contexts, ';') END)) AS contexts, c.cameo, c.quad_class,
  coalesce(try_cast(nullif(s.goldstein_text, '') AS DOUBLE), c.goldstein) AS goldstein,
  CASE WHEN a.codes = 'UNK' AND s.actor_text IS NULL THEN [] ELSE string_split(a.codes, '|') END AS actors,
  CASE WHEN s.actor_text IS NULL THEN [] ELSE string_split(s.actor_text, ?3) END AS actor_texts,
  CASE WHEN r.codes = 'UNK' AND s.recipient_text IS NULL THEN [] ELSE string_split(r.codes, '|') END AS recipients,
  CASE WHEN s.recipient_text IS NULL THEN [] ELSE string_split(s.recipient_text, ?3) END AS recipient_texts,
  strftime(s.day, '%Y-%m-%d') AS date, s.place, nullif(p.codes, '') AS place_country,
  CASE WHEN try_cast(s.lat_text AS DOUBLE) BETWEEN -90 AND 90 AND try_cast(s.lon_text AS DOUBLE) BETWEEN -180 AND 180 THEN try_cast(s.lat_text AS DOUBLE) END AS lat,
  CASE WHEN try_cast(s.lat_text AS DOUBLE) BETWEEN -90 AND 90 AND try_cast(s.lon_text AS DOUBLE) BETWEEN -180 AND 180 THEN try_cast(s.lon_text AS DOUBLE) END AS lon,
  s.place_precision, s.modality, s.original
FROM (SELECT * FROM staged WHERE line IN (SELECT line FROM fresh)) s JOIN code_map c ON c.key = s.code_key
LEFT JOIN actor_map a ON a.key = s.actor_key LEFT JOIN actor_map r ON r.key = s.recipient_key LEFT JOIN place_map p ON p.key = s.place_key
