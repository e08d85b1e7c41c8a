package org.chancery.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The rows that a filter asks for, each with the event that it tells, as a table that lasts as long
 * as the connection. The rows are found first and then joined with the links: joined first, the
 * links of a whole record are read for a few rows.
 */
final class Grouped {
  private static final AtomicLong NUMBER = new AtomicLong();

  private Grouped() {}

  /**
   * The table's name; {@code counted} is the event or, where none is linked, the mention; {@code
   * nth} the row's place in the record.
   */
  static String table(RecordStore store, EventFilter filter) {
    long number = NUMBER.incrementAndGet();
    String found = "found_" + number;
    String grouped = "grouped_" + number;
    LinkAsk ask = new LinkAsk(store.connection());
    ask.change(
        store.known(
            "CREATE TEMP TABLE "
                + found
                + " AS SELECT rowid AS nth, id, first_day, type, modality, quad_class, place_country,"
                + " publisher, origin FROM event_rows WHERE "
                + filter.where()),
        filter.values().toArray());
    ask.change(
        "CREATE TEMP TABLE "
            + grouped
            + " AS SELECT f.*, coalesce(l.event, f.id) AS counted FROM "
            + found
            + " f LEFT JOIN linked_mentions l ON l.mention = f.id");
    ask.execute("DROP TABLE " + found);
    return grouped;
  }
}
