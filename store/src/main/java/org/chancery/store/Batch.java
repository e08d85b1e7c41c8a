package org.chancery.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Versions;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Documents that wait to be written together, and how they land: a transaction a batch, an older
 * record of the same document taken out in it.
 */
final class Batch {
  private static final int BATCH = Math.max(1, Integer.getInteger("chancery.batch", 64));

  static final List<String> OF_DOCUMENT =
      List.of(
          "actor_mentions",
          "place_mentions",
          "time_mentions",
          "attributions",
          "event_mentions",
          "participants",
          "events",
          "statements",
          "figures",
          "framings",
          "event_rows",
          "coded_rows",
          "figure_rows");

  private final Path file;
  private final DuckDBConnection connection;
  private final Rows rows = new Rows();
  private final Map<String, String> pending = new HashMap<>();
  private final Set<String> replaced = new TreeSet<>();
  private @Nullable PreparedStatement lookup;
  private long kept;

  Batch(Path file, DuckDBConnection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Whether this very document is there already, coded by these versions. */
  boolean holds(Document document, Versions versions) {
    return key(document, versions).equals(stored(document.id()));
  }

  /** Writes a document's record, replacing an older one; the rows land with their batch. */
  RecordStore.Change write(DocumentRecord record, String run) {
    String id = record.document().id();
    String before = stored(id);
    String key = key(record.document(), record.versions());
    if (key.equals(before)) {
      return RecordStore.Change.UNCHANGED;
    }
    if (pending.containsKey(id)) {
      flush();
    }
    pending.put(id, key);
    if (!before.isEmpty()) {
      replaced.add(id);
    }
    DocumentRows.add(rows, record, versions(record.versions()), run);
    if (pending.size() >= BATCH) {
      flush();
    }
    return before.isEmpty() ? RecordStore.Change.NEW : RecordStore.Change.REPLACED;
  }

  /** Commits what was written so far. */
  void flush() {
    if (pending.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      LinkTables.forget(connection, replaced);
      replaced.forEach(this::delete);
      rows.flush(connection);
      for (String id : replaced) {
        ReviewedRows.apply(connection, id);
      }
      statement.execute("COMMIT");
      kept += pending.size();
      pending.clear();
      replaced.clear();
    } catch (SQLException | ChanceryException e) {
      forget();
      throw RecordFile.fault(
          file,
          "a batch could not be written ("
              + e.getMessage()
              + "); what was committed before stands, the next run goes on from there",
          e);
    }
  }

  /** Gives the batch up after a fault, so that closing does not try it again. */
  private void forget() {
    pending.clear();
    replaced.clear();
    rows.clear();
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // a database that is out of order after a fault of the disk is closed next
    }
  }

  /** Documents that this store has committed since it was opened. */
  long kept() {
    return kept;
  }

  private void delete(String id) {
    update("DELETE FROM documents WHERE id = ?", id);
    for (String table : OF_DOCUMENT) {
      update("DELETE FROM " + table + " WHERE document = ?", id);
    }
  }

  private static String key(Document document, Versions versions) {
    return document.contentHash() + " " + versions(versions);
  }

  private static String versions(Versions versions) {
    return versions.engine() + " " + versions.codebookHash() + " " + versions.models();
  }

  private String stored(String id) {
    String waiting = pending.get(id);
    return waiting == null ? committed(id) : waiting;
  }

  private String committed(String id) {
    try {
      PreparedStatement query = lookup;
      if (query
          == null) { // asked once a document: kept, because to prepare it costs more than to run it
        query =
            connection.prepareStatement(
                "SELECT content_hash || ' ' || versions FROM documents WHERE id = ?");
        lookup = query;
      }
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw RecordFile.fault(file, "it cannot be read: " + e.getMessage(), e);
    }
  }

  private void update(String sql, String value) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw RecordFile.fault(file, "it cannot be written: " + e.getMessage(), e);
    }
  }

  /** Gives back what the lookup of documents holds. */
  void close() throws SQLException {
    if (lookup != null) {
      lookup.close();
    }
  }
}
