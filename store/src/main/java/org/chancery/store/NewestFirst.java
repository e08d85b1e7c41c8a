package org.chancery.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages of rows that a filter asks for, newest first, in a record that may hold millions. */
final class NewestFirst {
  private static final String NO_CURSOR = "cursor is none that a page gave";

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

  /** A row with what its place in the order is told by; ids of other systems may be alike. */
  private record Key(long row, String id, String day) {}

  /**
   * The page that begins at a cursor; the first where that is empty. Which rows it holds is found
   * by a few columns, and these rows alone are read whole, by index.
   */
  EventFilter.Page from(String cursor) {
    Conditions from = new Conditions();
    if (!filter.grouped()) { // only whole groups are passed over
      from.and(filter.where(), filter.values().toArray());
    }
    LocalDate until = after(from, cursor);
    if (!filter.grouped()) {
      late(from, until == null ? newest() : until);
    }
    List<Key> keys = keys(from);
    String next = null;
    if (keys.size() > size) {
      keys = keys.subList(0, size);
      Key last = keys.get(size - 1);
      next = last.day + "\n" + last.id;
    }
    return new EventFilter.Page(
        rows(keys),
        next == null
            ? null
            : Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(next.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Bounds a question by the day on which its newest rows begin. The days alone are found many
   * times faster than ids are sorted; reports come into a record in about the order of their days,
   * so that of those long past little is read.
   */
  private void late(Conditions all, @Nullable LocalDate until) {
    for (int days : WITHIN) {
      Conditions within = new Conditions();
      within.and(all.sql(), all.values().toArray());
      if (days > 0 && until != null) {
        within.and("first_day >= ?", until.minusDays(days));
      }
      Questions.Answer found =
          new Questions(store)
              .ask(
                  "SELECT min(first_day) AS day, count(first_day) AS days FROM (SELECT first_day FROM"
                      + " event_rows WHERE "
                      + within.sql()
                      + " ORDER BY first_day DESC NULLS LAST LIMIT "
                      + (size + 1)
                      + ")",
                  within.values().toArray())
              .get(0);
      if (found.number("days") > size) {
        all.and("first_day >= ?::DATE", found.text("day"));
        return;
      }
    }
  }

  private @Nullable LocalDate newest() {
    String day =
        new Questions(store)
            .ask(
                "SELECT max(first_day) AS day FROM event_rows WHERE first_day <= ?",
                LocalDate.now(ZoneOffset.UTC))
            .get(0)
            .text("day");
    return day.isEmpty() ? null : LocalDate.parse(day);
  }

  private List<Key> keys(Conditions from) {
    String rows =
        filter.grouped()
            ? "nth, id, first_day FROM " + store.grouped().newest(filter)
            : "rowid AS nth, id, first_day FROM event_rows";
    String sql = "SELECT " + rows + " WHERE " + from.sql() + order;
    return new Questions(store)
        .ask(sql, from.values().toArray()).stream()
            .map(row -> new Key(row.number("nth"), row.text("id"), row.text("first_day")))
            .toList();
  }

  private List<EventRow> rows(List<Key> keys) {
    Map<Long, EventRow> found = new HashMap<>();
    new LinkAsk(store.connection())
        .among(
            "SELECT rowid AS nth, " + EventQuery.COLUMNS + " FROM event_rows WHERE id IN ",
            keys.stream().map(Key::id).toList(),
            r -> found.put(r.getLong("nth"), EventQuery.row(r)));
    return keys.stream().map(key -> Objects.requireNonNull(found.get(key.row))).toList();
  }

  /** What follows on a cursor, and its day where it has one. */
  private static @Nullable LocalDate after(Conditions all, String cursor) {
    if (cursor.isEmpty()) {
      return null;
    }
    String[] key = decoded(cursor);
    if (key[0].isEmpty()) {
      all.and("first_day IS NULL AND id < ?", key[1]);
      return null;
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
    return day.first();
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
