package org.chancery.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of a country, group or person asks of a record. */
public final class ActorQuestions {
  private final RecordStore store;
  private final Questions ask;

  /** Asks this record. */
  public ActorQuestions(RecordStore store) {
    this.store = store;
    ask = new Questions(store);
  }

  /** The names and words by which events know a code, and how often. */
  public List<Questions.Answer> spellings(String code) {
    return ask.ask(
        "SELECT text, name, count(*) AS mentions FROM actor_mentions WHERE country = ? OR actor = ?"
            + " GROUP BY ALL ORDER BY mentions DESC, 1 LIMIT 60",
        code,
        code);
  }

  /** The offices that a code's persons were met in. */
  public List<Questions.Answer> offices(String code) {
    return ask.ask(
        "SELECT a.name AS name, a.office AS office, count(*) AS mentions, min(substring(coalesce(d.published, ''), 1, 10)) AS first, max(substring(coalesce(d.published, ''), 1, 10)) AS last FROM actor_mentions a JOIN documents d ON d.id = a.document"
            + " WHERE (a.country = ? OR a.actor = ?) AND a.office IS NOT NULL GROUP BY ALL ORDER BY 2, first LIMIT 60",
        code,
        code);
  }

  /** What one party's sources say on issues, newest first. */
  public List<Questions.Answer> statements(String code) {
    List<Questions.Answer> found =
        ask.ask(
            "SELECT s.issue, s.stance, s.act, s.attribution, d.published, s.document, s.span_begin,"
                + " s.span_end FROM statements s JOIN documents d ON d.id = s.document WHERE s.country ="
                + " ? ORDER BY d.published DESC NULLS LAST, s.document, s.span_begin LIMIT 60",
            code);
    // words and sources come last, of the reports that are shown: reading all would take seconds
    List<String> documents = found.stream().map(row -> row.text("document")).toList();
    LinkAsk ids = new LinkAsk(store.connection());
    Map<String, String> sources = new HashMap<>();
    ids.among(
            "SELECT document || ' ' || id, source FROM attributions WHERE source IS NOT NULL AND"
                + " document IN ",
            documents,
            r -> Map.entry(r.getString(1), r.getString(2)))
        .forEach(source -> sources.put(source.getKey(), source.getValue()));
    Map<String, String> texts = new HashMap<>();
    ids.among(
            "SELECT id, text FROM documents WHERE id IN ",
            documents,
            r -> Map.entry(r.getString(1), r.getString(2)))
        .forEach(text -> texts.put(text.getKey(), text.getValue()));
    List<Questions.Answer> statements = new ArrayList<>();
    for (Questions.Answer row : found) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
      values.remove("span_begin");
      values.remove("span_end");
      values.remove("attribution");
      values.put("source", sources.get(row.text("document") + " " + row.text("attribution")));
      values.put("words", words(texts.getOrDefault(row.text("document"), ""), row));
      statements.add(new Questions.Answer(values));
    }
    return statements;
  }

  /** The first words of a row's span. */
  private static String words(String text, Questions.Answer row) {
    int begin = (int) Math.min(text.length(), row.number("span_begin"));
    int end = (int) Math.min(text.length(), Math.min(begin + 300L, row.number("span_end")));
    return text.substring(begin, Math.max(begin, end));
  }
}
