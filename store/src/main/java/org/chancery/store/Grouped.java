package org.chancery.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The rows that a filter asks for, each with the event that it tells, as a table that lasts as long
 * as the connection; of a record that is served it is made once for all that is asked of the
 * filter.
 */
final class Grouped {
  private final RecordStore store;
  private final Told told;
  private final Map<Map<String, String>, String> tables = new HashMap<>();
  private int number;

  Grouped(RecordStore store, Told told) {
    this.store = store;
    this.told = told;
  }

  /** The same for another connection to the same record. */
  Grouped over(RecordStore other) {
    return new Grouped(other, told);
  }

  /** Makes what all tables are joined with. */
  void prepare() {
    told.table(new LinkAsk(store.connection()));
  }

  /** The table's name; {@code counted} is the first row of the record that tells the event. */
  String table(EventFilter filter) {
    return told.kept()
        ? tables.computeIfAbsent(filter.parts(), parts -> made(filter))
        : made(filter);
  }

  /** Of each event that a filter asks for the newest mention's row, which stands for it. */
  String newest(EventFilter filter) {
    return "(SELECT nth, id, first_day FROM "
        + table(filter)
        + " QUALIFY row_number() OVER (PARTITION BY counted ORDER BY first_day DESC NULLS LAST, id"
        + " DESC) = 1)";
  }

  private String made(EventFilter filter) {
    String table = "grouped_" + number++;
    LinkAsk ask = new LinkAsk(store.connection());
    ask.change(
        store.known(
            "CREATE TEMP TABLE "
                + table
                + " AS SELECT found.*, coalesce(told.event, found.nth) AS counted FROM (SELECT rowid AS nth, id, first_day,"
                + " type, modality, quad_class, place_country, publisher, origin FROM event_rows WHERE "
                + filter.where()
                + ") found LEFT JOIN "
                + told.table(ask)
                + " told ON told.nth = found.nth"),
        filter.values().toArray());
    return table;
  }
}
