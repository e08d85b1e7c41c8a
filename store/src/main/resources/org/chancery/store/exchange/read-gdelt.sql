-- GDELT 2.0 events: f is the list of a row's cells.
SELECT line, original, f[1] || '-gdelt' AS id, 'gdelt:' || coalesce(nullif(f[61], ''), f[1]) AS document, try_strptime(f[2], '%Y%m%d')::DATE AS day,
  CASE WHEN NOT regexp_full_match(f[1], '\d{1,18}') THEN 'GLOBALEVENTID is no number: ' || left(f[1], 40)
    WHEN NOT regexp_full_match(f[2], '\d{8}') OR try_strptime(f[2], '%Y%m%d') IS NULL THEN 'SQLDATE is no day as YYYYMMDD: ' || left(f[2], 40) END AS fault,
  f[6] || chr(31) || f[10] AS actor_key, f[16] || chr(31) || f[20] AS recipient_key, nullif(coalesce(nullif(f[7], ''), f[6]), '') AS actor_text, nullif(coalesce(nullif(f[17], ''), f[16]), '') AS recipient_text,
  f[27] AS code_key, CASE WHEN f[52] IN ('', '0', '1') THEN nullif(f[53], '') ELSE nullif(trim(split_part(f[53], ',', 1)), '') END AS place, f[54] AS place_key, f[57] AS lat_text, f[58] AS lon_text,
  CASE f[52] WHEN '1' THEN 'country' WHEN '2' THEN 'admin1' WHEN '5' THEN 'admin1' WHEN '3' THEN 'city' WHEN '4' THEN 'city' END AS place_precision, f[31] AS goldstein_text,
  CASE WHEN f[61] LIKE 'http%://%' THEN regexp_extract(f[61], '^https?://(?:www\.)?([^/?#]+)', 1) ELSE nullif(f[61], '') END AS publisher,
  CASE WHEN regexp_full_match(f[60], '\d{8}(\d{6})?') THEN f[60][1:4] || '-' || f[60][5:6] || '-' || f[60][7:8] END AS published, []::VARCHAR[] AS contexts, 'happened' AS modality
FROM piece
