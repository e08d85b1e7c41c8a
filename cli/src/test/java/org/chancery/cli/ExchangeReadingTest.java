package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.Facets;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.Test;

/** Files of other event data as they are found: broken, empty, packed, read twice. */
class ExchangeReadingTest extends ExchangeFiles {
  @Test
  void rowsWithAWrongNumberOfColumnsAreNamedAndTheRestLands() throws IOException {
    String good = gdelt(1, "20250301", Map.of(6, "EGYGOV", 7, "EGYPT", 16, "USAMIL", 17, "ARMY"));
    String old = String.join("\t", Arrays.copyOf(good.split("\t", -1), 58));
    Path rows =
        file(
            "rows.CSV",
            good,
            old,
            gdelt(2, "20250301", Map.of()) + "\tmore",
            gdelt(3, "20251301", Map.of()),
            gdelt(4, "20250301", Map.of(27, "---")),
            "",
            gdelt(5, "20250301", Map.of(17, "THE \"QUOTED", 7, "O'NEIL\"")));
    Path record = folder.resolve("r.duckdb");
    TestEngine.Ran ran = read("gdelt", record, rows);
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("2 events new, 0 already there, 4 of 7 lines"), ran.err());
    assertTrue(ran.err().contains("rows.CSV:2: has 58 columns"), ran.err());
    assertTrue(ran.err().contains("GDELT 1.0"), ran.err());
    assertTrue(ran.err().contains("rows.CSV:3: has 62 columns"), ran.err());
    assertTrue(ran.err().contains("rows.CSV:4: SQLDATE is no day"), ran.err());
    assertTrue(ran.err().contains("rows.CSV:5: the event code is none"), ran.err());
    assertEquals(4, count(record, "SELECT count(*) FROM rejects"));
    List<EventRow> landed = rows(record, "gdelt");
    assertEquals(List.of("THE \"QUOTED"), landed.get(0).recipientTexts());
    assertEquals(List.of("UNK"), landed.get(0).recipients(), "a name without a code");
    assertEquals(List.of("EGY GOV"), landed.get(1).actors());
    assertEquals(List.of("USA MIL"), landed.get(1).recipients());
    assertEquals("CONSULT", landed.get(1).type());
    assertEquals("wire.example", landed.get(1).publisher());
  }

  @Test
  void aSecondReadingChangesNothingAndSaysWhatDiffers() throws IOException {
    Path record = folder.resolve("r.duckdb");
    Path rows =
        file(
            "a.CSV",
            gdelt(1, "20250301", Map.of()),
            gdelt(2, "20250301", Map.of()),
            gdelt(2, "20250301", Map.of()));
    assertTrue(read("gdelt", record, rows).err().contains("2 events new, 1 already there,"));
    assertTrue(read("gdelt", record, rows).err().contains("0 events new, 3 already there,"));
    Path other =
        file("b.CSV", gdelt(2, "20250301", Map.of(27, "190")), gdelt(3, "20250301", Map.of()));
    String said = read("gdelt", record, other).err();
    assertTrue(said.contains("1 events new, 1 already there (1 of them say something else"), said);
    assertEquals(3, count(record, "SELECT count(*) FROM imported_events"));
    assertEquals(2, count(record, "SELECT landed FROM imported_files WHERE file = 'a.CSV'"));
  }

  @Test
  void anEmptyFileIsNoFault() throws IOException {
    Path record = folder.resolve("r.duckdb");
    Path empty = Files.writeString(folder.resolve("empty.CSV"), "");
    Path gz = Files.write(folder.resolve("empty.CSV.gz"), new byte[0]);
    TestEngine.Ran ran = read("gdelt", record, empty, gz);
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.err().contains("0 events new"), ran.err());
  }

  @Test
  void archivesAreReadAndABrokenOneEndsWithItsName() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      many.append(gdelt(i, "20250301", Map.of(7, "NAME " + i * 7919L))).append('\n');
    }
    byte[] text = many.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gz = new GZIPOutputStream(packed)) {
      gz.write(text);
    }
    byte[] all = packed.toByteArray();
    Path half = Files.write(folder.resolve("half.CSV.gz"), Arrays.copyOf(all, all.length / 2));
    Path whole = Files.write(folder.resolve("whole.CSV.gz"), all);
    Path zip = folder.resolve("z.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("inside.CSV"));
      out.write(text);
    }
    Path record = folder.resolve("r.duckdb");
    TestEngine.Ran broken = read("gdelt", record, half);
    assertEquals(1, broken.code());
    assertTrue(broken.err().contains("breaks off"), broken.err());
    long landed = count(record, "SELECT count(*) FROM imported_events");
    assertTrue(landed > 100 && landed < 3_000, "landed " + landed);
    assertEquals(0, read("gdelt", record, whole).code());
    assertEquals(3_000, count(record, "SELECT count(*) FROM imported_events"));
    TestEngine.Ran zipped = read("gdelt", record, zip);
    assertTrue(zipped.err().contains("z.zip!inside.CSV: 0 events new, 3000 already"), zipped.err());
    Path none = Files.writeString(folder.resolve("none.zip"), "not a zip");
    assertEquals(1, read("gdelt", record, none).code());
  }

  @Test
  void bytesThatAreNoTextAreReplacedAndCounted() throws IOException {
    byte[] row =
        (gdelt(1, "20250301", Map.of(7, "CAF~ BAR", 17, "A\u0000B\rC")) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] == '~' ? (byte) 0xE9 : row[i];
    }
    Path record = folder.resolve("r.duckdb");
    TestEngine.Ran ran = read("gdelt", record, Files.write(folder.resolve("l1.CSV"), row));
    assertTrue(ran.err().contains("bytes replaced in 1 lines"), ran.err());
    EventRow landed = rows(record, "gdelt").get(0);
    assertEquals(List.of("CAF\ufffd BAR"), landed.actorTexts());
    assertEquals(List.of("A B C"), landed.recipientTexts());
  }

  @Test
  void importedEventsAreNeverCountedWithOursUnasked() throws IOException {
    Path record = folder.resolve("both.duckdb");
    ExchangeRecords.write(record, ExchangeRecords.plain());
    read("gdelt", record, file("g.CSV", gdelt(1, "20250301", Map.of(6, "EGYGOV", 16, "ROMMIL"))));
    try (RecordStore store = RecordStore.open(record)) {
      assertEquals(5, EventFilter.of(Map.of()).page(store, null, 100).rows().size());
      assertEquals(6, EventFilter.of(Map.of("origin", "all")).page(store, null, 100).rows().size());
      Questions ask = new Questions(store);
      assertEquals(1, ask.counts().get(0).number("imported"));
      assertEquals(5, ask.counts().get(0).number("events"));
      assertEquals(
          List.of("chancery 5", "gdelt 1"),
          Facets.of(store, EventFilter.of(Map.of()), Facets.Facet.ORIGIN).stream()
              .map(a -> a.text("value") + " " + a.text("events"))
              .toList());
    }
    TestEngine.Ran events =
        TestEngine.run(
            "events", "--record", record.toString(), "--origin", "gdelt", "--format", "csv");
    assertTrue(events.out().lines().skip(1).allMatch(l -> l.endsWith(",gdelt")), events.out());
  }

  @Test
  void aLayoutThatIsNoneAndAFileThatIsNotThereAreClearFaults() {
    TestEngine.Ran none = TestEngine.run("exchange", "losses", "acme");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("gdelt-mentions"), none.err());
    TestEngine.Ran missing = read("gdelt", folder.resolve("r.duckdb"), folder.resolve("no.CSV"));
    assertEquals(1, missing.code());
    assertTrue(missing.err().contains("no.CSV: cannot be read"), missing.err());
  }
}
