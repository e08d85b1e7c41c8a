package org.chancery.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Which rows of a record tell the event of an earlier row: a table in memory that all connections
 * to a record share which is read only. It is made when it is first asked for; joined with it, rows
 * are grouped several times faster than by the ids of mentions. Of a record that may be written to
 * it is made each time.
 */
final class Told {
  private static final AtomicLong NUMBER = new AtomicLong();

  /** Connections of one program to one file share what is in memory, so the name is its own. */
  private final String table = "served.told_" + NUMBER.incrementAndGet();

  private final boolean kept;
  private boolean made;

  Told(boolean kept) {
    this.kept = kept;
  }

  /** Whether the table is kept, and with it what is made of it. */
  boolean kept() {
    return kept;
  }

  /**
   * The table's name; its columns are {@code nth}, the row, and {@code event}, the first of its
   * event's rows.
   */
  synchronized String table(LinkAsk ask) {
    if (!made || !kept) {
      ask.execute("ATTACH IF NOT EXISTS ':memory:' AS served (READ_WRITE)");
      ask.execute(
          "CREATE OR REPLACE TABLE "
              + table
              + " AS SELECT * FROM (SELECT e.rowid AS nth, min(e.rowid) OVER (PARTITION BY"
              + " coalesce(l.event, e.id)) AS event FROM event_rows e LEFT JOIN linked_mentions l ON"
              + " l.mention = e.id) WHERE nth <> event ORDER BY nth");
      made = true;
    }
    return table;
  }
}
