package org.chancery.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.chancery.core.ChanceryException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A record as a file: how it is opened, copied whole, and kept before it is changed. */
final class RecordFile {
  private static final int CHUNK = 1 << 20;
  private static final int ATTEMPTS = 5;

  private RecordFile() {}

  /**
   * Makes a new record under another name and gives it its own when it is whole: DuckDB can never
   * open a file that a kill left with half a header.
   */
  static void create(Path file, Consumer<Path> maker) {
    mustHaveFolder(file);
    Path part = Path.of(file + ".new-" + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(part);
      maker.accept(part);
      link(part, file);
    } catch (FileAlreadyExistsException e) {
      // another program made it meanwhile: that one is opened
    } catch (IOException | ChanceryException e) {
      throw fault(file, "it cannot be made: " + e.getMessage(), e);
    } finally {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        // a record without rows that is left over does no harm
      }
    }
  }

  /** Gives a file a second name, which nothing may have yet. */
  private static void link(Path part, Path file) throws IOException {
    force(part);
    try {
      Files.createLink(file, part);
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (e instanceof FileAlreadyExistsException there) {
        throw there;
      }
      Files.move(part, file); // a file system without links
    }
  }

  private static void mustHaveFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw fault(file, "its folder does not exist; make it first", null);
    }
  }

  /** Whether changes stand in the log beside a record: a program is at work, or one was killed. */
  static boolean hasLog(Path file) {
    return Path.of(file + ".wal").toFile().length() > 0;
  }

  /** Connects to a record; to read only, others may do the same meanwhile. */
  static DuckDBConnection connect(Path file, boolean toRead) {
    mustHaveFolder(file);
    Properties how = new Properties();
    if (toRead) {
      how.setProperty("duckdb.read_only", "true");
    }
    try {
      return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, how);
    } catch (SQLException e) {
      if (toRead && String.valueOf(e.getMessage()).contains("replaying WAL")) {
        return replayed(file, how);
      }
      throw refusal(file, e);
    }
  }

  /**
   * Lets a writer take over what a killed program left in the log, then connects to read: DuckDB
   * cannot replay a log in which an index is made without writing to the file.
   */
  private static DuckDBConnection replayed(Path file, Properties toRead) {
    try {
      connect(file, false).close();
      return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, toRead);
    } catch (SQLException e) {
      throw refusal(file, e);
    }
  }

  /** Connects to write; a server that reads the record is asked to let go. */
  static DuckDBConnection connectToWrite(Path file) {
    try {
      return connect(file, false);
    } catch (InUseException e) {
      List<DuckDBConnection> got = new ArrayList<>();
      boolean released =
          Handover.ask(
              file,
              () -> {
                try {
                  got.add(connect(file, false));
                  return true;
                } catch (InUseException still) {
                  return false;
                }
              });
      if (released) {
        return got.get(0);
      }
      throw e;
    }
  }

  /** What to say where a record cannot be opened. */
  static ChanceryException refusal(Path file, SQLException e) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (why.contains("lock") || why.contains("different configuration")) {
      return new InUseException(file, e);
    }
    return fault(
        file, "it cannot be opened as a record (" + why + "); name another file with --record", e);
  }

  /** Thrown where another program holds the record. */
  static final class InUseException extends ChanceryException {
    private static final long serialVersionUID = 1L;

    InUseException(Path file, SQLException cause) {
      super(
          "record",
          "record "
              + file
              + ": another program is writing to it; wait for that, or name another file with --record",
          cause);
    }
  }

  /**
   * Copies a closed record to {@code FILE.before-VERSION}, at once or not at all. A copy of the
   * same bytes that is there already is enough; another one stays, and this one gets a number.
   *
   * @return when the copied record was last changed
   */
  static FileTime keepBefore(Path file, int version) throws IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    Path kept = Path.of(file + ".before-" + version);
    for (int i = 2; Files.exists(kept); i++) {
      if (Files.mismatch(file, kept) < 0) {
        return changed;
      }
      kept = Path.of(file + ".before-" + version + "." + i);
    }
    Path part = Path.of(kept + ".part");
    copy(file, part, bytes -> {});
    move(part, kept);
    return changed;
  }

  /** Copies the file and its log, both of one moment. */
  static void snapshot(Path file, Path copy) {
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

  /** Copies the bytes, forces them to the disk, and gives their SHA-256 in hexadecimal digits. */
  static String copy(Path from, Path to, LongConsumer progress) throws IOException {
    MessageDigest sum = sha256();
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), sum)) {
      byte[] chunk = new byte[CHUNK];
      long done = 0;
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        out.write(chunk, 0, n);
        done += n;
        progress.accept(done);
      }
    } catch (IOException e) {
      Files.deleteIfExists(to);
      throw e;
    }
    force(to);
    return HexFormat.of().formatHex(sum.digest());
  }

  /** The SHA-256 of a file. */
  static String sum(Path file) throws IOException {
    MessageDigest sum = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        sum.update(chunk, 0, n);
      }
    }
    return HexFormat.of().formatHex(sum.digest());
  }

  /** Gives a whole file its name, so that after a crash the name holds all of it or nothing. */
  static void move(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      } catch (IOException e) {
        // some systems do not open folders; there the name lands when the system writes it
      }
    }
  }

  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  static ChanceryException fault(Path file, String what, @Nullable Throwable cause) {
    String message = "record " + file + ": " + what;
    return cause == null
        ? new ChanceryException("record", message)
        : new ChanceryException("record", message, cause);
  }
}
