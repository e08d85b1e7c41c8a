package org.chancery.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The rows that a filter asks for, each with the event that it tells, as a table that lasts as long
 * as the connection, made once for all that is asked of the filter.
 */
final class Grouped {
  private final RecordStore store;
  private final Told told;
  private final Map<Map<String, String>, String> tables = new HashMap<>();

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
    return tables.computeIfAbsent(filter.parts(), parts -> made(filter));
  }

  private String made(EventFilter filter) {
    String table = "grouped_" + tables.size();
    LinkAsk ask = new LinkAsk(store.connection());
    ask.change(
        store.known(
            "CREATE OR REPLACE TEMP TABLE "
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
