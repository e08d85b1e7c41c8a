package org.chancery.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.chancery.core.ChanceryException;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.chancery.store.Reviews;

/**
 * The record that is served: pages read from a copy, so that another program may write to the
 * record meanwhile; the copy is taken again when the record has changed. Reviews are written to the
 * record itself, and to the copy.
 */
final class Records implements AutoCloseable {
  /** By the time that passes, not by the clock: that may go back. */
  private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

  private final Path file;
  private final Path folder;
  private RecordStore copy;
  private Path current;
  private FileTime seen;
  private Instant taken;
  private long looked;
  private int number;

  Records(Path file) {
    this.file = file;
    try {
      folder = Files.createTempDirectory("chancery-serve");
      seen = Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    current = next();
    copy = RecordStore.snapshot(file, current);
    taken = Instant.now();
    looked = System.nanoTime();
  }

  private Path next() {
    return folder.resolve("copy-" + number++ + ".duckdb");
  }

  /** Asks the newest copy; one question at a time. */
  synchronized <T> T ask(Function<RecordStore, T> question) {
    refresh();
    return question.apply(copy);
  }

  synchronized String taken() {
    return taken.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void refresh() {
    long now = System.nanoTime();
    if (now - looked < LOOK_AGAIN_NANOS) {
      return;
    }
    looked = now;
    try {
      FileTime time = Files.getLastModifiedTime(file);
      if (!time.equals(seen)) {
        Path path = next();
        RecordStore newer = RecordStore.snapshot(file, path);
        new Questions(newer).counts(); // a copy taken in the middle of a write shows here
        copy.close();
        Files.deleteIfExists(current);
        copy = newer;
        current = path;
        seen = time;
        taken = Instant.now();
      }
    } catch (IOException | ChanceryException e) {
      // the record is being written or moved: the copy that we have goes on, the page says of when
    }
  }

  /** Writes a review to the record and to the copy. */
  synchronized void write(Reviews.Review review) {
    try (RecordStore record = RecordStore.open(file)) {
      Reviews.write(record, review);
    }
    Reviews.write(copy, review);
    try {
      seen = Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    taken = Instant.now();
  }

  @Override
  public synchronized void close() {
    copy.close();
    try (var files = Files.list(folder)) {
      for (Path old : files.toList()) {
        Files.deleteIfExists(old);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // a copy left in the folder for temporary files does no harm
    }
  }
}
