package org.chancery.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pages of rows that a filter asks for, newest first, in a record that may hold millions. */
final class NewestFirst {
  private static final String NO_CURSOR = "cursor is none that a page gave";

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

  /** A row by what its place in the order is told by; ids of other systems may be alike. */
  private record Key(String id, String origin, String day) {}

  /**
   * The page that begins at a cursor; the first where that is empty. Which rows it holds is found
   * by a few columns, and these rows alone are read whole, by index.
   */
  EventFilter.Page from(String cursor) {
    Conditions from = new Conditions();
    if (!filter.grouped()) { // only whole groups are passed over
      from.and(filter.where(), filter.values().toArray());
    }
    after(from, cursor);
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

  private List<Key> keys(Conditions from) {
    String rows = filter.grouped() ? store.grouped().newest(filter) : "event_rows";
    String sql = "SELECT id, origin, first_day FROM " + rows + " WHERE " + from.sql() + order;
    return new Questions(store)
        .ask(sql, from.values().toArray()).stream()
            .map(row -> new Key(row.text("id"), row.text("origin"), row.text("first_day")))
            .toList();
  }

  private List<EventRow> rows(List<Key> keys) {
    Map<Key, EventRow> found = new HashMap<>();
    new LinkAsk(store.connection())
        .among(
            EventQuery.ROWS + " WHERE id IN ",
            keys.stream().map(Key::id).toList(),
            r -> {
              EventRow row = EventQuery.row(r);
              String day = r.getString("first_day");
              return found.put(new Key(row.id(), row.origin(), day == null ? "" : day), row);
            });
    return keys.stream().map(key -> Objects.requireNonNull(found.get(key))).toList();
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
