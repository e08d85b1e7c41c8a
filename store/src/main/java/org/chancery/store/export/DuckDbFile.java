package org.chancery.store.export;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.store.EventFilter;
import org.chancery.store.RecordStore;

/** An export as a plain DuckDB database: every table, with comments on tables and columns. */
final class DuckDbFile {
  private final RecordStore store;

  DuckDbFile(RecordStore store) {
    this.store = store;
  }

  /** Makes the file; gives its number of events. */
  long write(EventFilter filter, Path file) throws SQLException {
    Dictionary dictionary = Dictionary.read();
    // databases are attached for all connections of a process, so the name has to be its own
    String database = "export_" + UUID.randomUUID().toString().replace("-", "");
    try (Statement statement = store.connection().createStatement()) {
      statement.execute("ATTACH " + Exporter.quoted(file) + " AS " + database + " (READ_WRITE)");
      try {
        for (ExportTable table : ExportTable.values()) {
          String name = database + "." + table.key();
          try (PreparedStatement create =
              store
                  .connection()
                  .prepareStatement("CREATE TABLE " + name + " AS " + table.sql(filter))) {
            List<Object> values = filter.values();
            for (int i = 0; i < values.size(); i++) {
              create.setObject(i + 1, values.get(i));
            }
            create.execute();
          }
          comment(statement, "TABLE " + name, dictionary.of(table));
          for (String column : columns(statement, database, table)) {
            comment(
                statement, "COLUMN " + name + ".\"" + column + "\"", dictionary.of(table, column));
          }
        }
        try (ResultSet count =
            statement.executeQuery("SELECT count(*) FROM " + database + ".events")) {
          count.next();
          return count.getLong(1);
        }
      } finally {
        statement.execute("DETACH " + database);
      }
    }
  }

  private static void comment(Statement statement, String on, String words) throws SQLException {
    statement.execute("COMMENT ON " + on + " IS '" + words.replace("'", "''") + "'");
  }

  private static List<String> columns(Statement statement, String database, ExportTable table)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT column_name FROM duckdb_columns() WHERE database_name = '"
                + database
                + "' AND table_name = '"
                + table.key()
                + "' ORDER BY column_index")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }
}
