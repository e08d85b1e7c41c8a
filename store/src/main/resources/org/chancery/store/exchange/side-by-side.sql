-- A row a pair of countries or bodies of an event that happened, of ours and of one other system. Kinds of party without a country are no pair.
CREATE OR REPLACE TEMP TABLE compared AS
SELECT DISTINCT origin = 'chancery' AS own, id, left(date, 10) AS day, CASE WHEN ?1 THEN least(x, y) ELSE x END AS a, CASE WHEN ?2 THEN greatest(x, y) ELSE y END AS b, type, quad_class AS quad, left(cameo, 2) AS root
FROM (SELECT *, unnest(list_distinct(list_transform(recipients, c -> split_part(c, ' ', 1)))) AS y
  FROM (SELECT *, unnest(list_distinct(list_transform(actors, c -> split_part(c, ' ', 1)))) AS x FROM event_rows
    WHERE origin IN ('chancery', ?3) AND modality IN ('happened', 'ongoing') AND regexp_matches(date, '^\d{4}-\d{2}-\d{2}') AND (review IS NULL OR review <> 'reject')))
WHERE NOT list_contains(['', 'UNK', 'AGR', 'BUS', 'COP', 'CRM', 'CVL', 'EDU', 'ELI', 'GOV', 'JRN', 'JUD', 'LAB', 'LEG', 'MED', 'MIL', 'OPP', 'PRE', 'PRM', 'PTY', 'REB', 'REF', 'REL', 'SOC', 'SPY', 'UAF'], x)
  AND NOT list_contains(['', 'UNK', 'AGR', 'BUS', 'COP', 'CRM', 'CVL', 'EDU', 'ELI', 'GOV', 'JRN', 'JUD', 'LAB', 'LEG', 'MED', 'MIL', 'OPP', 'PRE', 'PRM', 'PTY', 'REB', 'REF', 'REL', 'SOC', 'SPY', 'UAF'], y)
