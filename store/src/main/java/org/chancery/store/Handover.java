package org.chancery.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * How a writer gets a record that a server reads: it leaves a note beside the file, {@code
 * FILE.wanted}; the server takes the note away, copies the record while it still keeps writers out,
 * goes on from the copy and lets the record go. A writer that holds the record takes no notice, and
 * the one that asked says so after {@link #NOTICED_MILLIS}.
 */
public final class Handover {
  private static final long NOTICED_MILLIS = 3_000;

  /** Copying a record of 100 GB at 1 GB/s takes less. */
  private static final long LET_GO_MILLIS = 120_000;

  private static final long STEP_MILLIS = 100;

  private Handover() {}

  private static Path note(Path record) {
    return Path.of(record + ".wanted");
  }

  /** Whether a writer asks for the record; the question is answered by that. */
  public static boolean isAsked(Path record) {
    try {
      return Files.deleteIfExists(note(record));
    } catch (IOException e) {
      return false; // no leave to take it away: the writer hears nothing and says so
    }
  }

  /**
   * Asks whoever reads the record to let go, and tries until it has; false where nobody listens.
   */
  static boolean ask(Path record, BooleanSupplier attempt) {
    Path note = note(record);
    try {
      Files.writeString(note, "a writer waits for this record\n");
      AtomicBoolean free = new AtomicBoolean(); // a reader of a moment may be gone by now
      if (!until(() -> tried(attempt, free) || !Files.exists(note), NOTICED_MILLIS)) {
        return false;
      }
      return free.get() || until(attempt, LET_GO_MILLIS);
    } catch (IOException e) {
      return false;
    } finally {
      try {
        Files.deleteIfExists(note);
      } catch (IOException e) {
        // a note left behind makes a server copy once, no more
      }
    }
  }

  private static boolean tried(BooleanSupplier attempt, AtomicBoolean free) {
    free.set(attempt.getAsBoolean());
    return free.get();
  }

  private static boolean until(BooleanSupplier done, long millis) {
    long last = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > last) { // the clock of the day may be set meanwhile
        return false;
      }
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
