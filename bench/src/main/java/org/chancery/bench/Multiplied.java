package org.chancery.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chancery.store.RecordStore;

/**
 * Makes a record many times as large by SQL: each report is copied with other ids, each copy told
 * some days later, in about the order of time as an archive is read. The store's own way of writing
 * takes an hour for a million events where other work shares the machine.
 */
final class Multiplied {
  private static final int DAYS_BETWEEN = 3;
  private static final String ID = "|| CASE WHEN k = 0 THEN '' ELSE '-' || k END";

  private Multiplied() {}

  /** Makes {@code file} of {@code base}: each report of it {@code factor} times. */
  static void by(Path base, Path file, int factor) throws SQLException {
    RecordStore.open(file).close(); // the tables
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("SET checkpoint_threshold = '8GB'; SET threads = 1");
      List<String> indexes = strings(statement, "SELECT sql FROM duckdb_indexes()");
      for (String name : strings(statement, "SELECT index_name FROM duckdb_indexes()")) {
        statement.execute("DROP INDEX " + name);
      }
      statement.execute("ATTACH '" + base + "' AS base (READ_ONLY)");
      List<String> tables =
          strings(
              statement,
              "SELECT table_name FROM duckdb_tables() WHERE database_name <> 'base' AND table_name NOT"
                  + " IN ('meta', 'runs', 'rejects', 'reviews', 'coded_rows', 'hand_links',"
                  + " 'link_pending', 'imported_files', 'imported_unknown', 'imported_events',"
                  + " 'imported_mentions')");
      statement.execute(
          "CREATE TEMP TABLE numbers AS SELECT range AS k FROM range(0, " + factor + ")");
      statement.execute("INSERT INTO runs SELECT * FROM base.runs");
      for (String table : tables) { // not year by year: a statement costs more than its rows
        statement.execute(copy(statement, table));
      }
      statement.execute("CHECKPOINT");
      for (String index : indexes) {
        statement.execute(index);
      }
      statement.execute("CHECKPOINT");
    }
  }

  private static String copy(Statement statement, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String column :
        strings(
            statement,
            "SELECT column_name FROM duckdb_columns() WHERE database_name = 'base' AND table_name = '"
                + table
                + "' AND NOT internal ORDER BY column_index")) {
      columns.add(value(table, column));
    }
    return "INSERT INTO "
        + table
        + " SELECT "
        + String.join(", ", columns)
        + " FROM base."
        + table
        + " t, numbers";
  }

  private static String value(String table, String column) {
    boolean mention =
        table.equals("event_rows") || table.equals("event_mentions") || table.equals("events");
    String quoted = "t.\"" + column + '"';
    String later = " + (" + DAYS_BETWEEN + " * k)::INTEGER";
    return switch (column) {
      case "document", "event_mention", "mention", "component", "event", "one", "other" ->
          quoted + ID;
      case "block", "band" -> "(hash(" + quoted + ", k) >> 1)::BIGINT";
      case "published_day" -> quoted + later;
      case "source" -> table.equals("link_documents") ? quoted + ID : quoted;
      case "id" -> mention || table.equals("documents") ? quoted + ID : quoted;
      case "content_hash" -> "md5(" + quoted + ID + ")";
      case "mentions" -> "list_transform(" + quoted + ", m -> m " + ID + ")";
      case "published" -> "(" + quoted + "::DATE" + later + ")::VARCHAR";
      case "first_day", "last_day" -> quoted + later;
      case "date", "time_value" ->
          "CASE WHEN "
              + quoted
              + " SIMILAR TO '\\d{4}-\\d{2}-\\d{2}' THEN (try_cast("
              + quoted
              + " AS DATE)"
              + later
              + ")::VARCHAR ELSE "
              + quoted
              + " END";
      default -> quoted;
    };
  }

  private static List<String> strings(Statement statement, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
