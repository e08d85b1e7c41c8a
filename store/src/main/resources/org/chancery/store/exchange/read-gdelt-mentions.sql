-- GDELT 2.0 mentions: f is the list of a row's cells.
SELECT line, original, md5(original) AS id, f[1] || '-gdelt' AS event,
  CASE WHEN NOT regexp_full_match(f[1], '\d{1,18}') THEN 'GLOBALEVENTID is no number: ' || left(f[1], 40)
    WHEN NOT regexp_full_match(f[3], '\d{14}') OR try_strptime(f[3], '%Y%m%d%H%M%S') IS NULL THEN 'MentionTimeDate is no stamp as YYYYMMDDHHMMSS: ' || left(f[3], 40) END AS fault,
  f[3][1:4] || '-' || f[3][5:6] || '-' || f[3][7:8] || 'T' || f[3][9:10] || ':' || f[3][11:12] || ':' || f[3][13:14] || 'Z' AS published,
  nullif(f[5], '') AS publisher, nullif(f[6], '') AS address, try_cast(f[12] AS DOUBLE) / 100 AS confidence
FROM piece
