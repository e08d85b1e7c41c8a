package org.chancery.store.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/**
 * The full-text index of a record, of one state of it. Opening brings the index up to the record's
 * state: it is made when it is missing, anew when it is broken or of another version, and else only
 * reports that are new, changed or reviewed since are read. Thread-safe. Closing does not close the
 * record.
 */
public final class SearchIndex implements AutoCloseable {
  /** Lucene tells of optional speed-ups of newer Java; nobody here can use that. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private static final int TRIES = 20;
  private static final long PAUSE_MILLIS = 250;

  private final Directory directory;
  private final DirectoryReader reader;
  private final Update update;
  private final Finder finder;

  private SearchIndex(
      RecordStore store, Directory directory, DirectoryReader reader, Update update) {
    this.directory = directory;
    this.reader = reader;
    this.update = update;
    this.finder = new Finder(reader, new HitReader(store));
  }

  /**
   * What opening did.
   *
   * @param reports how many were read
   * @param why why the index was made anew; null when it was brought up to date or was so
   */
  public record Update(long reports, @Nullable String why) {}

  /** Where the index of a record is: beside it. */
  public static Path folder(Path record) {
    return Path.of(record + ".search");
  }

  /** Whether an index is in this folder that goes with the record as it is. */
  public static boolean isCurrent(RecordStore store, Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return new Stamp(reader.getIndexCommit().getUserData()).equals(Stamp.of(store));
    } catch (IOException | RuntimeException e) { // Lucene throws many kinds on broken files
      return false;
    }
  }

  /**
   * Opens the index of a record in a folder, up to date with the record.
   *
   * @throws ChanceryException where the folder cannot be used, or another program is writing to it
   */
  public static SearchIndex open(RecordStore store, Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw fault(folder, "it is no folder; move it away, or name another with --index", null);
    }
    Stamp stamp = Stamp.of(store);
    for (int i = 1; ; i++) {
      try {
        return open(store, folder, stamp);
      } catch (LockObtainFailedException e) {
        if (i == TRIES) {
          throw fault(folder, "another program is writing to it; wait for that", e);
        }
        pause();
      } catch (IOException | UncheckedIOException | SQLException e) {
        throw fault(
            folder, "it cannot be written: " + e.getMessage() + "; name another with --index", e);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChanceryException("search", "stopped while waiting for the index", e);
    }
  }

  private static SearchIndex open(RecordStore store, Path folder, Stamp stamp)
      throws IOException, SQLException {
    Directory directory = FSDirectory.open(folder);
    boolean kept = false;
    try {
      Update update = bring(store, directory, stamp);
      DirectoryReader reader = DirectoryReader.open(directory);
      kept = true;
      return new SearchIndex(store, directory, reader, update);
    } finally {
      if (!kept) {
        directory.close();
      }
    }
  }

  private static Update bring(RecordStore store, Directory directory, Stamp stamp)
      throws IOException, SQLException {
    Indexer indexer = new Indexer(store, directory, stamp);
    String why;
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      Stamp before = new Stamp(reader.getIndexCommit().getUserData());
      if (before.equals(stamp)) {
        return new Update(0, null);
      }
      if (stamp.follows(before)) {
        return new Update(indexer.update(before, reader), null);
      }
      why = "it was of another version";
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IndexNotFoundException e) {
      why = "there was none";
    } catch (IOException | RuntimeException e) { // Lucene throws many kinds on broken files
      why = "it was broken";
    }
    clear(directory);
    return new Update(indexer.build(), why);
  }

  /** Takes away what is left of an index; other files stay. */
  private static void clear(Directory directory) throws IOException {
    String[] names = directory.listAll();
    if (Arrays.asList(names).contains(IndexWriter.WRITE_LOCK_NAME)
        && directory.fileLength(IndexWriter.WRITE_LOCK_NAME) > 0) {
      directory.deleteFile(IndexWriter.WRITE_LOCK_NAME); // a lock of Lucene is empty
    }
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      for (String name : names) {
        if (name.startsWith("_")
            || name.startsWith("segments")
            || name.startsWith("pending_segments")) {
          directory.deleteFile(name);
        }
      }
    }
  }

  /** What opening did. */
  public Update update() {
    return update;
  }

  /**
   * Answers a query.
   *
   * @throws QueryFault where the words cannot be meant
   */
  public SearchResults find(SearchQuery query) {
    if (!reader.tryIncRef()) {
      throw new ChanceryException("search", "the index was closed; ask again");
    }
    try {
      return finder.find(query);
    } finally {
      release();
    }
  }

  private void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the fields that a query may use, in order. */
  public static List<String> fields() {
    return List.copyOf(Fields.names());
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChanceryException fault(Path folder, String what, @Nullable Exception cause) {
    String message = "search index " + folder + ": " + what;
    return cause == null
        ? new ChanceryException("search", message)
        : new ChanceryException("search", message, cause);
  }
}
