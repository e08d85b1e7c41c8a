-- Phoenix events: f is the list of a row's cells.
SELECT line, original, f[1] || '-' || f[2] || '-phoenix' AS id, 'phoenix:' || coalesce(nullif(split_part(f[25], ';', 1), ''), nullif(split_part(f[24], ';', 1), ''), f[1]) AS document, try_strptime(f[2], '%Y%m%d')::DATE AS day,
  CASE WHEN f[1] = '' THEN 'EventID is empty'
    WHEN NOT regexp_full_match(f[2], '\d{8}') OR try_strptime(f[2], '%Y%m%d') IS NULL THEN 'Date is no day as YYYYMMDD: ' || left(f[2], 40) END AS fault,
  f[6] || chr(31) AS actor_key, f[10] || chr(31) AS recipient_key, nullif(f[6], '') AS actor_text, nullif(f[10], '') AS recipient_text,
  f[14] AS code_key, coalesce(nullif(f[21], ''), nullif(f[22], '')) AS place, f[23] AS place_key, f[19] AS lat_text, f[20] AS lon_text,
  CASE WHEN f[21] <> '' THEN 'city' WHEN f[22] <> '' THEN 'admin1' END AS place_precision, f[17] AS goldstein_text,
  nullif(split_part(f[26], ';', 1), '') AS publisher, f[2][1:4] || '-' || f[2][5:6] || '-' || f[2][7:8] AS published, []::VARCHAR[] AS contexts, 'happened' AS modality
FROM piece
