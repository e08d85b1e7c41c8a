-- ICEWS events: f is the list of a row's cells, NA made empty.
SELECT line, original, f[1] || '-' || coalesce(strftime(day, '%Y%m%d'), '') || '-icews' AS id, 'icews:' || coalesce(nullif(f[12], ''), f[1]) AS document, day,
  CASE WHEN NOT regexp_full_match(f[1], '\d{1,18}') THEN 'Event ID is no number: ' || left(f[1], 40)
    WHEN day IS NULL THEN 'Event Date is no day as YYYY-MM-DD or m/d/yyyy: ' || left(f[2], 40) END AS fault,
  concat_ws(chr(31), f[3], f[4], f[5]) AS actor_key, concat_ws(chr(31), f[9], f[10], f[11]) AS recipient_key, nullif(f[3], '') AS actor_text, nullif(f[9], '') AS recipient_text,
  f[7] AS code_key, coalesce(nullif(f[15], ''), nullif(f[16], ''), nullif(f[17], ''), nullif(f[18], '')) AS place, f[18] AS place_key, f[19] AS lat_text, f[20] AS lon_text,
  CASE WHEN f[15] <> '' THEN 'city' WHEN f[16] <> '' OR f[17] <> '' THEN 'admin1' WHEN f[18] <> '' THEN 'country' END AS place_precision, f[8] AS goldstein_text,
  nullif(f[14], '') AS publisher, strftime(day, '%Y-%m-%d') AS published, []::VARCHAR[] AS contexts, 'happened' AS modality
FROM (SELECT line, original, list_transform(f, c -> CASE WHEN c = 'NA' THEN '' ELSE c END) AS f, coalesce(CASE WHEN regexp_full_match(f[2], '\d{4}-\d{2}-\d{2}') THEN try_strptime(f[2], '%Y-%m-%d') END, CASE WHEN regexp_full_match(f[2], '\d{1,2}/\d{1,2}/\d{4}') THEN try_strptime(f[2], '%m/%d/%Y') END)::DATE AS day FROM piece)
