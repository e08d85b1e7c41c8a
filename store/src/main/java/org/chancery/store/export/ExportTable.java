package org.chancery.store.export;

import java.util.Locale;
import org.chancery.store.Cut;
import org.chancery.store.EventFilter;

/** The tables of an export; each is a query of the record in which reviewed values win. */
public enum ExportTable {
  EVENTS(
      "event_rows",
      "SELECT id, document, publisher, published, title, type, mode, cameo, quad_class, goldstein,"
          + " modality, actors, actor_texts, recipients, recipient_texts, \"trigger\", date, place,"
          + " place_country, lat, lon, place_precision, said_by, confidence, coded_by, review, origin"
          + " FROM chosen ORDER BY first_day DESC NULLS LAST, id DESC"),
  PARTICIPANTS(
      "participants",
      "SELECT document, id AS event, side, i AS position, codes[i + 1] AS code, CASE WHEN len(codes)"
          + " = len(texts) THEN texts[i + 1] END AS text FROM (SELECT *, unnest(range(len(codes))) AS"
          + " i FROM (SELECT document, id, 'actor' AS side, actors AS codes, actor_texts AS texts"
          + " FROM chosen UNION ALL SELECT document, id, 'recipient', recipients, recipient_texts"
          + " FROM chosen)) ORDER BY document, event, side, position"),
  MENTIONS(
      "event_mentions",
      "SELECT m.document, m.id AS event, m.position, m.trigger_begin, m.trigger_end,"
          + " m.sentence_begin, m.sentence_end, WORDS(m.sentence_begin, m.sentence_end) AS sentence,"
          + " m.\"symmetric\", m.contexts, m.within FROM chosen c JOIN event_mentions m ON m.document"
          + " = c.document AND m.id = c.id JOIN texts t ON t.id = m.document ORDER BY m.document,"
          + " m.position"),
  FIGURES(
      "figure_rows",
      "SELECT document, publisher, published, id, text, counts, low, high, unit, of_whom, by_whom,"
          + " since, until, part_of, said_by, span_begin FROM figure_rows WHERE REPORTS(document)"
          + " ORDER BY document, span_begin, id"),
  STATEMENTS(
      "statements",
      "SELECT s.document, d.publisher, d.published, s.id, s.issue, s.stance, s.act, CASE WHEN"
          + " s.attribution = 'narrator' THEN 'narrator' ELSE coalesce(a.source, 'unnamed') END AS"
          + " said_by, m.actor AS source_actor, s.span_begin, s.span_end, WORDS(s.span_begin,"
          + " s.span_end) AS words FROM statements s JOIN documents d ON d.id = s.document JOIN texts"
          + " t ON t.id = s.document LEFT JOIN attributions a ON a.document = s.document AND a.id ="
          + " s.attribution LEFT JOIN actor_mentions m ON m.document = s.document AND m.id ="
          + " a.source_actor WHERE REPORTS(s.document) ORDER BY s.document, s.span_begin, s.id"),
  FRAMINGS(
      "framing_rows",
      "SELECT document, publisher, published, id, text, term, referent, said_by, span_begin, span_end"
          + " FROM framing_rows WHERE REPORTS(document) ORDER BY document, span_begin, id"),
  DOCUMENTS(
      "documents",
      "SELECT id, url, publisher, published, language, title, text, content_hash, status, reason,"
          + " detail FROM documents WHERE REPORTS(id) ORDER BY id");

  private final String base;
  private final String select;

  ExportTable(String base, String select) {
    this.base = base;
    this.select = select;
  }

  /** The name of the table. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The table or view of the record that its columns come from. */
  public String base() {
    return base;
  }

  /** The query; the values of the filter stand for its question marks. */
  String sql(EventFilter filter) {
    boolean all = filter.parts().isEmpty();
    return "WITH chosen AS (SELECT * FROM event_rows WHERE "
        + filter.where()
        + "), texts AS (SELECT id, "
        + Cut.WIDE
        + " AS wide FROM documents"
        + (all ? "" : " WHERE id IN (SELECT document FROM chosen)")
        + ") "
        + select
            .replaceAll("WORDS\\(([^,]+), ([^)]+)\\)", Cut.words("t.wide", "$1", "$2"))
            .replaceAll(
                "REPORTS\\(([^)]+)\\)", all ? "true" : "$1 IN (SELECT document FROM chosen)");
  }
}
