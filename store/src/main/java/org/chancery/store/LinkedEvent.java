package org.chancery.store;

import java.util.List;
import java.util.Optional;

/**
 * One happening over all reports: its mentions, how many reports tell it and how many of those are
 * no copies of one another.
 */
public record LinkedEvent(
    String id, long mentions, long reports, long independent, List<Questions.Answer> tellings) {
  private static final String TELLINGS =
      "SELECT l.mention, l.document, d.published, d.publisher, d.title, s.source AS source, m.type,"
          + " m.trigger_text AS trigger, substring(d.text, m.sentence_begin + 1, least(400,"
          + " m.sentence_end - m.sentence_begin)) AS sentence, coalesce((SELECT 'by hand: ' ||"
          + " h.reason FROM last_hand_links h JOIN linked_mentions o ON o.event = l.event AND"
          + " o.mention IN (h.one, h.other) AND o.mention <> l.mention WHERE h.verdict = 'link' AND"
          + " l.mention IN (h.one, h.other) LIMIT 1), (SELECT array_to_string(k.reasons, '; ') ||"
          + " ' (' || round(k.score, 2) || ', with ' || o.document || ')' FROM links k JOIN"
          + " linked_mentions o ON o.event = l.event AND o.mention IN (k.one, k.other) AND o.mention"
          + " <> l.mention WHERE l.mention IN (k.one, k.other) ORDER BY k.score DESC, o.mention"
          + " LIMIT 1), '') AS why FROM linked_mentions l JOIN documents d ON d.id = l.document JOIN"
          + " link_documents s ON s.document = l.document JOIN event_mentions m ON m.document ="
          + " l.document AND m.id = l.mention WHERE l.event = ? ORDER BY d.published NULLS LAST,"
          + " l.document, m.position LIMIT 200";

  /** Copies the list. */
  public LinkedEvent {
    tellings = List.copyOf(tellings);
  }

  /** The event of an id, or that a mention belongs to. */
  public static Optional<LinkedEvent> find(RecordStore store, String id) {
    Questions ask = new Questions(store);
    List<Questions.Answer> found =
        ask.ask(
            "SELECT * FROM linked_events WHERE id = coalesce((SELECT event FROM linked_mentions"
                + " WHERE mention = ? LIMIT 1), ?)",
            id,
            id);
    return found.stream()
        .findFirst()
        .map(
            row ->
                new LinkedEvent(
                    row.text("id"),
                    row.number("mentions"),
                    row.number("reports"),
                    row.number("independent"),
                    ask.ask(TELLINGS, row.text("id"))));
  }

  /** The events that a document tells, with their mentions in it, in the order of its text. */
  public static List<Questions.Answer> ofDocument(RecordStore store, String document) {
    return new Questions(store)
        .ask(
            "SELECT l.event, l.mention, m.type, m.trigger_text AS trigger, e.reports, e.independent"
                + " FROM linked_mentions l JOIN event_mentions m ON m.document = l.document AND m.id"
                + " = l.mention JOIN linked_events e ON e.id = l.event WHERE l.document = ? ORDER BY"
                + " m.position",
            document);
  }
}
