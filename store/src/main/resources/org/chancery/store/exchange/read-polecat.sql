-- POLECAT events: f is the list of a row's cells, None made empty. The modes that say how real an event is become its modality.
SELECT line, original, f[1] || '-polecat' AS id, 'polecat:' || coalesce(nullif(regexp_extract(f[1], '^(.*)_[A-Z]+_[^_]*$', 1), ''), f[1]) AS document, try_strptime(f[2], '%Y-%m-%d')::DATE AS day,
  CASE WHEN f[1] = '' THEN 'Event ID is empty'
    WHEN NOT regexp_full_match(f[2], '\d{4}-\d{2}-\d{2}') OR try_strptime(f[2], '%Y-%m-%d') IS NULL THEN 'Event Date is no day as YYYY-MM-DD: ' || left(f[2], 40) END AS fault,
  concat_ws(chr(31), f[9], f[12], f[11]) AS actor_key, concat_ws(chr(31), f[17], f[20], f[19]) AS recipient_key, nullif(coalesce(nullif(f[14], ''), f[8]), '') AS actor_text, nullif(coalesce(nullif(f[22], ''), f[16]), '') AS recipient_text,
  f[3] || chr(31) || coalesce(array_to_string(list_filter(modes, m -> m NOT IN ('historical', 'future', 'hypothetical', 'negation')), ';'), '') AS code_key,
  coalesce(nullif(f[24], ''), nullif(f[25], ''), nullif(f[27], ''), nullif(f[28], '')) AS place, f[28] AS place_key, f[29] AS lat_text, f[30] AS lon_text,
  CASE WHEN f[33] LIKE 'PCL%' THEN 'country' WHEN f[33] LIKE 'ADM%' THEN 'admin1' WHEN f[33] LIKE 'PPL%' THEN 'city' WHEN f[33] = 'RGN' THEN 'region' WHEN f[33] <> '' THEN 'point' END AS place_precision, '' AS goldstein_text,
  nullif(f[34], '') AS publisher, nullif(f[35], '') AS published, CASE WHEN f[7] = '' THEN [] ELSE string_split(f[7], '; ') END AS contexts,
  CASE WHEN list_contains(modes, 'negation') THEN 'denied' WHEN list_contains(modes, 'future') THEN 'planned' WHEN list_contains(modes, 'hypothetical') THEN 'possible' ELSE 'happened' END AS modality
FROM (SELECT line, original, f, CASE WHEN f[4] = '' THEN []::VARCHAR[] ELSE string_split(f[4], '; ') END AS modes
  FROM (SELECT line, original, list_transform(f, c -> CASE WHEN c = 'None' THEN '' ELSE c END) AS f FROM piece))
