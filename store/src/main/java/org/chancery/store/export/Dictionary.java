package org.chancery.store.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.store.EventFilter;
import org.chancery.store.RecordStore;

/**
 * What the tables and columns of the record and of its exports mean. The words are data: {@code
 * descriptions.tsv} beside the schema, one line a column, {@code *} for the table itself, {@code =}
 * for the table that it is like, tables of exports as {@code export.NAME} where they differ from
 * the table they come from.
 */
public final class Dictionary {
  private static final String WORDS = "/org/chancery/store/descriptions.tsv";
  private static final List<String> SCHEMA =
      List.of(
          "/org/chancery/store/schema.sql",
          "/org/chancery/store/rows.sql",
          "/org/chancery/store/imported.sql");

  private final Map<String, String> words;

  private Dictionary(Map<String, String> words) {
    this.words = words;
  }

  /** One column as it is in a database. */
  private record Column(String name, String type, boolean required) {}

  /** Reads the descriptions of this program. */
  public static Dictionary read() {
    Map<String, String> words = new TreeMap<>();
    int number = 0;
    for (String line : resource(WORDS).split("\n")) {
      number++;
      if (line.isBlank() || line.startsWith("#") || number == 1) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != 3 || words.put(cells[0] + "." + cells[1], cells[2]) != null) {
        throw new IllegalStateException(
            WORDS + ":" + number + ": needs three cells, and a column only once");
      }
    }
    return new Dictionary(words);
  }

  /** What a table of an export holds; empty where nobody said. */
  public String of(ExportTable table) {
    return of(table, "*");
  }

  /** What a column of an export means; empty where nobody said. */
  public String of(ExportTable table, String column) {
    String own = words.get("export." + table.key() + "." + column);
    return own == null ? words.getOrDefault(table.base() + "." + column, "") : own;
  }

  /** The dictionary as Markdown: {@code docs/record.md}. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# The record: tables and columns\n\n");
    out.append("Made by `chancery schema --markdown` from the schema (record version ")
        .append(RecordStore.VERSION)
        .append(
            ") and `descriptions.tsv` beside it; change those, not this file.\n\n"
                + "Spans (`span_begin`, `span_end` and their like) are half-open offsets into"
                + " `documents.text`, counted in UTF-16 code units. Dates are ISO 8601 and may be less than a"
                + " day (`2024-05`). A column without *always* may be empty.\n");
    out.append("\n## The record file\n");
    tables().forEach((name, columns) -> section(out, name, name, columns, null));
    out.append(
        "\n## Exports\n\n`chancery export` writes these tables; CSV joins lists by `; ` and puts an"
            + " apostrophe before a cell that a spreadsheet would run. CSV of events is the layout of"
            + " `chancery events --format csv`: `event_mention` stands for `id`, `title` and"
            + " `place_precision` are left out. GeoJSON holds the events with coordinates, with"
            + " `precision` for `place_precision`. GraphML holds a node a party and an edge a pair and quad"
            + " class.\n");
    exports()
        .forEach(
            (table, columns) -> section(out, table.key(), "export." + table.key(), columns, table));
    return out.toString();
  }

  private void section(
      StringBuilder out,
      String title,
      String key,
      List<Column> columns,
      @org.jspecify.annotations.Nullable ExportTable export) {
    out.append("\n### ").append(title).append("\n\n");
    out.append(export == null ? words.getOrDefault(key + ".*", "") : of(export));
    out.append("\n\n| column | type | |\n|---|---|---|\n");
    for (Column column : columns) {
      String said = export == null ? said(key, column.name) : of(export, column.name);
      out.append("| `").append(column.name).append("` | ").append(column.type).append(" | ");
      out.append(said).append(column.required ? " *Always.*" : "").append(" |\n");
    }
  }

  /**
   * What a column means: its own words, or those of the table that its table is like ({@code =}).
   */
  private String said(String table, String column) {
    String own = words.get(table + "." + column);
    String like = words.get(table + ".=");
    return own != null ? own : like == null ? "" : words.getOrDefault(like + "." + column, "");
  }

  /** Columns of the record or of exports that nobody described; descriptions of none. */
  public List<String> faults() {
    TreeSet<String> left = new TreeSet<>(words.keySet());
    List<String> faults = new ArrayList<>();
    tables()
        .forEach(
            (table, columns) -> {
              List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
              names.add("*");
              left.remove(table + ".=");
              for (String column : names) {
                if (!left.remove(table + "." + column) && said(table, column).isEmpty()) {
                  faults.add(table + "." + column + " has no description");
                }
              }
            });
    exports()
        .forEach(
            (table, columns) -> {
              left.remove("export." + table.key() + ".*");
              for (Column column : columns) {
                left.remove("export." + table.key() + "." + column.name);
                if (of(table, column.name).isEmpty()) {
                  faults.add("export." + table.key() + "." + column.name + " has no description");
                }
              }
            });
    left.forEach(name -> faults.add(name + " is described, but there is no such column"));
    return faults;
  }

  private static Map<String, List<Column>> tables() {
    Map<String, List<Column>> tables = new LinkedHashMap<>();
    try (Connection empty = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = empty.createStatement()) {
      for (String part : SCHEMA) {
        statement.execute(resource(part));
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT table_name, column_name, data_type, NOT is_nullable FROM duckdb_columns() WHERE"
                  + " NOT internal ORDER BY table_oid, column_index")) {
        while (rows.next()) {
          tables
              .computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
              .add(new Column(rows.getString(2), rows.getString(3), rows.getBoolean(4)));
        }
      }
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<ExportTable, List<Column>> exports() {
    Map<ExportTable, List<Column>> tables = new LinkedHashMap<>();
    try (Connection empty = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = empty.createStatement()) {
      for (String part : SCHEMA) {
        statement.execute(resource(part));
      }
      for (ExportTable table : ExportTable.values()) {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows =
            statement.executeQuery("DESCRIBE " + table.sql(EventFilter.of(Map.of())))) {
          while (rows.next()) {
            columns.add(new Column(rows.getString(1), rows.getString(2), false));
          }
        }
        tables.put(table, columns);
      }
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Dictionary.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
