package org.chancery.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.chancery.core.ChanceryException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The file of a record: who holds it, which version its tables have, and how it is copied. */
final class RecordFile {
  private static final int ATTEMPTS = 5;

  private RecordFile() {}

  /** Connects to write; a server that reads the record is asked to let go. */
  static DuckDBConnection connected(Path file) {
    try {
      return connect(file, false);
    } catch (SQLException e) {
      if (!isHeld(e)) {
        throw unopened(file, e);
      }
      List<DuckDBConnection> got = new ArrayList<>();
      boolean released =
          Handover.ask(
              file,
              () -> {
                try {
                  got.add(connect(file, false));
                  return true;
                } catch (SQLException still) {
                  return false;
                }
              });
      if (released) {
        return got.get(0);
      }
      throw unopened(file, e);
    }
  }

  static DuckDBConnection connect(Path file, boolean readOnly) throws SQLException {
    Properties properties = new Properties();
    if (readOnly) {
      properties.setProperty("duckdb.read_only", "true");
    }
    return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
  }

  private static boolean isHeld(SQLException e) {
    String why = String.valueOf(e.getMessage());
    return why.contains("lock") || why.contains("different configuration");
  }

  static ChanceryException unopened(Path file, SQLException e) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return fault(
        file,
        isHeld(e)
            ? "another program is writing to it; wait for that, or name another file with --record"
            : "it cannot be opened as a record (" + why + "); name another file with --record",
        e);
  }

  /** The version of the tables; 0 where there are none. */
  static int version(DuckDBConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('meta','documents')")) {
      tables.next();
      if (tables.getInt(1) == 0) {
        return 0;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet versions = statement.executeQuery("SELECT max(version) FROM meta")) {
      versions.next();
      return versions.getInt(1);
    }
  }

  /** Copies the file and its log, both of one moment. */
  static void copy(Path file, Path copy) {
    Path log = Path.of(file + ".wal");
    Path logCopy = Path.of(copy + ".wal");
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        String before = state(file);
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(logCopy);
        if (Files.exists(log)) {
          // what a writer adds meanwhile is a whole transaction more, or a torn end that is left
          // out
          Files.copy(log, logCopy);
        }
        if (before.equals(state(file))) {
          return;
        }
      }
    } catch (IOException e) {
      throw fault(file, "it cannot be copied to read from: " + e.getMessage(), e);
    }
    throw fault(file, "it is written to all the time and cannot be copied; ask again", null);
  }

  /** When and how large the file is: it changes at checkpoints only, between them the log grows. */
  private static String state(Path file) throws IOException {
    return Files.getLastModifiedTime(file) + " " + Files.size(file);
  }

  /** Makes the tables in an empty file; gives the version of the tables. */
  static int prepare(DuckDBConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version = version(connection);
      if (version == 0) {
        statement.execute("BEGIN");
        statement.execute(text("schema.sql"));
        statement.execute(text("rows.sql"));
        statement.execute(text("imported.sql"));
        statement.execute("INSERT INTO meta VALUES (" + RecordStore.VERSION + ", 'Chancery')");
        statement.execute("COMMIT");
        version = RecordStore.VERSION;
      }
      if (version == 1) { // actors had neither members nor how they were resolved
        statement.execute(text("migration-2.sql"));
        version = 2;
      }
      if (version == 2) { // figures did not say what they are a part of
        statement.execute(text("migration-3.sql"));
        version = 3;
      }
      if (version == 3) { // reports were not linked to one another
        statement.execute(text("migration-4.sql"));
        version = 4;
      }
      if (version == 4) { // rows for readers were views
        MigrationFive.run(connection);
        version = 5;
      }
      if (version == 5) { // events of other systems had no place
        statement.execute("BEGIN");
        statement.execute(text("imported.sql"));
        statement.execute(text("migration-6.sql"));
        statement.execute("COMMIT");
        version = 6;
      }
      if (version == RecordStore.VERSION) {
        index(statement);
      }
      return version;
    }
  }

  /**
   * Makes indexes that are not there. Never in the transaction that fills a table: DuckDB would
   * leave its rows out of the index.
   */
  private static void index(Statement statement) throws SQLException {
    try (ResultSet last =
        statement.executeQuery(
            "SELECT count(*) FROM duckdb_indexes() WHERE index_name = 'event_rows_id'")) {
      last.next();
      if (last.getInt(1) > 0) {
        return;
      }
    }
    statement.execute(text("indexes.sql"));
  }

  static String text(String resource) {
    try (InputStream in = RecordStore.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ChanceryException fault(Path file, String what, @Nullable Throwable cause) {
    String message = "record " + file + ": " + what;
    return cause == null
        ? new ChanceryException("record", message)
        : new ChanceryException("record", message, cause);
  }
}
