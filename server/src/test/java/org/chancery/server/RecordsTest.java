package org.chancery.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
