package org.chancery.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.chancery.core.ChanceryException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Whole copies of a record with a checksum beside them ({@code FILE.sha256}, in the form of {@code
 * sha256sum}), and the way back. A copy gets its name when all of it is on the disk.
 */
public final class RecordBackup {
  private static final long LOOK_AGAIN_MILLIS = 200;

  private RecordBackup() {}

  /** A copy that was made, and its SHA-256. */
  public record Copy(Path file, long bytes, String sum) {}

  /** A record that was put back, and where the one before it is now (null where there was none). */
  public record Restored(int version, @Nullable Path before) {}

  /**
   * Copies a record that others may read meanwhile; none may write.
   *
   * @param patience how long to wait for a program that writes
   * @param progress is told the bytes copied so far
   */
  public static Copy backup(Path record, Path to, Duration patience, LongConsumer progress) {
    mustExist(record);
    if (Files.exists(to)) {
      throw fault(to, "it is there already; name another file");
    }
    Path part = Path.of(to + ".part");
    try {
      hold(record, patience, () -> copyWithLog(record, part, progress));
      fold(part);
      String sum = RecordFile.sum(part);
      Path sums = sums(to);
      Files.writeString(sums, sum + "  " + to.getFileName() + "\n", StandardCharsets.UTF_8);
      RecordFile.force(sums);
      RecordFile.move(part, to);
      return new Copy(to, Files.size(to), sum);
    } catch (IOException e) {
      throw fault(to, "the copy could not be written: " + e, e);
    } finally {
      discard(part);
    }
  }

  /** Some work on files. */
  private interface Work {
    void run() throws IOException;
  }

  /** Works while no program can write to the record. */
  private static void hold(Path record, Duration patience, Work work) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        RecordStore held = RecordStore.asIs(record);
        try {
          work.run();
        } finally {
          held.close();
        }
        return;
      } catch (RecordFile.InUseException e) {
        if (System.nanoTime() >= until) {
          throw new ChanceryException(
              "record",
              "record "
                  + record
                  + ": another program is writing to it, a copy of it now would be torn; wait for that,"
                  + " or let this wait with --wait SECONDS",
              e);
        }
      }
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ChanceryException("interrupted", "the copying was interrupted", e);
      }
    }
  }

  /**
   * The log goes first: POSIX gives a process's lock on a file up when any of its descriptors of
   * that file is closed, so once the record itself is copied a writer may come in.
   */
  private static void copyWithLog(Path record, Path part, LongConsumer progress)
      throws IOException {
    discard(part);
    Path log = Path.of(record + ".wal");
    if (Files.exists(log)) {
      Files.copy(log, Path.of(part + ".wal"));
    }
    RecordFile.copy(record, part, progress);
  }

  /**
   * Opens a copy to write its log into it, so that it is one file; what is no record stops here.
   */
  private static void fold(Path part) throws IOException {
    try (DuckDBConnection connection = RecordFile.connect(part, false)) {
      connection.createStatement().execute("CHECKPOINT");
    } catch (SQLException e) {
      throw RecordFile.refusal(part, e);
    }
    RecordFile.force(part);
  }

  /**
   * Puts a copy in the place of a record; the record that was there stays beside it as {@code
   * RECORD.before-restore}.
   *
   * @param force goes on where there is a record, or the copy has no checksum
   */
  public static Restored restore(Path backup, Path record, boolean force, LongConsumer progress) {
    mustExist(backup);
    if (Files.exists(record) && !force) {
      throw fault(
          record,
          "it is there already; --force puts the copy in its place and keeps it as "
              + free(record)
              + ", or name another with --record");
    }
    Path part = Path.of(record + ".part");
    try {
      String wanted = wanted(backup, force);
      discard(part);
      String sum = RecordFile.copy(backup, part, progress);
      if (!wanted.isEmpty() && !wanted.equals(sum)) {
        throw fault(
            backup,
            "its SHA-256 is "
                + sum
                + ", its checksum file says "
                + wanted
                + ": it was changed or damaged after it was made; use another copy");
      }
      int version = version(part, backup);
      return new Restored(version, exchange(part, record));
    } catch (IOException e) {
      throw fault(record, "the copy could not be put there: " + e, e);
    } finally {
      discard(part);
    }
  }

  private static String wanted(Path backup, boolean force) throws IOException {
    Path sums = sums(backup);
    if (!Files.exists(sums)) {
      if (force) {
        return "";
      }
      throw fault(
          backup,
          "it has no checksum file " + sums + " to hold it against; --force goes on without");
    }
    String line = Files.readString(sums, StandardCharsets.UTF_8).strip();
    String sum = line.split("\\s", 2)[0];
    if (!sum.matches("[0-9a-f]{64}")) {
      throw fault(sums, "it holds no SHA-256; write the line that sha256sum prints");
    }
    return sum;
  }

  private static int version(Path part, Path backup) {
    try (RecordStore store = RecordStore.asIs(part)) {
      int version = store.version();
      if (version == 0) {
        throw fault(backup, "it is a database, but no record of Chancery; use another copy");
      }
      return version;
    } catch (SQLException e) {
      throw RecordFile.refusal(backup, e);
    }
  }

  /**
   * Puts the new record in place while the old one is held, so that nobody writes to it meanwhile.
   */
  private static @Nullable Path exchange(Path part, Path record) throws IOException {
    if (!Files.exists(record)) {
      RecordFile.move(part, record);
      return null;
    }
    Path kept = free(record);
    DuckDBConnection held = heldOrBroken(record);
    try {
      // a log that is left belongs to the old record: the new one must not find it
      Path log = Path.of(record + ".wal");
      if (Files.exists(log)) {
        RecordFile.move(log, Path.of(kept + ".wal"));
      }
      try {
        Files.createLink(kept, record);
      } catch (UnsupportedOperationException | IOException e) {
        RecordFile.copy(record, kept, bytes -> {});
      }
      RecordFile.move(part, record);
    } finally {
      release(held);
    }
    return kept;
  }

  private static void release(@Nullable DuckDBConnection held) {
    try {
      if (held != null) {
        held.close();
      }
    } catch (SQLException e) {
      // it holds the old file, which is whole since its checkpoint
    }
  }

  /** The connection that keeps others out, or null where the record is too broken to be opened. */
  private static @Nullable DuckDBConnection heldOrBroken(Path record) {
    try {
      DuckDBConnection connection = RecordFile.connect(record, false);
      connection.createStatement().execute("CHECKPOINT");
      return connection;
    } catch (RecordFile.InUseException e) {
      throw e;
    } catch (ChanceryException | SQLException broken) {
      return null;
    }
  }

  private static Path free(Path record) {
    Path kept = Path.of(record + ".before-restore");
    for (int i = 2; Files.exists(kept); i++) {
      kept = Path.of(record + ".before-restore." + i);
    }
    return kept;
  }

  private static Path sums(Path file) {
    return Path.of(file + ".sha256");
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(Path.of(part + ".wal"));
    } catch (IOException e) {
      // a part that cannot be deleted does no harm: the next copy writes over it
    }
  }

  private static void mustExist(Path file) {
    if (!Files.isRegularFile(file)) {
      throw fault(file, "there is no such file");
    }
  }

  private static ChanceryException fault(Path file, String what) {
    return new ChanceryException("backup", file + ": " + what);
  }

  private static ChanceryException fault(Path file, String what, Exception cause) {
    return new ChanceryException("backup", file + ": " + what, cause);
  }
}
