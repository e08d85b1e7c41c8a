package org.chancery.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.chancery.core.Reading;
import org.chancery.core.Versions;
import org.duckdb.DuckDBConnection;

/** The runs that wrote a record, each with its counts, and the inputs that they could not read. */
final class Runs {
  private final DuckDBConnection connection;
  private final Path file;
  private String run = "";

  Runs(DuckDBConnection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  /** The id of the run that has begun; empty before. */
  String id() {
    return run;
  }

  /** Notes that a run begins; its id marks the rows that it writes. */
  void begin(Versions versions, List<String> inputs) {
    run = java.util.UUID.randomUUID().toString();
    update(
        "INSERT INTO runs (id, began, engine, codebook_hash, models, inputs) VALUES (?, now(), ?, ?, ?, ?)",
        run,
        versions.engine(),
        versions.codebookHash(),
        versions.models().toString(),
        array(inputs));
  }

  /** Notes how the run ended. */
  void end(long coded, long skipped, long failed, long rejected, long unchanged) {
    update(
        "UPDATE runs SET ended = now(), coded = ?, skipped = ?, failed = ?, rejected = ?, unchanged = ? WHERE id = ?",
        coded,
        skipped,
        failed,
        rejected,
        unchanged,
        run);
  }

  /** Notes an input that could not be read; a later run over it replaces the note. */
  void reject(Reading.Reject reject) {
    update("DELETE FROM rejects WHERE origin = ?", reject.origin());
    update(
        "INSERT INTO rejects VALUES (?, ?, ?, ?)",
        reject.origin(),
        reject.reason(),
        reject.detail(),
        run);
  }

  private Object array(List<String> values) {
    try {
      return connection.createArrayOf("VARCHAR", values.toArray());
    } catch (SQLException e) {
      throw RecordFile.fault(file, String.valueOf(e.getMessage()), e);
    }
  }

  private void update(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw RecordFile.fault(file, "it cannot be written: " + e.getMessage(), e);
    }
  }
}
