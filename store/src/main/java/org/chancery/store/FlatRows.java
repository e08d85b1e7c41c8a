package org.chancery.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.PlaceMention;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the tables that readers ask, {@code event_rows} and {@code figure_rows}: what would
 * need five joins a row is put together once, when its document is written.
 */
final class FlatRows {
  private FlatRows() {}

  /** Adds the rows of one document. */
  static void add(Rows rows, DocumentRecord record) {
    Map<String, String> precisions = new HashMap<>();
    for (PlaceMention place : record.places()) {
      precisions.put(place.id(), place.precision());
    }
    List<EventRow> events = EventRow.of(record);
    for (int i = 0; i < events.size(); i++) {
      EventMention mention = record.eventMentions().get(i);
      rows.row(
          "event_rows",
          values(
              events.get(i),
              record.document().title(),
              i,
              mention.place() == null ? null : precisions.get(mention.place()),
              mention.symmetric()));
    }
    Map<String, String> speakers = EventRow.speakers(record);
    for (Figure f : record.figures()) {
      rows.row(
          "figure_rows",
          record.document().id(),
          record.document().publisher(),
          record.document().published(),
          f.id(),
          f.text(),
          f.counts(),
          f.low(),
          f.high(),
          f.unit(),
          f.ofWhom(),
          f.byWhom(),
          f.since(),
          f.until(),
          f.partOf(),
          f.span().begin(),
          EventRow.speaker(speakers, f.attribution()));
    }
  }

  /** One row of {@code event_rows}, in the order of its columns. */
  static @Nullable Object[] values(
      EventRow r, @Nullable String title, int position, @Nullable String precision, boolean both) {
    DayRange days = DayRange.of(r.date());
    return new @Nullable Object[] {
      r.document(),
      r.publisher(),
      r.published(),
      title,
      r.id(),
      position,
      r.type(),
      r.mode(),
      r.cameo(),
      r.quadClass(),
      r.goldstein(),
      r.modality(),
      r.actors(),
      r.actorTexts(),
      r.recipients(),
      r.recipientTexts(),
      r.trigger(),
      r.date(),
      r.place(),
      r.placeCountry(),
      r.lat(),
      r.lon(),
      precision,
      r.saidBy(),
      r.confidence(),
      r.codedBy(),
      r.review(),
      days == null ? null : days.first(),
      days == null ? null : days.last(),
      heads(r.actors()),
      heads(r.recipients()),
      both,
      words(r, title),
      r.origin()
    };
  }

  /**
   * The countries or groups of codes, each once, between spaces ({@code " EGY IRN "}): a column of
   * few values, which the record searches and groups by many times faster than a list.
   */
  static String heads(List<String> codes) {
    TreeSet<String> heads = new TreeSet<>();
    for (String code : codes) {
      for (String member : code.split("\\+")) {
        heads.add(member.strip().split(" ")[0]);
      }
    }
    heads.remove("");
    return heads.isEmpty() ? "" : ' ' + String.join(" ", heads) + ' ';
  }

  private static String words(EventRow r, @Nullable String title) {
    List<String> words = new ArrayList<>();
    words.add(r.trigger());
    for (String part : new @Nullable String[] {r.place(), title}) {
      if (part != null) {
        words.add(part);
      }
    }
    words.addAll(r.actorTexts());
    words.addAll(r.recipientTexts());
    return String.join(" ", words).toLowerCase(Locale.ROOT);
  }
}
