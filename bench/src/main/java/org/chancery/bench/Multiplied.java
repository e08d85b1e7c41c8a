package org.chancery.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a record many times as large by SQL: each report is copied with other ids, each copy told
 * some days later, in the order of years as an archive is read. The store's own way of writing
 * takes an hour for a million events where other work shares the machine.
 */
final class Multiplied {
  private static final int DAYS_BETWEEN = 3;
  private static final String ID = "|| '-' || k";

  /** Columns by which the rows of a report are found, where it is not its id. */
  private static final Map<String, String> KEYS =
      Map.of("documents", "id", "links", "one", "copies", "one");

  private Multiplied() {}

  static void by(Path file, int factor) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      List<String> indexes = strings(statement, "SELECT sql FROM duckdb_indexes()");
      for (String name : strings(statement, "SELECT index_name FROM duckdb_indexes()")) {
        statement.execute("DROP INDEX " + name);
      }
      List<String> tables =
          strings(
              statement,
              "SELECT table_name FROM duckdb_tables() WHERE table_name NOT IN ('meta', 'runs',"
                  + " 'rejects', 'reviews', 'coded_rows',"
                  + " 'hand_links', 'link_pending', 'imported_files', 'imported_unknown',"
                  + " 'imported_events', 'imported_mentions')");
      statement.execute(
          "CREATE TEMP TABLE base AS SELECT id AS key, left(published, 4) AS year FROM documents");
      statement.execute(
          "INSERT INTO base SELECT m.id, b.year FROM event_mentions m JOIN base b ON b.key = m.document");
      statement.execute(
          "CREATE TEMP TABLE numbers AS SELECT range AS k FROM range(1, " + factor + ")");
      for (String year : strings(statement, "SELECT DISTINCT year FROM base ORDER BY 1")) {
        statement.execute("BEGIN");
        for (String table : tables) {
          statement.execute(copy(statement, table, year));
        }
        statement.execute("COMMIT");
      }
      for (String index : indexes) {
        statement.execute(index);
      }
      statement.execute("CHECKPOINT");
    }
  }

  private static String copy(Statement statement, String table, String year) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String column :
        strings(
            statement,
            "SELECT column_name FROM duckdb_columns() WHERE table_name = '"
                + table
                + "' AND NOT internal ORDER BY column_index")) {
      columns.add(value(table, column));
    }
    String key = KEYS.getOrDefault(table, "document");
    return "INSERT INTO "
        + table
        + " SELECT "
        + String.join(", ", columns)
        + " FROM (SELECT o.* FROM "
        + table
        + " o SEMI JOIN base b ON b.key = o."
        + key
        + " AND b.year = '"
        + year
        + "') t, numbers";
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
