package org.chancery.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file, read as a stream by DuckDB, which Chancery has for its record anyway
 * (docs/adr tells why no other library). The database is in memory, empty, and may not load
 * extensions.
 */
final class ParquetReader implements Readings {
  private final Connection database;
  private final String origin;
  private final @Nullable ResultSet rows;
  private final @Nullable PreparedStatement query;
  private final List<String> keys = new ArrayList<>();
  private @Nullable Reading fault;
  private long row;
  private boolean ended;

  ParquetReader(Path file, Mapping mapping, String origin) throws IOException {
    this.origin = origin;
    ResultSet opened = null;
    PreparedStatement prepared = null;
    try {
      Properties settings = new Properties();
      settings.setProperty("jdbc_stream_results", "true");
      database = DriverManager.getConnection("jdbc:duckdb:", settings);
    } catch (SQLException e) {
      throw new IOException("DuckDB does not start: " + e.getMessage(), e);
    }
    try {
      try (Statement statement = database.createStatement()) {
        statement.execute("SET threads=1");
        statement.execute("SET memory_limit='1GB'");
        statement.execute("SET autoinstall_known_extensions=false");
        statement.execute("SET autoload_known_extensions=false");
      }
      String name = literal(file);
      List<String> columns = columns(name);
      if (mapping.path("text").in(tops(columns, mapping))) {
        prepared = database.prepareStatement(select(columns, mapping, name));
        opened = prepared.executeQuery();
      } else {
        fault =
            new Reading.Reject(
                origin,
                "no-text",
                "it has no column \""
                    + mapping.field("text")
                    + "\" but "
                    + Fields.brief(String.join(", ", columns))
                    + "; name yours with --map text=COLUMN");
      }
    } catch (SQLException e) {
      fault = unreadable(e);
    }
    rows = opened;
    query = prepared;
  }

  /** The file's name as DuckDB takes it, with the characters of its patterns made plain. */
  private static String literal(Path file) {
    String path = file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]");
    return "'" + path.replace("'", "''") + "'";
  }

  private List<String> columns(String name) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet described =
            statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + name + ")")) {
      while (described.next()) {
        columns.add(described.getString(1));
      }
    }
    return columns;
  }

  /** The columns, and paths of the mapping that lead into one of them. */
  private static List<String> tops(List<String> columns, Mapping mapping) {
    List<String> known = new ArrayList<>(columns);
    for (FieldPath.Step step : mapping.path("text").alternatives()) {
      if (FieldPath.column(columns, step.path().split("\\.", -1)[0]) >= 0) {
        known.add(step.path());
      }
    }
    return known;
  }

  private String select(List<String> columns, Mapping mapping, String name) {
    List<String> wanted = new ArrayList<>();
    for (String key : Mapping.KEYS) {
      List<String> there = new ArrayList<>();
      for (FieldPath.Step step : mapping.path(key).alternatives()) {
        String value = value(columns, step.path());
        if (value != null) {
          there.add("CAST(" + value + " AS VARCHAR)");
        }
      }
      if (!there.isEmpty()) {
        keys.add(key);
        String value =
            there.size() == 1 ? there.get(0) : "coalesce(" + String.join(",", there) + ")";
        wanted.add(
            "CASE WHEN length("
                + value
                + ") <= "
                + Fields.LONGEST_TEXT
                + " THEN "
                + value
                + " END");
        wanted.add("length(" + value + ")");
      }
    }
    return "SELECT " + String.join(", ", wanted) + " FROM read_parquet(" + name + ")";
  }

  private static @Nullable String value(List<String> columns, String path) {
    int whole = FieldPath.column(columns, path);
    if (whole >= 0) {
      return quoted(columns.get(whole));
    }
    String[] names = path.split("\\.", -1);
    int top = FieldPath.column(columns, names[0]);
    if (top < 0) {
      return null;
    }
    StringBuilder value = new StringBuilder(quoted(columns.get(top)));
    for (int i = 1; i < names.length; i++) {
      value.append('.').append(quoted(names[i]));
    }
    return value.toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public @Nullable Reading next() {
    if (fault != null || rows == null || ended) {
      Reading last = fault;
      fault = null;
      return last;
    }
    try {
      if (!rows.next()) {
        return null;
      }
      row++;
      String where = origin + "#" + row;
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        String value = rows.getString(2 * i + 1);
        if (value == null && rows.getLong(2 * i + 2) > Fields.LONGEST_TEXT) {
          return Fields.tooLong(where, rows.getLong(2 * i + 2));
        }
        values.put(keys.get(i), value == null ? "" : value);
      }
      return Fields.read(values, "", where);
    } catch (SQLException e) {
      ended = true;
      return unreadable(e);
    }
  }

  private Reading unreadable(SQLException e) {
    return new Reading.Reject(
        origin + (row == 0 ? "" : "#" + (row + 1)),
        "syntax",
        (row == 0 ? "it cannot be read as Parquet: " : "the rest cannot be read: ")
            + Fields.brief(e.getMessage()));
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
      if (query != null) {
        query.close();
      }
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not stop: " + e.getMessage(), e);
    }
  }
}
