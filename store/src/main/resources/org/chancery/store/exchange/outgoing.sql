-- Events to be written: of the mentions of one event in a report the first that was asked for, with the number of them; imported rows with the line that they were. The filter stands for "true".
WITH chosen AS (SELECT *, (SELECT any_value(i.origin_file) FROM imported_events i WHERE i.id = r.id AND i.document = r.document) AS origin_file FROM event_rows r WHERE true),
told AS (SELECT document, id AS happening, unnest(mentions) AS mention FROM events),
heads AS (SELECT t.document, t.happening, arg_min(c.id, c.position) AS head, count(*) AS mentions FROM told t JOIN chosen c ON c.document = t.document AND c.id = t.mention AND c.origin = 'chancery' GROUP BY ALL)
SELECT c.*, coalesce(h.happening, c.id) AS happening, coalesce(h.mentions, 1) AS mentions, coalesce(m.contexts, i.contexts, []) AS contexts, coalesce(d.url, substr(i.document, length(i.origin) + 2)) AS url, d.language, i.original
FROM chosen c LEFT JOIN told t ON t.document = c.document AND t.mention = c.id LEFT JOIN heads h ON h.document = t.document AND h.happening = t.happening
LEFT JOIN event_mentions m ON m.document = c.document AND m.id = c.id AND c.origin = 'chancery' LEFT JOIN documents d ON d.id = c.document AND c.origin = 'chancery'
LEFT JOIN imported_events i ON i.id = c.id AND i.origin = c.origin
WHERE h.head IS NULL OR h.head = c.id
ORDER BY c.origin, c.origin_file NULLS FIRST, CASE WHEN c.origin = 'chancery' THEN c.first_day END NULLS LAST, CASE WHEN c.origin = 'chancery' THEN c.document END, c.position, c.id
