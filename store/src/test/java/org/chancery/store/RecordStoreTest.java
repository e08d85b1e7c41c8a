package org.chancery.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.chancery.core.Attribution;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTest {
  private static final Versions VERSIONS = new Versions("0", "hash", Map.of("encoder", "m"));
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("r.duckdb");
  }

  private static DocumentRecord record(String id, String text, String type) {
    Document document = new Document(id, null, "Wire", "2025-01-02", "en", "T", text, "test");
    EventMention mention =
        new EventMention(
            "em-" + id,
            type,
            null,
            List.of("military"),
            "040",
            1,
            1,
            Modality.HAPPENED,
            List.of(new EventMention.Participant(null, new Span(0, 4), "Peru", "PER GOV")),
            List.of(new EventMention.Participant(null, new Span(9, 14), "Chile", "CHL GOV")),
            true,
            new EventMention.Trigger(new Span(5, 8), "met"),
            new Span(0, 15),
            null,
            null,
            "at",
            null,
            0.9,
            "model:m");
    Attribution attribution =
        new Attribution(
            "at",
            new Attribution.Source(List.of(new Span(0, 4)), "=Peru", null),
            List.of(),
            List.of(new Span(0, 15)),
            Attribution.Form.INDIRECT,
            null);
    return new DocumentRecord(
        document,
        new Outcome.Coded(),
        List.of(),
        List.of(),
        List.of(),
        List.of(mention),
        List.of(),
        List.of(attribution),
        List.of(),
        List.of(),
        List.of(),
        VERSIONS);
  }

  @Test
  void aRecordOfTheFirstVersionIsBroughtUpToDate() throws SQLException, java.io.IOException {
    Old.record(
        file,
        "ALTER TABLE actor_mentions DROP COLUMN members",
        "ALTER TABLE actor_mentions DROP COLUMN resolved_by",
        "ALTER TABLE actor_mentions DROP COLUMN confidence",
        "ALTER TABLE figures DROP COLUMN part_of",
        "UPDATE meta SET version = 1");
    RecordStore.open(file).close();
    try (java.sql.Connection now = java.sql.DriverManager.getConnection("jdbc:duckdb:" + file);
        java.sql.Statement statement = now.createStatement();
        java.sql.ResultSet rows =
            statement.executeQuery(
                "SELECT max(version), (SELECT count(*) FROM duckdb_columns() WHERE table_name IN ('actor_mentions', 'figures') AND column_name IN ('members', 'resolved_by', 'part_of')) FROM meta")) {
      rows.next();
      assertEquals(RecordStore.VERSION, rows.getInt(1));
      assertEquals(3, rows.getInt(2));
    }
  }

  @Test
  void aSecondRunOverTheSameInputChangesNothing() {
    for (RecordStore.Change expected :
        List.of(RecordStore.Change.NEW, RecordStore.Change.UNCHANGED)) {
      try (RecordStore store = RecordStore.open(file)) {
        store.begin(VERSIONS, List.of("x"));
        assertEquals(expected, store.write(record("a", "Peru met Chile.", "CONSULT")));
        store.end(1, 0, 0, 0, 0);
        assertEquals(1, EventQuery.ofDocument("a").run(store).size());
      }
    }
  }

  @Test
  void aChangedTextReplacesAllRowsOfItsDocument() {
    try (RecordStore store = RecordStore.open(file)) {
      store.write(record("a", "Peru met Chile.", "CONSULT"));
      store.write(record("b", "Peru met Chile.", "CONSULT"));
      assertEquals(
          RecordStore.Change.REPLACED, store.write(record("a", "Peru hit Chile.", "ASSAULT")));
      store.flush();
      List<EventRow> rows = EventQuery.ofDocument("a").run(store);
      assertEquals(List.of("ASSAULT"), rows.stream().map(EventRow::type).toList());
      assertEquals(List.of("a", "b"), StoredDocument.ids(store));
    }
  }

  @Test
  void eventsAreFoundByTypeSideAndDate() {
    try (RecordStore store = RecordStore.open(file)) {
      store.write(record("a", "Peru met Chile.", "CONSULT"));
      store.flush();
      assertEquals(1, query("consult", "PER", "CHL GOV", "2025-01").run(store).size());
      assertEquals(1, query(null, "peru", null, null).run(store).size());
      assertEquals(0, query(null, "CHL", null, null).run(store).size());
      assertEquals(0, query(null, null, null, "2026").run(store).size());
    }
  }

  private static EventQuery query(
      @org.jspecify.annotations.Nullable String type,
      @org.jspecify.annotations.Nullable String actor,
      @org.jspecify.annotations.Nullable String recipient,
      @org.jspecify.annotations.Nullable String from) {
    return new EventQuery(null, type, actor, recipient, from, null, null, null, 10);
  }

  @Test
  void rowsReadBackAreTheRowsOfTheRecord() {
    DocumentRecord record = record("a", "Peru met Chile.", "CONSULT");
    try (RecordStore store = RecordStore.open(file)) {
      store.write(record);
      store.flush();
      assertEquals(EventRow.of(record), EventQuery.ofDocument("a").run(store));
    }
  }

  @Test
  void csvQuotesAndDefusesFormulas() {
    String line = EventCsv.line(EventRow.of(record("a", "Peru met Chile.", "CONSULT")).get(0));
    assertTrue(line.contains("'=Peru"), line);
  }

  @Test
  void aRecordOfANewerSchemaIsRefused() throws SQLException {
    try (RecordStore store = RecordStore.open(file);
        Statement statement = store.connection().createStatement()) {
      statement.execute("UPDATE meta SET version = 99");
    }
    ChanceryException fault = assertThrows(ChanceryException.class, () -> RecordStore.open(file));
    assertTrue(String.valueOf(fault.getMessage()).contains("newer Chancery"));
  }

  @Test
  void whatIsNoRecordIsRefusedByName() throws java.io.IOException {
    Files.writeString(file, "not a database, but a note of some length");
    ChanceryException fault = assertThrows(ChanceryException.class, () -> RecordStore.open(file));
    assertTrue(String.valueOf(fault.getMessage()).contains("r.duckdb"));
    assertThrows(
        ChanceryException.class, () -> RecordStore.open(folder.resolve("no/such/folder.duckdb")));
  }

  @Test
  void rejectsAreKeptOnceAnOrigin() throws SQLException {
    try (RecordStore store = RecordStore.open(file)) {
      store.reject(new Reading.Reject("f:3", "syntax", "one"));
      store.reject(new Reading.Reject("f:3", "syntax", "two"));
      try (Statement statement = store.connection().createStatement();
          var rows = statement.executeQuery("SELECT count(*), max(detail) FROM rejects")) {
        rows.next();
        assertEquals(1, rows.getInt(1));
        assertEquals("two", rows.getString(2));
      }
      assertFalse(store.holds(record("a", "x y z a b c d e", "CONSULT").document(), VERSIONS));
    }
  }

  private static List<String> indexes(RecordStore store) {
    return new Questions(store)
        .ask("SELECT index_name FROM duckdb_indexes() ORDER BY 1").stream()
            .map(row -> row.text("index_name"))
            .toList();
  }

  @Test
  void aLogThatAKilledProgramLeftIsTakenOverWithAllIndexes() throws Exception {
    Path file = folder.resolve("r.duckdb");
    Path left = folder.resolve("left.duckdb");
    List<String> all;
    try (RecordStore store = RecordStore.open(file)) {
      all = indexes(store);
      for (int i = 0; i < 5; i++) {
        store.write(Reports.report("d" + i, "T", "", "Peru met Chile.", "CONSULT", "2025-06-01"));
        store.flush();
      }
      Files.copy(file, left); // what a kill leaves
      Files.copy(Path.of(file + ".wal"), Path.of(left + ".wal"));
    }
    assertTrue(all.size() > 20, all.toString());
    try (RecordStore read = RecordStore.read(left)) {
      assertFalse(RecordFile.hasLog(left));
      assertEquals(all, indexes(read));
      for (int i = 0; i < 5; i++) {
        assertEquals(1, new Questions(read).mention("em-d" + i).size());
      }
    }
  }
}
