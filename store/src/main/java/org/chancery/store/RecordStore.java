package org.chancery.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Reading;
import org.chancery.core.Versions;
import org.duckdb.DuckDBConnection;

/**
 * The record file. Writing is idempotent by document id, content hash and versions; a transaction a
 * batch, so that a run stopped anywhere loses at most its last batch and doubles nothing. Not
 * thread-safe: one writer.
 */
public final class RecordStore implements AutoCloseable {
  /** The version of the tables that this program makes and reads. */
  public static final int VERSION = 3;

  /** Documents a transaction; tests of faults set less. */
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
          "framings");
  private final DuckDBConnection connection;
  private final Path file;
  private final Rows rows = new Rows();
  private final Map<String, String> pending = new HashMap<>();
  private String run = "";
  private long kept;

  /** What became of a document that was handed in. */
  public enum Change {
    NEW,
    REPLACED,
    UNCHANGED
  }

  private RecordStore(Path file, DuckDBConnection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens a record file, and makes it when it is not there. A record of an older version is brought
   * up to date; what it was before is kept beside it (see {@link RecordFile#keepBefore}).
   */
  public static RecordStore open(Path file) {
    if (!Files.exists(file)) {
      RecordFile.create(file, part -> open(part, false).close());
    }
    return open(file, true);
  }

  private static RecordStore open(Path file, boolean keep) {
    RecordStore store = new RecordStore(file, RecordFile.connect(file, false));
    try {
      int before = store.version();
      if (keep && before > 0 && before < VERSION) {
        store.connection.close();
        FileTime copied = RecordFile.keepBefore(file, before);
        store = new RecordStore(file, RecordFile.connect(file, false));
        if (!copied.equals(Files.getLastModifiedTime(file))) {
          store.connection.close(); // another program was here between: look again
          return open(file, true);
        }
      }
      return store.checked(store.prepare());
    } catch (SQLException e) {
      store.abandon();
      throw RecordFile.refusal(file, e);
    } catch (IOException e) {
      store.abandon();
      throw fault(file, "what it is before it is brought up to date cannot be kept: " + e, e);
    } catch (RuntimeException e) {
      store.abandon();
      throw e;
    }
  }

  /**
   * Opens a record to read from, of this version or an older one, and changes nothing: others may
   * read at the same time, none may write until it is closed.
   */
  public static RecordStore read(Path file) {
    RecordStore store = new RecordStore(file, RecordFile.connect(file, true));
    try {
      return store.checked(store.version());
    } catch (SQLException e) {
      store.abandon();
      throw RecordFile.refusal(file, e);
    } catch (RuntimeException e) {
      store.abandon();
      throw e;
    }
  }

  /** Refuses a version that this program does not know. */
  private RecordStore checked(int version) {
    if (version > VERSION) {
      throw fault(
          file,
          "it was written by a newer Chancery (record version "
              + version
              + ", this one knows "
              + VERSION
              + "); update Chancery, or name another file with --record",
          null);
    }
    return this;
  }

  private void abandon() {
    try {
      connection.close();
    } catch (SQLException e) {
      // the fault that leads here is the one to tell
    }
  }

  /**
   * Opens a copy of a record, as it is now, to read from while others write to the record; the copy
   * is brought up to date in its tables, the record is not touched.
   */
  public static RecordStore snapshot(Path file, Path copy) {
    try {
      Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Path log = Path.of(file + ".wal");
      Path logCopy = Path.of(copy + ".wal");
      Files.deleteIfExists(logCopy);
      if (Files.exists(log)) {
        Files.copy(log, logCopy);
      }
    } catch (IOException e) {
      throw fault(file, "it cannot be copied to read from: " + e.getMessage(), e);
    }
    return open(copy, false);
  }

  /** The version of the tables; 0 where there are none yet. */
  int version() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery(
              "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('meta','documents')")) {
        tables.next();
        if (tables.getInt(1) == 0) {
          return 0;
        }
      }
      try (ResultSet versions = statement.executeQuery("SELECT max(version) FROM meta")) {
        versions.next();
        return versions.getInt(1);
      }
    }
  }

  /** Makes the tables in an empty file; gives the version of the tables. */
  private int prepare() throws SQLException {
    int version = version();
    try (Statement statement = connection.createStatement()) {
      if (version == 0) {
        statement.execute("BEGIN");
        statement.execute(text("schema.sql"));
        statement.execute("INSERT INTO meta VALUES (" + VERSION + ", 'Chancery')");
        statement.execute("COMMIT");
        return VERSION;
      }
      if (version == 1) { // actors had neither members nor how they were resolved
        statement.execute(text("migration-2.sql"));
        version = 2;
      }
      if (version == 2) { // figures did not say what they are a part of
        statement.execute(text("migration-3.sql"));
        version = 3;
      }
      return version;
    }
  }

  private static String text(String resource) {
    try (InputStream in = RecordStore.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that a run begins; its id marks the rows that it writes. */
  public void begin(Versions versions, List<String> inputs) {
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
  public void end(long coded, long skipped, long failed, long rejected, long unchanged) {
    flush();
    update(
        "UPDATE runs SET ended = now(), coded = ?, skipped = ?, failed = ?, rejected = ?, unchanged = ? WHERE id = ?",
        coded,
        skipped,
        failed,
        rejected,
        unchanged,
        run);
  }

  /** Whether this very document is there already, coded by these versions. */
  public boolean holds(Document document, Versions versions) {
    return key(document, versions).equals(stored(document.id()));
  }

  /** Writes a document's record, replacing an older one; the rows land with their batch. */
  public Change write(DocumentRecord record) {
    String id = record.document().id();
    String before = stored(id);
    String key = key(record.document(), record.versions());
    if (key.equals(before)) {
      return Change.UNCHANGED;
    }
    if (pending.containsKey(id)) {
      flush();
    }
    pending.put(id, key);
    rows.add(record, versions(record.versions()), run);
    if (pending.size() >= BATCH) {
      flush();
    }
    return before.isEmpty() ? Change.NEW : Change.REPLACED;
  }

  /** Notes an input that could not be read; a later run over it replaces the note. */
  public void reject(Reading.Reject reject) {
    update("DELETE FROM rejects WHERE origin = ?", reject.origin());
    update(
        "INSERT INTO rejects VALUES (?, ?, ?, ?)",
        reject.origin(),
        reject.reason(),
        reject.detail(),
        run);
  }

  /** Commits what was written so far. */
  public void flush() {
    if (pending.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      for (String id : pending.keySet()) {
        if (!committed(id).isEmpty()) {
          delete(id);
        }
      }
      rows.flush(connection);
      statement.execute("COMMIT");
      kept += pending.size();
      pending.clear();
    } catch (SQLException | ChanceryException e) {
      forget();
      throw fault(
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
    rows.clear();
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // a database that is out of order after a fault of the disk is closed next
    }
  }

  /** Documents that this store has committed since it was opened. */
  public long kept() {
    return kept;
  }

  private void delete(String id) {
    update("DELETE FROM documents WHERE id = ?", id);
    for (String table : OF_DOCUMENT) {
      update("DELETE FROM " + table + " WHERE document = ?", id);
    }
  }

  /** The connection, for the queries of this package. */
  DuckDBConnection connection() {
    return connection;
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
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT content_hash || ' ' || versions FROM documents WHERE id = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw fault(file, "it cannot be read: " + e.getMessage(), e);
    }
  }

  private Object array(List<String> values) {
    try {
      return connection.createArrayOf("VARCHAR", values.toArray());
    } catch (SQLException e) {
      throw fault(file, String.valueOf(e.getMessage()), e);
    }
  }

  private void update(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw fault(file, "it cannot be written: " + e.getMessage(), e);
    }
  }

  static ChanceryException fault(
      Path file, String what, @org.jspecify.annotations.Nullable Throwable cause) {
    String message = "record " + file + ": " + what;
    return cause == null
        ? new ChanceryException("record", message)
        : new ChanceryException("record", message, cause);
  }

  @Override
  public void close() {
    try {
      flush();
    } catch (RuntimeException e) {
      abandon();
      throw e;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(file, "it could not be closed: " + e.getMessage(), e);
    }
  }
}
