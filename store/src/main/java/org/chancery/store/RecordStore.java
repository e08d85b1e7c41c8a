package org.chancery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.List;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Reading;
import org.chancery.core.Versions;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The record file. Writing is idempotent by document id, content hash and versions; a transaction a
 * batch, so that a run stopped anywhere loses at most its last batch and doubles nothing. Not
 * thread-safe: one writer.
 */
public final class RecordStore implements AutoCloseable {
  /** The version of the tables that this program makes and reads. */
  public static final int VERSION = 7;

  private final DuckDBConnection connection;
  private final Path file;
  private final Batch batch;
  private final Runs runs;
  private @Nullable Known known;
  private @Nullable Grouped grouped;

  /** What became of a document that was handed in. */
  public enum Change {
    NEW,
    REPLACED,
    UNCHANGED
  }

  private RecordStore(Path file, DuckDBConnection connection) {
    this.file = file;
    this.connection = connection;
    batch = new Batch(file, connection);
    runs = new Runs(connection, file);
  }

  /**
   * Opens a record file to read and write, and makes it when it is not there. A server that reads
   * it is asked to let go ({@link Handover}). A record of an older version is brought up to date;
   * what it was before is kept beside it (see {@link RecordFile#keepBefore}).
   */
  public static RecordStore open(Path file) {
    if (!Files.exists(file)) {
      RecordFile.create(file, part -> open(part, false).close());
    }
    mend(file);
    return open(file, true);
  }

  private static RecordStore open(Path file, boolean keep) {
    RecordStore store = new RecordStore(file, RecordFile.connectToWrite(file));
    try {
      int before = RecordTables.version(store.connection);
      if (keep && before > 0 && before < VERSION) {
        store.connection.close();
        FileTime copied = RecordFile.keepBefore(file, before);
        store = new RecordStore(file, RecordFile.connectToWrite(file));
        if (!copied.equals(Files.getLastModifiedTime(file))) {
          store.connection.close(); // another program was here between: look again
          return open(file, true);
        }
      }
      return store.checked(RecordTables.prepare(store.connection));
    } catch (SQLException e) {
      store.abandon();
      throw RecordFile.refusal(file, e);
    } catch (IOException e) {
      store.abandon();
      throw RecordFile.fault(
          file, "what it is before it is brought up to date cannot be kept: " + e, e);
    } catch (RuntimeException e) {
      store.abandon();
      throw e;
    }
  }

  /**
   * Opens a record to read only: any number of programs can at once, as long as none writes. An
   * older record is brought up to date first.
   */
  public static RecordStore read(Path file) {
    mend(file);
    RecordStore store = asIs(file);
    try {
      if (RecordTables.version(store.connection) == VERSION) {
        return store;
      }
    } catch (SQLException e) {
      store.abandon();
      throw RecordFile.refusal(file, e);
    }
    store.abandon();
    open(file).close();
    return asIs(file);
  }

  /**
   * Takes over the log that a killed program left, and makes the indexes anew: it happened that
   * rows of a batch came out of the log into their table and not into its indexes, so that they
   * were counted and never found (docs/faults.md).
   */
  private static void mend(Path file) {
    if (!RecordFile.hasLog(file)) {
      return;
    }
    try (DuckDBConnection alone = RecordFile.connect(file, false)) {
      if (RecordTables.version(alone) == VERSION) {
        RecordTables.reindex(alone);
      }
    } catch (RecordFile.InUseException e) {
      return; // the log is that of a program at work
    } catch (SQLException e) {
      throw RecordFile.refusal(file, e);
    }
  }

  /** Opens a record to read only, of this version or an older one, and changes nothing. */
  public static RecordStore asIs(Path file) {
    RecordStore store = new RecordStore(file, RecordFile.connect(file, true));
    try {
      return store.checked(RecordTables.version(store.connection));
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
      throw RecordFile.fault(
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

  /** The version of the tables; 0 where there are none yet. */
  int version() throws SQLException {
    return RecordTables.version(connection);
  }

  private void abandon() {
    try {
      connection.close();
    } catch (SQLException e) {
      // the fault that leads here is the one to tell
    }
  }

  /**
   * Makes ready a record that is open to read and that many ask at once: each question is answered
   * by one thread, since more would be in their way, and what the record as a whole decides of
   * questions is looked up once. Gives this store.
   */
  public RecordStore serve() {
    new LinkAsk(connection).execute("SET threads = 1");
    known = Known.of(this);
    grouped = new Grouped(this, new Told(true));
    return this;
  }

  /** Makes what the first question for events would otherwise wait for; gives this store. */
  public RecordStore prepare() {
    grouped().prepare();
    return this;
  }

  /** Rows grouped by event; what was grouped is kept where the record is served. */
  Grouped grouped() {
    if (grouped == null) {
      grouped = new Grouped(this, new Told(false));
    }
    return grouped;
  }

  /** A question with what is known of the record in place of what would look that up. */
  String known(String sql) {
    return known == null ? sql : known.in(sql);
  }

  /** Stops what another thread asks by this connection, which is closed: its question fails. */
  public void stop() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw RecordFile.fault(file, "it cannot be stopped: " + e.getMessage(), e);
    }
  }

  /**
   * The same record over another connection, for another thread; closing it leaves this one open.
   */
  public RecordStore another() {
    try {
      RecordStore other = new RecordStore(file, connection.duplicate());
      other.known = known;
      other.grouped = grouped == null ? null : grouped.over(other);
      return other;
    } catch (SQLException e) {
      throw RecordFile.fault(file, "it cannot be asked: " + e.getMessage(), e);
    }
  }

  /**
   * Copies a record as it is now, to read from while others write to it, and opens the copy to
   * read. The copy is of one moment: it is taken again, a few times, when the record was written to
   * meanwhile.
   *
   * @throws ChanceryException where it is written to all the time
   */
  public static RecordStore snapshot(Path file, Path copy) {
    RecordFile.snapshot(file, copy);
    return open(copy, false);
  }

  /** Notes that a run begins; its id marks the rows that it writes. */
  public void begin(Versions versions, List<String> inputs) {
    runs.begin(versions, inputs);
  }

  /** Notes how the run ended. */
  public void end(long coded, long skipped, long failed, long rejected, long unchanged) {
    flush();
    runs.end(coded, skipped, failed, rejected, unchanged);
  }

  /** Whether this very document is there already, coded by these versions. */
  public boolean holds(Document document, Versions versions) {
    return batch.holds(document, versions);
  }

  /** Writes a document's record, replacing an older one; the rows land with their batch. */
  public Change write(DocumentRecord record) {
    return batch.write(record, runs.id());
  }

  /** Commits what was written so far. */
  public void flush() {
    batch.flush();
  }

  /** Documents that this store has committed since it was opened. */
  public long kept() {
    return batch.kept();
  }

  /** Notes an input that could not be read; a later run over it replaces the note. */
  public void reject(Reading.Reject reject) {
    runs.reject(reject);
  }

  /** The connection, for the queries of this module; no other module writes SQL. */
  public DuckDBConnection connection() {
    return connection;
  }

  /** The file of the record. */
  public Path file() {
    return file;
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
      batch.close();
      connection.close();
    } catch (SQLException e) {
      throw RecordFile.fault(file, "it could not be closed: " + e.getMessage(), e);
    }
  }
}
