package org.chancery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.core.ChanceryException;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Reading;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The records that a run on Spark left in a folder: Parquet files with a row a document, in folders
 * by month of publication. Read a file at a time, in the order of their names. Not thread-safe.
 */
public final class ParquetRecords implements AutoCloseable {
  private final Path folder;
  private final List<Path> files;
  private final Connection memory;

  /** What a row holds: the record of a document, or the note of something that was not read. */
  public sealed interface Row {
    /** A document's record. */
    record Kept(DocumentRecord record) implements Row {}

    /** An input, or a row, that could not be read. */
    record Rejected(Reading.Reject reject) implements Row {}

    /** A note that a reader left of documents that it left out. */
    record Noted(Reading.Note note) implements Row {}
  }

  private ParquetRecords(Path folder, List<Path> files, Connection memory) {
    this.folder = folder;
    this.files = List.copyOf(files);
    this.memory = memory;
  }

  /** Finds the Parquet files of a folder; a folder without any is a fault. */
  public static ParquetRecords in(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(f -> f.toString().endsWith(".parquet"))
              .filter(f -> !folder.relativize(f).toString().contains("_temporary"))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new ChanceryException(
            "usage",
            folder
                + ": holds no Parquet file; name the folder that chancery code --engine wrote, once"
                + " it has ended");
      }
      Properties streaming = new Properties();
      streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
      return new ParquetRecords(
          folder, files, DriverManager.getConnection("jdbc:duckdb:", streaming));
    } catch (IOException | SQLException e) {
      throw new ChanceryException("usage", folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Whether the run that wrote the folder said that it had ended. */
  public boolean finished() {
    return Files.exists(folder.resolve("_SUCCESS"));
  }

  /** The files in the order in which they are read. */
  public List<Path> files() {
    return files;
  }

  /** Hands over every row of a file; a file that cannot be read through ends with a reject. */
  public void read(Path file, Consumer<Row> rows) {
    long number = 0;
    try (PreparedStatement query =
        memory.prepareStatement(
            "SELECT origin, status, reason, detail, left_out, record FROM read_parquet(?)")) {
      query.setString(1, file.toString());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          number++;
          rows.accept(row(row, file + ":" + number));
        }
      }
    } catch (SQLException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      rows.accept(
          reject(file.toString(), "unreadable", "no record after row " + number + ": " + why));
    }
  }

  private static Row row(ResultSet row, String where) throws SQLException {
    String origin = row.getString("origin");
    String record = row.getString("record");
    if ("note".equals(row.getString("status"))) {
      String reason = or(row.getString("reason"), "unknown");
      long leftOut = row.getLong("left_out");
      return new Row.Noted(new Reading.Note(or(origin, where), reason, detail(row), leftOut));
    }
    if (record == null) {
      return reject(or(origin, where), or(row.getString("reason"), "unknown"), detail(row));
    }
    try {
      return new Row.Kept(RecordParser.parse(record, or(origin, where)));
    } catch (ChanceryException e) {
      return reject(where, e.reason(), String.valueOf(e.getMessage()));
    }
  }

  private static String detail(ResultSet row) throws SQLException {
    return or(row.getString("detail"), "");
  }

  private static String or(@Nullable String value, String other) {
    return value == null ? other : value;
  }

  private static Row reject(String origin, String reason, String detail) {
    return new Row.Rejected(new Reading.Reject(origin, reason, detail));
  }

  @Override
  public void close() {
    try {
      memory.close();
    } catch (SQLException e) {
      throw new ChanceryException("record", folder + ": " + e.getMessage(), e);
    }
  }
}
