package org.chancery.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Rows that wait to be written, table by table, in the order of the schema's columns. */
final class Rows {
  private final Map<String, List<@Nullable Object[]>> tables = new TreeMap<>();

  /** Adds a row, of values that the table's columns take. */
  void row(String table, @Nullable Object... values) {
    tables.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
  }

  /** Writes all rows and forgets them. */
  void flush(DuckDBConnection connection) throws SQLException {
    for (Map.Entry<String, List<@Nullable Object[]>> table : tables.entrySet()) {
      try (DuckDBAppender appender = connection.createAppender("main", table.getKey())) {
        for (@Nullable Object[] row : table.getValue()) {
          appender.beginRow();
          for (Object value : row) {
            append(appender, value);
          }
          appender.endRow();
        }
        appender.flush(); // close alone keeps a fault of the last rows to itself
      }
    }
    tables.clear();
  }

  /** Forgets all rows. */
  void clear() {
    tables.clear();
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      appender.append(flag.booleanValue());
    } else if (value instanceof LocalDate day) {
      appender.append(day);
    } else if (value instanceof List<?> list) {
      appender.append(list);
    } else {
      throw new IllegalArgumentException("no column takes a " + value.getClass());
    }
  }
}
