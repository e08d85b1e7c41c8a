package org.chancery.analysis.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.EventMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a number counts by the event that those counted have a part in ({@code figures/events.tsv}),
 * where no word beside it says so.
 */
record Happened(Map<String, Row> rows, List<EventMention> events) {
  /** Reads the table. */
  static Map<String, Row> rows(Codebook codebook) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : codebook.table("figures/events.tsv")) {
      rows.put(key(row.get("type"), row.get("mode"), row.get("side")), row);
    }
    return rows;
  }

  private static String key(String type, @Nullable String mode, String side) {
    return String.join(" ", type, mode == null ? "" : mode, side);
  }

  /** What those of a noun are counted as, by the first event that they have a part in; or null. */
  Counted.@Nullable Count of(Quantity quantity, Span noun) {
    for (EventMention event : events) {
      Row row = part(event, "actor", event.actors(), quantity, noun);
      row = row == null ? part(event, "recipient", event.recipients(), quantity, noun) : row;
      if (row != null) {
        return new Counted.Count(
            row.get("counts"), row.get("unit"), noun, event.trigger().span(), false, false);
      }
    }
    return null;
  }

  private @Nullable Row part(
      EventMention event,
      String side,
      List<EventMention.Participant> parties,
      Quantity quantity,
      Span noun) {
    Span all = quantity.span().union(noun);
    boolean part =
        parties.stream().anyMatch(p -> p.span().overlaps(noun) && all.begin() <= p.span().begin())
            || parties.stream().anyMatch(p -> p.span().contains(all) && near(p.span(), all));
    if (!part) {
      return null;
    }
    Row row = rows.get(key(event.type(), event.mode(), side));
    return row == null ? rows.get(key(event.type(), "", side)) : row;
  }

  /** Whether nothing but an article or hedge stands before the number. */
  private static boolean near(Span party, Span all) {
    return all.begin() - party.begin() <= 5;
  }
}
