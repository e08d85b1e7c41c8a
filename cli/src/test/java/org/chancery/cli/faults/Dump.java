package org.chancery.cli.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.chancery.store.RecordStore;

/** All rows of a record as sorted JSON lines, without what differs from run to run. */
final class Dump {
  private Dump() {}

  /**
   * Every row of every table but {@code runs}; ids of runs, times, versions of tables and what a
   * reading found already there left out.
   */
  static List<String> rows(Path record) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = read(record);
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet all =
            statement.executeQuery(
                "SELECT to_json(t) FROM (SELECT COLUMNS(c -> c NOT IN ('run', 'made_at', 'read_at',"
                    + " 'landed', 'already')) FROM \""
                    + table
                    + "\") t")) {
          while (all.next()) {
            rows.add(table + " " + all.getString(1));
          }
        }
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery(
            "SELECT table_name FROM duckdb_tables() WHERE table_name NOT IN ('runs', 'meta')")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }

  /** One number out of a record; 0 where there is no file or no such table yet. */
  static long number(Path record, String sql) throws SQLException {
    if (!Files.exists(record)) {
      return 0;
    }
    try (Connection connection = read(record);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() ? answer.getLong(1) : 0;
    }
  }

  static long documents(Path record) throws SQLException {
    return Files.exists(record) && hasTables(record)
        ? number(record, "SELECT count(*) FROM documents")
        : 0;
  }

  static boolean hasTables(Path record) throws SQLException {
    return number(record, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'meta'") > 0;
  }

  /** Opens as Chancery does, which may have to take a log over, and then by itself. */
  private static Connection read(Path record) throws SQLException {
    RecordStore.asIs(record).close();
    Properties how = new Properties();
    how.setProperty("duckdb.read_only", "true");
    return DriverManager.getConnection("jdbc:duckdb:" + record, how);
  }
}
