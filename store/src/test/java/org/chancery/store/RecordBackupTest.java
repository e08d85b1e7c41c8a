package org.chancery.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.core.ChanceryException;
import org.chancery.core.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBackupTest {
  @TempDir private Path folder = Path.of("");
  private Path record = Path.of("");
  private Path copy = Path.of("");

  @BeforeEach
  void name() {
    record = folder.resolve("r.duckdb");
    copy = folder.resolve("copy.duckdb");
  }

  private static void run(Path file, String input) {
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(new Versions("0", "hash", Map.of()), List.of(input));
      store.end(0, 0, 0, 0, 0);
    }
  }

  private static RecordStatus status(Path file) {
    try (RecordStore store = RecordStore.asIs(file)) {
      return RecordStatus.of(store, file);
    }
  }

  private void backup() {
    RecordBackup.backup(record, copy, Duration.ZERO, bytes -> {});
  }

  /** A record as an older Chancery made it, with its own tables. */
  private void old(int version) throws SQLException, IOException {
    try (Connection old = DriverManager.getConnection("jdbc:duckdb:" + record);
        Statement statement = old.createStatement();
        InputStream schema =
            RecordBackupTest.class.getResourceAsStream("schema-" + version + ".sql")) {
      statement.execute(
          new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("INSERT INTO meta VALUES (" + version + ", 'Chancery')");
      statement.execute(
          "INSERT INTO runs (id, began, engine, codebook_hash, models, inputs) VALUES ('a', now(),"
              + " '0', 'h', '{}', ['old'])");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anOldRecordIsKeptBesideBeforeItIsBroughtUpToDate(int version) throws Exception {
    old(version);
    byte[] before = Files.readAllBytes(record);
    RecordStore.open(record).close();
    assertEquals(RecordStore.VERSION, status(record).version());
    assertEquals(1, status(record).runs());
    Path kept = folder.resolve("r.duckdb.before-" + version);
    assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(kept)));
    assertEquals(version, status(kept).version());
    RecordStore.open(record).close();
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "nothing else is left, and it is kept once");
    }
  }

  @Test
  void readingAnOldRecordChangesNothing() throws Exception {
    old(2);
    byte[] before = Files.readAllBytes(record);
    assertEquals(2, status(record).version());
    assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(record)));
  }

  @Test
  void aCopyIsTakenWhileAnotherReadsAndComesBackWithTheOldOneBeside() throws IOException {
    run(record, "first");
    try (RecordStore reader = RecordStore.asIs(record)) {
      backup();
      assertEquals(1, RecordStatus.of(reader, record).runs());
    }
    String line = Files.readString(folder.resolve("copy.duckdb.sha256"));
    assertTrue(line.matches("[0-9a-f]{64}  copy\\.duckdb\n"), line);
    run(record, "second");
    ChanceryException there =
        assertThrows(
            ChanceryException.class, () -> RecordBackup.restore(copy, record, false, bytes -> {}));
    assertTrue(String.valueOf(there.getMessage()).contains("--force"));
    RecordBackup.Restored restored = RecordBackup.restore(copy, record, true, bytes -> {});
    assertEquals(1, status(record).runs());
    assertEquals(2, status(assertNotNullPath(restored.before())).runs());
    assertFalse(Files.exists(folder.resolve("r.duckdb.part")));
    Path other = folder.resolve("other.duckdb");
    assertNull(RecordBackup.restore(copy, other, false, bytes -> {}).before());
    assertEquals(1, status(other).runs());
  }

  private static Path assertNotNullPath(@org.jspecify.annotations.Nullable Path path) {
    assertNotNull(path);
    return path;
  }

  @Test
  void aDamagedCopyIsRefusedAndTheRecordStays() throws IOException {
    run(record, "first");
    backup();
    Files.write(copy, new byte[] {1}, StandardOpenOption.APPEND);
    run(record, "second");
    ChanceryException fault =
        assertThrows(
            ChanceryException.class, () -> RecordBackup.restore(copy, record, true, bytes -> {}));
    assertTrue(String.valueOf(fault.getMessage()).contains("SHA-256"));
    assertEquals(2, status(record).runs());
  }

  @Test
  void aCopyWithoutChecksumOrOfANewerVersionOrNoRecordIsRefused() throws Exception {
    run(record, "first");
    backup();
    Path sums = folder.resolve("copy.duckdb.sha256");
    String line = Files.readString(sums);
    Files.delete(sums);
    Path other = folder.resolve("other.duckdb");
    assertThrows(
        ChanceryException.class, () -> RecordBackup.restore(copy, other, false, bytes -> {}));
    Files.writeString(sums, line);
    try (RecordStore store = RecordStore.open(record);
        Statement statement = store.connection().createStatement()) {
      statement.execute("UPDATE meta SET version = 99");
    }
    Path newer = Files.copy(record, folder.resolve("newer.duckdb"));
    ChanceryException fault =
        assertThrows(
            ChanceryException.class, () -> RecordBackup.restore(newer, other, true, bytes -> {}));
    assertTrue(String.valueOf(fault.getMessage()).contains("newer Chancery"));
    Path text = Files.writeString(folder.resolve("text.duckdb"), "no database at all, some words");
    assertThrows(
        ChanceryException.class, () -> RecordBackup.restore(text, other, true, bytes -> {}));
    assertFalse(Files.exists(other));
  }

  @Test
  void aBrokenRecordGivesWayToItsCopy() throws IOException {
    run(record, "first");
    backup();
    Files.writeString(record, "the disk wrote nonsense here, some words of it");
    Files.writeString(folder.resolve("r.duckdb.wal"), "and here");
    RecordBackup.restore(copy, record, true, bytes -> {});
    assertEquals(1, status(record).runs());
    assertTrue(Files.exists(folder.resolve("r.duckdb.before-restore.wal")));
  }

  @Test
  void anExistingCopyIsNeverOverwritten() throws IOException {
    run(record, "first");
    Files.writeString(copy, "mine");
    assertThrows(ChanceryException.class, this::backup);
    assertEquals("mine", Files.readString(copy));
  }

  @Test
  void aRunThatNeverEndedIsCountedAndTheLastRunIsTheLastWrittenWhateverTheClockSays()
      throws Exception {
    run(record, "first");
    try (RecordStore store = RecordStore.open(record);
        Statement statement = store.connection().createStatement()) {
      store.begin(new Versions("0", "hash", Map.of()), List.of("killed"));
      // the clock goes back a day between this run and the next
      statement.execute(
          "UPDATE runs SET began = began + INTERVAL 1 DAY, ended = ended + INTERVAL 1 DAY");
    }
    run(record, "third");
    RecordStatus status = status(record);
    assertEquals(1, status.interrupted());
    assertEquals(3, status.runs());
    Map<String, @org.jspecify.annotations.Nullable Object> last =
        Objects.requireNonNull(status.last());
    assertTrue(String.valueOf(last.get("inputs")).contains("third"), last.toString());
    try (RecordStore store = RecordStore.asIs(record)) {
      assertEquals(Map.of(), RecordStatus.orphans(store));
    }
  }

  @Test
  void rowsOfNoDocumentAreFound() throws SQLException {
    try (RecordStore store = RecordStore.open(record);
        Statement statement = store.connection().createStatement()) {
      statement.execute(
          "INSERT INTO figures (document, id, span_begin, span_end, text, counts, attribution) VALUES"
              + " ('gone', 'f', 0, 1, 'x', 'killed', 'narrator')");
      assertEquals(Map.of("figures", 1L), RecordStatus.orphans(store));
    }
  }
}
