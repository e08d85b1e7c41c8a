-- Mentions to be written: each mention that was asked for, under its event (whose pairs are those of its first mention), and the imported mentions of imported events. The filter stands for "true".
WITH chosen AS (SELECT *, (SELECT any_value(i.origin_file) FROM imported_events i WHERE i.id = r.id AND i.document = r.document) AS origin_file FROM event_rows r WHERE true),
told AS (SELECT document, id AS happening, unnest(mentions) AS mention FROM events),
heads AS (SELECT t.document, t.happening, arg_min(greatest(1, len(c.actors)) * greatest(1, len(c.recipients)), c.position) AS pairs FROM told t JOIN chosen c ON c.document = t.document AND c.id = t.mention AND c.origin = 'chancery' GROUP BY ALL),
sides AS (SELECT p.document, p.event_mention, p.side, min(p.span_begin) AS starts, bool_or(a.antecedent IS NOT NULL) AS referred FROM participants p LEFT JOIN actor_mentions a ON a.document = p.document AND a.id = p.actor_mention GROUP BY ALL)
SELECT 'chancery' AS origin, '' AS origin_file, c.position, c.document, c.date, c.published, c.publisher, c.id, c.confidence, coalesce(h.happening, c.id) AS happening, coalesce(h.pairs, greatest(1, len(c.actors)) * greatest(1, len(c.recipients))) AS pairs,
  d.url, length(d.text) AS length, m.trigger_begin, a.starts AS actor_at, r.starts AS recipient_at, coalesce(a.referred, false) OR coalesce(r.referred, false) AS referred, NULL AS original
FROM chosen c JOIN event_mentions m ON m.document = c.document AND m.id = c.id JOIN documents d ON d.id = c.document
LEFT JOIN told t ON t.document = c.document AND t.mention = c.id LEFT JOIN heads h ON h.document = t.document AND h.happening = t.happening
LEFT JOIN sides a ON a.document = c.document AND a.event_mention = c.id AND a.side = 'actor' LEFT JOIN sides r ON r.document = c.document AND r.event_mention = c.id AND r.side = 'recipient'
WHERE c.origin = 'chancery'
UNION ALL BY NAME
SELECT n.origin, n.origin_file, n.line AS position, n.id, n.original FROM imported_mentions n WHERE n.event IN (SELECT id FROM chosen WHERE origin = 'gdelt')
ORDER BY origin, origin_file, date, document, position, id
