package org.chancery.store;

import java.util.List;
import java.util.Map;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.jspecify.annotations.Nullable;

/** Small records of invented reports, one event each. */
final class Made {
  private Made() {}

  static DocumentRecord meeting(String id, String actor, String recipient, String date) {
    return event(id, "CONSULT", 1, 1.0, actor, recipient, date, null, "They met.");
  }

  static DocumentRecord event(
      String id,
      String type,
      int quad,
      double goldstein,
      String actor,
      String recipient,
      String date,
      @Nullable String place,
      String text) {
    EventMention mention =
        new EventMention(
            "em-" + id,
            type,
            null,
            List.of(),
            "040",
            quad,
            goldstein,
            Modality.HAPPENED,
            List.of(new EventMention.Participant(null, new Span(0, 4), actor, actor + " GOV")),
            List.of(
                new EventMention.Participant(null, new Span(0, 4), recipient, recipient + " GOV")),
            type.equals("CONSULT"),
            new EventMention.Trigger(new Span(0, 4), text.substring(0, 4)),
            new Span(0, text.length()),
            new EventMention.EventTime(date, "day", null),
            place == null ? null : "pl",
            EventMention.NARRATOR,
            null,
            0.9,
            "model:m");
    List<PlaceMention> places =
        place == null
            ? List.of()
            : List.of(
                new PlaceMention(
                    "pl",
                    new Span(0, 4),
                    place,
                    place,
                    "SAU",
                    null,
                    24.0,
                    46.0,
                    null,
                    null,
                    "city",
                    "x",
                    1));
    return new DocumentRecord(
        new Document(
            id, null, "Wire", date.length() >= 10 ? date : "2025-06-01", "en", "T", text, "test"),
        new Outcome.Coded(),
        List.of(),
        places,
        List.of(),
        List.of(mention),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Figure(
                "f",
                new Span(0, 4),
                "They",
                "killed",
                3L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "narrator")),
        List.of(),
        new Versions("0", "hash", Map.of()));
  }
}
