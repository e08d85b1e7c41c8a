package org.chancery.store.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.core.ChanceryException;
import org.chancery.store.EventCsv;
import org.chancery.store.EventFilter;
import org.chancery.store.EventQuery;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/** Writes exports of a record. */
public final class Exporter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecordStore store;

  /** Exports this record. */
  public Exporter(RecordStore store) {
    this.store = store;
  }

  /** What is done with each row of a result. */
  interface Row {
    void read(ResultSet row) throws SQLException, IOException;
  }

  /** How many events a filter lets through. */
  public long count(EventFilter asked) {
    EventFilter filter = asked.once(store);
    long[] count = new long[1];
    each(
        "SELECT count(*) FROM event_rows WHERE " + filter.where(),
        filter.values(),
        row -> count[0] = row.getLong(1));
    return count[0];
  }

  /**
   * Writes a file whole or not at all: it gets its name when it is complete.
   *
   * @param replace whether a file of that name may be replaced
   * @return how many rows it holds; of a DuckDB file, events, of GraphML, edges
   */
  public long write(Export export, Path file, boolean replace) {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      refuse(target, replace);
    }
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw fault(file, "its folder does not exist; make it first", null);
    }
    Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      long rows = fill(export, part);
      move(part, target, replace);
      return rows;
    } catch (IOException | UncheckedIOException | SQLException e) {
      throw fault(file, "it cannot be written: " + e.getMessage(), e);
    } finally {
      delete(part);
      delete(Path.of(part + ".wal"));
    }
  }

  private void refuse(Path target, boolean replace) {
    try {
      if (Files.isDirectory(target)) {
        throw fault(target, "it is a folder; name a file", null);
      }
      if (Files.exists(store.file()) && Files.isSameFile(target, store.file())) {
        throw fault(target, "it is the record itself; name another file", null);
      }
    } catch (IOException e) {
      throw fault(target, "it cannot be looked at: " + e.getMessage(), e);
    }
    if (!replace) {
      throw fault(target, "it exists; name another file, or replace it with --force", null);
    }
  }

  private static void move(Path part, Path target, boolean replace) throws IOException {
    if (!replace) {
      Files.move(part, target); // refuses where another program has made it meanwhile
      return;
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // a hidden file is left; what was to be written has its own fault
    }
  }

  private long fill(Export asked, Path file) throws IOException, SQLException {
    Export export = asked.once(store);
    if (export.format() == ExportFormat.DUCKDB) {
      return new DuckDbFile(store).write(export.filter(), file);
    }
    if (export.format() == ExportFormat.PARQUET) {
      String copy =
          "COPY ("
              + export.table().sql(export.filter())
              + ") TO "
              + quoted(file)
              + " (FORMAT parquet, COMPRESSION zstd)";
      try (PreparedStatement statement = prepared(copy, export.filter().values())) {
        return statement.executeUpdate();
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      return write(export, out);
    }
  }

  /** Writes text row by row; the writer stays open. */
  public long write(Export asked, Writer out) throws IOException {
    Export export = asked.once(store);
    EventFilter filter = export.filter();
    String sql = export.table().sql(filter);
    long[] rows = new long[1];
    switch (export.format()) {
      case CSV -> csv(export, sql, out, rows);
      case JSONL ->
          each(
              sql,
              filter.values(),
              row -> {
                out.append(JSON.writeValueAsString(values(row))).append('\n');
                rows[0]++;
              });
      case GEOJSON -> {
        out.append("{\"type\":\"FeatureCollection\",\"features\":[");
        each(sql, filter.values(), row -> rows[0] += feature(row, rows[0] > 0, out) ? 1 : 0);
        out.append("]}\n");
      }
      case GRAPHML -> rows[0] = new GraphMl(this).write(filter, out);
      case PARQUET, DUCKDB ->
          throw new IllegalArgumentException(export.format().key() + " is written to files only");
    }
    out.flush();
    return rows[0];
  }

  private void csv(Export export, String sql, Writer out, long[] rows) throws IOException {
    boolean events = export.table() == ExportTable.EVENTS;
    if (events) {
      out.append(EventCsv.header()).append("\r\n");
    }
    each(
        sql,
        export.filter().values(),
        row -> {
          if (events) {
            out.append(EventCsv.line(EventQuery.row(row)));
          } else {
            Map<String, @Nullable Object> values = values(row);
            if (rows[0] == 0) {
              out.append(String.join(",", values.keySet())).append("\r\n");
            }
            out.append(line(values));
          }
          out.append("\r\n");
          rows[0]++;
        });
  }

  private static String line(Map<String, @Nullable Object> values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values.values()) {
      cells.add(
          EventCsv.cell(
              value instanceof List<?> list
                  ? String.join("; ", list.stream().map(String::valueOf).toList())
                  : value));
    }
    return String.join(",", cells);
  }

  /** A point for an event with coordinates; its precision says how well they are known. */
  private static boolean feature(ResultSet row, boolean follows, Writer out)
      throws SQLException, IOException {
    Map<String, @Nullable Object> properties = values(row);
    Object lat = properties.remove("lat");
    Object lon = properties.remove("lon");
    if (lat == null || lon == null) {
      return false;
    }
    properties.put("precision", properties.remove("place_precision"));
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("type", "Point");
    point.put("coordinates", List.of(lon, lat));
    feature.put("geometry", point);
    feature.put("properties", properties);
    out.append(follows ? ",\n" : "\n").append(JSON.writeValueAsString(feature));
    return true;
  }

  private static Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    ResultSetMetaData columns = Objects.requireNonNull(row.getMetaData());
    for (int c = 1; c <= columns.getColumnCount(); c++) {
      values.put(columns.getColumnLabel(c), Questions.plain(row.getObject(c)));
    }
    return values;
  }

  /** Reads the rows of a query. */
  void each(String sql, List<Object> values, Row read) {
    try (PreparedStatement query = prepared(sql, values);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        read.read(rows);
      }
    } catch (SQLException e) {
      throw new ChanceryException("record", "the record could not be asked: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PreparedStatement prepared(String sql, List<Object> values) throws SQLException {
    PreparedStatement statement = store.connection().prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }

  /** A path as an SQL literal. */
  static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  private static ChanceryException fault(Path file, String what, @Nullable Exception cause) {
    String message = "export " + file + ": " + what;
    return cause == null
        ? new ChanceryException("export", message)
        : new ChanceryException("export", message, cause);
  }
}
