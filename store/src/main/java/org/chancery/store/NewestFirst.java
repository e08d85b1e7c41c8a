package org.chancery.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.chancery.core.ChanceryException;

/** Pages of rows that a filter asks for, newest first, in a record that may hold millions. */
final class NewestFirst {
  private static final String NO_CURSOR = "cursor is none that a page gave";

  /** Of larger pages all rows are read at once. */
  private static final int LATEST = 1_000;

  /** Of so many last days the newest rows are looked for first; at last of all (0). */
  private static final List<Integer> WITHIN = List.of(60, 0);

  private final RecordStore store;
  private final EventFilter filter;
  private final int size;
  private final String order;

  NewestFirst(RecordStore store, EventFilter filter, int size) {
    this.store = store;
    this.filter = filter;
    this.size = size;
    order = " ORDER BY first_day DESC NULLS LAST, id DESC LIMIT " + (size + 1);
  }

  /** The page that begins at a cursor; the first where that is empty. */
  EventFilter.Page from(String cursor) {
    Conditions all = new Conditions();
    all.and(filter.where(), filter.values().toArray());
    if (filter.grouped()) { // only whole groups are passed over
      Conditions from = new Conditions();
      after(from, cursor);
      return read(
          EventQuery.ROWS
              + " WHERE rowid IN (SELECT nth FROM "
              + newestOfEach()
              + " WHERE "
              + from.sql()
              + order
              + ")",
          from);
    }
    after(all, cursor);
    if (size <= LATEST) {
      latest(all);
    }
    return read(EventQuery.ROWS + " WHERE " + all.sql(), all);
  }

  private EventFilter.Page read(String select, Conditions values) {
    List<EventRow> rows = new ArrayList<>();
    String next = null;
    try (PreparedStatement query =
        store.connection().prepareStatement(store.known(select + order))) {
      values.set(query);
      try (ResultSet result = query.executeQuery()) {
        String key = "";
        while (result.next()) {
          if (rows.size() == size) {
            next = key;
            break;
          }
          EventRow row = EventQuery.row(result);
          rows.add(row);
          String day = result.getString("first_day");
          key = (day == null ? "" : day) + "\n" + row.id();
        }
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    }
    return new EventFilter.Page(
        rows,
        next == null
            ? null
            : Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(next.getBytes(StandardCharsets.UTF_8)));
  }

  /** The newest mention of each event stands for it. */
  private String newestOfEach() {
    return "(SELECT nth, first_day, id FROM "
        + Grouped.table(store, filter)
        + " QUALIFY row_number() OVER (PARTITION BY counted ORDER BY first_day DESC NULLS LAST, id"
        + " DESC) = 1)";
  }

  private static void after(Conditions all, String cursor) {
    if (cursor.isEmpty()) {
      return;
    }
    String[] key = decoded(cursor);
    if (key[0].isEmpty()) {
      all.and("first_day IS NULL AND id < ?", key[1]);
      return;
    }
    DayRange day = DayRange.of(key[0]);
    if (day == null) {
      throw new IllegalArgumentException(NO_CURSOR);
    }
    all.and(
        "(first_day <= ? OR first_day IS NULL) AND (first_day IS NULL OR first_day < ? OR id < ?)",
        day.first(),
        day.first(),
        key[1]);
  }

  /**
   * Bounds a question by the day on which its newest rows begin. The days alone are found many
   * times faster than whole rows are sorted; reports come into a record in about the order of their
   * days, so that of those long past little is read.
   */
  private void latest(Conditions all) {
    Questions ask = new Questions(store);
    String newest =
        ask.ask(
                "SELECT max(first_day) AS day FROM event_rows WHERE first_day <= ?",
                LocalDate.now(ZoneOffset.UTC))
            .get(0)
            .text("day");
    for (int days : newest.isEmpty() ? List.of(0) : WITHIN) {
      Conditions within = new Conditions();
      within.and(all.sql(), all.values().toArray());
      if (days > 0) {
        within.and("first_day >= ?", LocalDate.parse(newest).minusDays(days));
      }
      Questions.Answer found =
          ask.ask(
                  "SELECT min(first_day) AS day, count(first_day) AS days FROM (SELECT first_day FROM"
                      + " event_rows WHERE "
                      + within.sql()
                      + " ORDER BY first_day DESC NULLS LAST LIMIT "
                      + (size + 1)
                      + ")",
                  within.values().toArray())
              .get(0);
      if (found.number("days") == size + 1) {
        all.and("first_day >= ?::DATE", found.text("day"));
        return;
      }
    }
  }

  private static String[] decoded(String cursor) {
    try {
      String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int cut = key.indexOf('\n');
      if (cut >= 0) {
        return new String[] {key.substring(0, cut), key.substring(cut + 1)};
      }
    } catch (IllegalArgumentException e) {
      // falls through to the message
    }
    throw new IllegalArgumentException(NO_CURSOR);
  }
}
