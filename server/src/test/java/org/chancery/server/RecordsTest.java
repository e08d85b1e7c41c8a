package org.chancery.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.chancery.core.ChanceryException;
import org.chancery.core.Reading;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served record and its writers. */
class RecordsTest {
  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void make() {
    file = folder.resolve("r.duckdb");
    RecordStore.open(file).close();
  }

  private static long rejects(Records records) {
    return records.ask(store -> new Questions(store).rejects().size());
  }

  @Test
  void aWriterGetsTheRecordAndThePagesGoOnAndThenShowWhatItWrote() throws InterruptedException {
    try (Records records = new Records(file)) {
      assertEquals(0, rejects(records));
      try (RecordStore writer = RecordStore.open(file)) {
        writer.reject(new Reading.Reject("f:1", "syntax", "one"));
        assertEquals(0, rejects(records)); // as it was when the writer came
      }
      long last = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (rejects(records) == 0 && System.currentTimeMillis() < last) {
        Thread.sleep(100);
      }
      assertEquals(1, rejects(records));
      assertFalse(Files.exists(Path.of(file + ".wanted")));
    }
  }

  @Test
  void aRecordThatIsBeingWrittenCanBeServedFromACopy() {
    try (RecordStore writer = RecordStore.open(file)) {
      writer.reject(new Reading.Reject("f:1", "syntax", "one"));
      Path copy = folder.resolve("copy.duckdb");
      try (RecordStore read = RecordStore.snapshot(file, copy)) {
        assertEquals(1, new Questions(read).rejects().size());
      }
    }
  }

  @Test
  void aWriterThatNobodyMakesWayForIsRefused() {
    try (RecordStore reader = RecordStore.read(file)) {
      assertThrows(ChanceryException.class, () -> RecordStore.open(file));
      assertEquals(0, new Questions(reader).rejects().size());
      assertFalse(Files.exists(Path.of(file + ".wanted")));
    }
  }

  @Test
  void aRecordThatTheDatabaseHasGivenUpIsOpenedAnew() throws InterruptedException {
    try (Records records = new Records(file)) {
      long before = records.revision();
      assertThrows(
          ChanceryException.class,
          () ->
              records.ask(
                  store -> {
                    throw new ChanceryException(
                        "record", "FATAL Error: database has been invalidated because of a fault");
                  }));
      long last = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (records.revision() == before && System.currentTimeMillis() < last) {
        Thread.sleep(50);
      }
      assertEquals(before + 1, records.revision());
      assertEquals(0, rejects(records));
    }
  }

  @Test
  void whoFindsNoTurnIsToldToAskAgain() {
    try (Turns turns = new Turns(1, 50)) {
      CompletableFuture<Integer> other =
          turns.take(
              () -> {
                CompletableFuture<Integer> asked =
                    CompletableFuture.supplyAsync(() -> turns.take(() -> 1));
                asked.handle((one, fault) -> fault).join();
                return asked;
              });
      Throwable refused = assertThrows(CompletionException.class, other::join).getCause();
      assertEquals("busy", assertInstanceOf(ChanceryException.class, refused).reason());
      assertEquals(2, turns.take(() -> 2));
    }
  }
}
