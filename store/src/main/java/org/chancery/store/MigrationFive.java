package org.chancery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** Fills the tables for readers in a record that had views in their place. */
final class MigrationFive {
  /** Rows read at once: what is in memory stays small whatever the record. */
  private static final int PART = 50_000;

  private MigrationFive() {}

  static void run(DuckDBConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.execute(RecordTables.text("migration-5.sql"));
      statement.execute(RecordTables.text("rows.sql"));
      statement.execute(
          "INSERT INTO figure_rows SELECT document, publisher, published, id, text, counts, low, high, unit, of_whom, by_whom, since, until, part_of, span_begin, said_by FROM old_figures");
      fill(connection, statement);
      statement.execute("DROP TABLE old_rows; DROP TABLE old_figures; DROP TABLE old_reviews");
      ReviewedRows.applyAll(connection);
      statement.execute("UPDATE meta SET version = 5");
      statement.execute("COMMIT");
    }
  }

  private static void fill(DuckDBConnection connection, Statement statement) throws SQLException {
    for (long from = 1; ; from += PART) {
      Rows rows = new Rows();
      boolean any = false;
      try (ResultSet old =
          statement.executeQuery(
              "SELECT * FROM old_rows WHERE n >= "
                  + from
                  + " AND n < "
                  + (from + PART)
                  + " ORDER BY n")) {
        while (old.next()) {
          any = true;
          rows.row(
              "event_rows",
              FlatRows.values(
                  EventQuery.row(old),
                  old.getString("title"),
                  old.getInt("position"),
                  old.getString("place_precision"),
                  old.getBoolean("symmetric")));
        }
      }
      if (!any) {
        return;
      }
      rows.flush(connection);
    }
  }
}
