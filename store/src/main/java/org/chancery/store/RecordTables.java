package org.chancery.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBConnection;

/** The tables of a record: which version they have, how they are made and brought up to date. */
final class RecordTables {
  private RecordTables() {}

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
      if (version == 6) { // a statement did not say whose it is
        statement.execute(text("migration-7.sql"));
        version = 7;
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
            "SELECT count(*) FROM duckdb_indexes() WHERE index_name IN ('event_rows_id',"
                + " 'statements_document')")) {
      last.next();
      if (last.getInt(1) == 2) {
        return;
      }
    }
    statement.execute(text("indexes.sql"));
  }

  /** Makes all indexes anew, unless this program writes to the record by another connection. */
  static void reindex(DuckDBConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet connections = statement.executeQuery("FROM duckdb_connection_count()")) {
        connections.next();
        if (connections.getInt(1) > 1) {
          return;
        }
      }
      List<String> names = new ArrayList<>();
      try (ResultSet indexes =
          statement.executeQuery("SELECT index_name FROM duckdb_indexes() ORDER BY 1")) {
        while (indexes.next()) {
          names.add(indexes.getString(1));
        }
      }
      for (String name : names) {
        statement.execute("DROP INDEX " + name);
      }
      statement.execute("CHECKPOINT");
      statement.execute(text("indexes.sql"));
      statement.execute("CHECKPOINT");
    }
  }

  static String text(String resource) {
    try (InputStream in = RecordStore.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
