package org.chancery.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Event rows as CSV (RFC 4180); lists are joined by semicolons. */
public final class EventCsv {
  private EventCsv() {}

  /** The names of the columns. */
  public static String header() {
    return "document,publisher,published,event_mention,type,mode,cameo,quad_class,goldstein,modality,actors,actor_texts,"
        + "recipients,recipient_texts,trigger,date,place,place_country,lat,lon,said_by,confidence,coded_by,review,origin";
  }

  /** One row. */
  public static String line(EventRow r) {
    return Arrays.asList(
            r.document(),
            r.publisher(),
            r.published(),
            r.id(),
            r.type(),
            r.mode(),
            r.cameo(),
            r.quadClass(),
            r.goldstein(),
            r.modality(),
            join(r.actors()),
            join(r.actorTexts()),
            join(r.recipients()),
            join(r.recipientTexts()),
            r.trigger(),
            r.date(),
            r.place(),
            r.placeCountry(),
            r.lat(),
            r.lon(),
            r.saidBy(),
            r.confidence(),
            r.codedBy(),
            r.review(),
            r.origin())
        .stream()
        .map(EventCsv::cell)
        .collect(Collectors.joining(","));
  }

  private static String join(List<String> values) {
    return String.join("; ", values);
  }

  /**
   * Quotes where needed; a leading formula sign gets an apostrophe, so that no spreadsheet runs it.
   */
  public static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
