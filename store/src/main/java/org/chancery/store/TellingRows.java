package org.chancery.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What some reports say beside an event: read table by table for all of them, by their indexes. */
final class TellingRows {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, int[]> sentences = new HashMap<>();
  private final Map<String, List<Tellings.Framed>> framings = new HashMap<>();
  private final Map<String, List<FigureRow>> figures = new HashMap<>();

  TellingRows(RecordStore store, Collection<String> documents) {
    LinkAsk ask = new LinkAsk(store.connection());
    ask.among(
            "SELECT id, text FROM documents WHERE id IN ",
            documents,
            r -> Map.entry(r.getString(1), r.getString(2)))
        .forEach(text -> texts.put(text.getKey(), text.getValue()));
    ask.among(
            "SELECT id, sentence_begin, sentence_end FROM event_mentions WHERE document IN ",
            documents,
            r -> Map.entry(r.getString(1), new int[] {r.getInt(2), r.getInt(3)}))
        .forEach(sentence -> sentences.put(sentence.getKey(), sentence.getValue()));
    ask.among(
            "SELECT f.document, f.text, f.term, CASE WHEN f.attribution = 'narrator' THEN 'narrator'"
                + " ELSE coalesce(a.source, 'unnamed') END FROM (SELECT * FROM framings WHERE document"
                + " IN %1$s) f LEFT JOIN (SELECT document, id, source FROM attributions WHERE document"
                + " IN %1$s) a ON a.document = f.document AND a.id = f.attribution ORDER BY"
                + " f.document, f.span_begin",
            documents,
            r ->
                Map.entry(
                    r.getString(1),
                    new Tellings.Framed(r.getString(2), r.getString(3), r.getString(4))))
        .forEach(
            f -> framings.computeIfAbsent(f.getKey(), d -> new ArrayList<>()).add(f.getValue()));
    for (FigureRow figure : FigureRow.ofDocuments(store, documents)) {
      figures.computeIfAbsent(figure.document(), d -> new ArrayList<>()).add(figure);
    }
  }

  /** The telling of each report, with its mentions. */
  List<Tellings.Telling> of(Map<String, List<EventRow>> mentions) {
    List<Tellings.Telling> tellings = new ArrayList<>();
    mentions.forEach(
        (document, rows) ->
            tellings.add(
                new Tellings.Telling(
                    document,
                    rows.get(0).publisher(),
                    rows.get(0).published(),
                    rows,
                    sentences(document, rows),
                    framings.getOrDefault(document, List.of()),
                    figures.getOrDefault(document, List.of()))));
    return tellings;
  }

  private List<String> sentences(String document, List<EventRow> rows) {
    String text = texts.getOrDefault(document, "");
    List<String> found = new ArrayList<>();
    for (EventRow row : rows) {
      int[] span = sentences.get(row.id());
      if (span != null && span[1] <= text.length()) {
        String sentence = text.substring(span[0], span[1]);
        if (!found.contains(sentence)) {
          found.add(sentence);
        }
      }
    }
    return found;
  }
}
