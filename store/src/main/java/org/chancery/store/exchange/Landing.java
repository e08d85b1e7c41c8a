package org.chancery.store.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.store.RecordStore;
import org.duckdb.DuckDBConnection;

/** Brings the clean pieces of one file into the record, and keeps its counts. */
final class Landing implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Codes codes;
  private final Layout layout;
  private final String file;
  private final Translations translations;
  private final List<String[]> rejects = new ArrayList<>();
  private long rejected;
  private long landed;
  private long already;
  private long differing;

  Landing(RecordStore store, Codes codes, Layout layout, String file) throws SQLException {
    this.connection = store.connection();
    this.codes = codes;
    this.layout = layout;
    this.file = file;
    this.translations = new Translations(connection, codes, layout);
  }

  /** Counts a line that is no row, and notes the first of them. */
  void reject(long line, String reason, String detail) {
    rejected++;
    if (rejects.size() < Importer.NOTED) {
      rejects.add(new String[] {file + ":" + line, reason, detail});
    }
  }

  /** Lands one piece, in a transaction of its own. */
  void land(Path piece) throws SQLException {
    boolean done = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      try {
        statement.execute(
            "CREATE OR REPLACE TEMP TABLE staged AS WITH piece AS (SELECT no AS line, line AS original, string_split(line, chr(9)) AS f FROM read_csv("
                + quoted(piece.toString())
                + ", columns = {'no': 'BIGINT', 'line': 'VARCHAR'}, auto_detect = false, header = false, delim = chr(30), quote = '', escape = '', new_line = '\\n', nullstr = chr(29), max_line_size = 4194304)) "
                + resource("read-" + layout.key() + ".sql"));
        faults(statement, "SELECT line, fault FROM staged WHERE fault IS NOT NULL ORDER BY line");
        if (layout == Layout.GDELT_MENTIONS) {
          landMentions(statement);
        } else {
          landEvents(statement);
        }
        statement.execute("COMMIT");
        done = true;
      } finally {
        if (!done) {
          statement.execute("ROLLBACK");
        }
      }
    }
  }

  private void landEvents(Statement statement) throws SQLException {
    translations.of("staged");
    faults(
        statement,
        "SELECT s.line, 'the event code is none that the tables know: ' || left(replace(s.code_key, chr(31), ' '), 40) FROM staged s LEFT JOIN code_map c ON c.key = s.code_key WHERE s.fault IS NULL AND c.key IS NULL ORDER BY s.line");
    String good = "s.fault IS NULL AND s.code_key IN (SELECT key FROM code_map)";
    long all = fresh(statement, "imported_events", good);
    long before = landed;
    try (PreparedStatement insert = connection.prepareStatement(resource("land-events.sql"))) {
      insert.setString(1, layout.origin());
      insert.setString(2, file);
      insert.setString(3, layout == Layout.POLECAT ? "; " : "\n"); // no other layout has lists here
      landed += insert.executeUpdate();
    }
    run(
        "INSERT INTO event_rows BY NAME SELECT * EXCLUDE (line, origin_file) FROM imported_rows WHERE"
            + " origin_file = ? AND line IN (SELECT line FROM fresh)",
        file);
    repeats(statement, "imported_events", good, all - (landed - before));
  }

  private void landMentions(Statement statement) throws SQLException {
    String good = "s.fault IS NULL";
    long all = fresh(statement, "imported_mentions", good);
    long before = landed;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO imported_mentions BY NAME SELECT ?1 AS origin, ?2 AS origin_file, s.line, s.id, s.event, s.published, s.publisher, s.address, s.confidence, s.original FROM staged s WHERE s.line IN (SELECT line FROM fresh)")) {
      insert.setString(1, layout.origin());
      insert.setString(2, file);
      landed += insert.executeUpdate();
    }
    repeats(statement, "imported_mentions", good, all - (landed - before));
  }

  /**
   * Finds the rows of a piece that are not there yet; gives the number of good rows. The bounds let
   * the database pass over parts of the table that hold no such ids.
   */
  private long fresh(Statement statement, String table, String good) throws SQLException {
    String least = "";
    String most = "";
    long all;
    try (ResultSet bounds =
        statement.executeQuery("SELECT min(id), max(id), count(*) FROM staged s WHERE " + good)) {
      bounds.next();
      all = bounds.getLong(3);
      if (all > 0) {
        least = bounds.getString(1);
        most = bounds.getString(2);
      }
    }
    statement.execute(
        "CREATE OR REPLACE TEMP TABLE fresh AS SELECT min(line) AS line FROM staged s WHERE "
            + good
            + " AND NOT EXISTS (SELECT 1 FROM "
            + table
            + " e WHERE e.id BETWEEN "
            + quoted(least)
            + " AND "
            + quoted(most)
            + " AND e.id = s.id) GROUP BY id");
    return all;
  }

  private void repeats(Statement statement, String table, String good, long repeated)
      throws SQLException {
    already += repeated;
    if (repeated > 0) {
      try (ResultSet count =
          statement.executeQuery(
              "SELECT count(*) FROM staged s JOIN "
                  + table
                  + " e ON e.id = s.id WHERE e.original <> s.original AND "
                  + good)) {
        count.next();
        differing += count.getLong(1);
      }
    }
  }

  private void faults(Statement statement, String sql) throws SQLException {
    try (ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        reject(found.getLong(1), "value", found.getString(2));
      }
    }
  }

  /** Notes the file with its counts, its rejects and its unknown codes. */
  Importer.Result finish(long lines, long repaired) throws SQLException {
    Map<String, Long> unknown = translations.unknown();
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      long earlier = forget();
      run(
          "INSERT INTO imported_files VALUES (?, ?, ?, now()::TIMESTAMP, ?, ?, ?, ?, ?, ?, ?)",
          layout.origin(),
          layout.key(),
          file,
          lines,
          earlier + landed,
          already,
          differing,
          rejected,
          repaired,
          connection.createArrayOf("VARCHAR", codes.columns(layout).toArray()));
      for (String[] reject : rejects) {
        run("INSERT INTO rejects VALUES (?, ?, ?, 'exchange')", (Object[]) reject);
      }
      translations.note(layout.origin(), file);
      statement.execute("COMMIT");
    }
    return new Importer.Result(
        file,
        lines,
        landed,
        already,
        differing,
        rejected,
        repaired,
        rejects.stream().map(r -> r[0] + ": " + r[2]).toList(),
        unknown);
  }

  /** Removes what an earlier reading noted of this file; gives the rows that it landed. */
  private long forget() throws SQLException {
    long earlier = 0;
    String of = " WHERE origin = ? AND file = ?";
    try (PreparedStatement sum =
        connection.prepareStatement(
            "SELECT coalesce(sum(landed), 0)::BIGINT FROM imported_files"
                + of
                + " AND layout = ?")) {
      sum.setString(1, layout.origin());
      sum.setString(2, file);
      sum.setString(3, layout.key());
      try (ResultSet row = sum.executeQuery()) {
        row.next();
        earlier = row.getLong(1);
      }
    }
    run("DELETE FROM rejects WHERE starts_with(origin, ?)", file + ":");
    run("DELETE FROM imported_unknown" + of, layout.origin(), file);
    run("DELETE FROM imported_files" + of + " AND layout = ?", layout.origin(), file, layout.key());
    return earlier;
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String resource(String name) {
    try (var in = Landing.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("staged", "fresh", "actor_map", "code_map", "place_map")) {
        statement.execute("DROP TABLE IF EXISTS temp." + table);
      }
    }
  }
}
