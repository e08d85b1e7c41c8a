package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.Facets;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.chancery.store.exchange.Codes;
import org.chancery.store.exchange.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of other event data, read and written: the codebook's tables on a real record. */
class ExchangeTest {
  private static final Codes CODES = ExchangeCommand.codes(new CodebookOptions());
  @TempDir private Path folder = Path.of("");

  private Path write(String layout, Path record, String name) {
    Path out = folder.resolve(name);
    TestEngine.Ran ran =
        TestEngine.run(
            "exchange", "write", layout, "--record", record.toString(), "-o", out.toString());
    assertEquals(0, ran.code(), ran.err());
    return out;
  }

  private TestEngine.Ran read(String layout, Path record, Path... files) {
    List<String> args = new ArrayList<>(List.of("exchange", "read", layout));
    Arrays.stream(files).map(Path::toString).forEach(args::add);
    args.addAll(List.of("--record", record.toString()));
    return TestEngine.run(args.toArray(String[]::new));
  }

  private static List<EventRow> rows(Path record, String origin) {
    try (RecordStore store = RecordStore.open(record)) {
      return EventFilter.of(Map.of("origin", origin)).page(store, null, 1_000).rows();
    }
  }

  private static long count(Path record, String sql) {
    try (RecordStore store = RecordStore.open(record);
        var statement = store.connection().createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gdelt", "icews", "phoenix", "polecat"})
  void whatALayoutHoldsIsEqualAfterWritingReadingAndWriting(String layout) throws IOException {
    for (List<ExchangeRecords.Given> given :
        List.of(ExchangeRecords.plain(), ExchangeRecords.hard())) {
      boolean plain = given.equals(ExchangeRecords.plain());
      Path ours = folder.resolve("ours" + plain + ".duckdb");
      Path theirs = folder.resolve("theirs" + plain + ".duckdb");
      ExchangeRecords.write(ours, given);
      Path first = write(layout, ours, "first" + plain + "." + layout);
      TestEngine.Ran ran = read(layout, theirs, first);
      assertEquals(0, ran.code(), ran.err());
      assertFalse(ran.err().contains("no table knows"), ran.err());
      Path second = write(layout, theirs, "second" + plain + "." + layout);
      assertEquals(Files.readString(first), Files.readString(second));
      assertTrue(Files.readString(first).lines().count() >= 2, "nothing was written");
      if (plain) {
        same(layout, rows(ours, "chancery"), rows(theirs, layout), Set.of("whole"));
      }
    }
  }

  /** Compares rows field by field, but for those that the list of losses names. */
  private static void same(
      String layout, List<EventRow> before, List<EventRow> after, Set<String> lost) {
    assertEquals(before.size(), after.size());
    Set<String> passed =
        CODES.losses(Layout.of(layout).orElseThrow()).stream()
            .filter(loss -> lost.contains(loss.how()))
            .map(Codes.Loss::field)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> differing = new TreeSet<>();
    for (int i = 0; i < before.size(); i++) {
      for (RecordComponent field : EventRow.class.getRecordComponents()) {
        Object was = value(field, before.get(i));
        Object is = value(field, after.get(i));
        if (field.getName().equals("document")) {
          is = String.valueOf(is).replace("https://wire.example/2025/one.html", "one.txt");
          is = String.valueOf(is).replaceFirst("^[a-z]+:", "");
        }
        if (!java.util.Objects.equals(was, is)) {
          differing.add(field.getName());
          assertTrue(
              passed.contains(field.getName()),
              layout + ": " + field.getName() + " was " + was + ", is " + is);
        }
      }
    }
    Set<String> fields =
        Arrays.stream(EventRow.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    passed.retainAll(fields);
    passed.remove("review"); // none of these was reviewed
    assertEquals(passed, differing, "a loss is listed that is none");
  }

  private static Object value(RecordComponent field, EventRow row) {
    try {
      Object value = field.getAccessor().invoke(row);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatALayoutCannotSayIsCountedWhenItIsWritten() {
    Path ours = folder.resolve("hard.duckdb");
    ExchangeRecords.write(ours, ExchangeRecords.hard());
    TestEngine.Ran gdelt =
        TestEngine.run("exchange", "write", "gdelt", "--record", ours.toString());
    assertEquals(4, gdelt.out().lines().count(), gdelt.out());
    for (String why :
        List.of(
            "1 not written: is denied",
            "1 not written: is planned",
            "1 not written: is called_for",
            "1 not written: has no day")) {
      assertTrue(gdelt.err().contains(why), gdelt.err());
    }
    TestEngine.Ran polecat =
        TestEngine.run("exchange", "write", "polecat", "--record", ours.toString());
    assertTrue(polecat.out().contains("\tallege; negation\t"), polecat.out());
    assertTrue(polecat.out().contains("\tfuture\t"), polecat.out());
    TestEngine.Ran asked =
        TestEngine.run(
            "exchange",
            "write",
            "gdelt",
            "--record",
            ours.toString(),
            "--filter",
            "modality=denied");
    assertEquals(1, asked.out().lines().count(), asked.out());
  }

  @Test
  void theListOfLossesInTheDocsIsThatOfTheCodebook() throws IOException {
    Path docs = Path.of(System.getProperty("chancery.root", "..")).resolve("docs/exchange.md");
    String text = Files.readString(docs);
    for (Layout layout : Layout.values()) {
      for (Codes.Loss loss : CODES.losses(layout)) {
        String line = "| `" + loss.field() + "` | " + loss.how() + " | " + loss.what() + " |";
        assertTrue(text.contains(line), "docs/exchange.md lacks: " + line);
      }
      assertFalse(CODES.losses(layout).isEmpty());
    }
  }

  /** A row of GDELT with a number, a day, and cells at places (from 1). */
  static String gdelt(long number, String day, Map<Integer, String> cells) {
    String[] row = new String[61];
    Arrays.fill(row, "");
    row[0] = String.valueOf(number);
    row[1] = day;
    row[26] = "042";
    row[51] = "0";
    row[59] = "20250302120000";
    row[60] = "https://www.wire.example/" + number;
    cells.forEach((at, cell) -> row[at - 1] = cell);
    return String.join("\t", row);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

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
  void mentionsBelongToTheirEventsAndComeOutAsTheyWentIn() throws IOException {
    Path ours = folder.resolve("ours.duckdb");
    ExchangeRecords.write(ours, ExchangeRecords.plain());
    Path events = write("gdelt", ours, "e.CSV");
    Path mentions = write("gdelt-mentions", ours, "m.CSV");
    Path theirs = folder.resolve("theirs.duckdb");
    assertEquals(0, read("gdelt", theirs, events).code());
    TestEngine.Ran ran = read("gdelt-mentions", theirs, mentions);
    assertEquals(0, ran.code(), ran.err());
    assertEquals(
        5,
        count(
            theirs,
            "SELECT count(*) FROM imported_mentions m JOIN imported_events e ON e.id = m.event WHERE m.confidence = 0.8"));
    assertEquals(
        Files.readString(mentions), Files.readString(write("gdelt-mentions", theirs, "m2.CSV")));
    assertTrue(Files.readString(mentions).lines().allMatch(l -> l.split("\t", -1).length == 16));
  }

  @Test
  void codesOfPartiesBecomeOursByTheTable() throws IOException {
    Map<String, String> ours =
        Map.of(
            "EGYGOV",
            "EGY GOV",
            "IGOUNO",
            "UNO",
            "IGOEUREEC",
            "EUR",
            "NGOUSAHLH",
            "USA NGO MED",
            "ROMMED",
            "ROU JRN",
            "PSEREBHMS",
            "PSE REB",
            "AFR",
            "AFRICA",
            "QQQGOV",
            "QQQ GOV",
            "TAL",
            "AFG REB");
    List<String> lines = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    new java.util.TreeMap<>(ours)
        .forEach(
            (code, our) -> {
              lines.add(gdelt(100 - lines.size(), "20250301", Map.of(6, code)));
              expected.add(our);
            });
    Path record = folder.resolve("r.duckdb");
    TestEngine.Ran ran = read("gdelt", record, file("a.CSV", lines.toArray(String[]::new)));
    List<String> found = new ArrayList<>();
    try (RecordStore store = RecordStore.open(record);
        var statement = store.connection().createStatement();
        var row = statement.executeQuery("SELECT actors[1] FROM imported_events ORDER BY line")) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    assertEquals(expected, found);
    assertTrue(ran.err().contains("actor QQQ  1"), ran.err());
    assertEquals(1, count(record, "SELECT count(*) FROM imported_unknown WHERE code = 'QQQ'"));
  }

  @Test
  void everyCodeOfTheTableGoesToATypeAndBackToOneOfThatType() {
    for (String root :
        List.of(
            "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16",
            "17", "18", "19", "20")) {
      Codes.Event event = event(root + "0");
      assertTrue(CODES.quad(event.type()) > 0, root);
      assertEquals(event.type(), event(CODES.cameoOf(event.type(), event.mode())).type());
    }
    assertEquals("REQUEST", event("0234").type());
    assertEquals("STATEMENT", event("010").type());
    assertEquals("19", event("1999").code().substring(0, 2));
    assertEquals(-9.5, event("182").goldstein());
  }

  private static Codes.Event event(String code) {
    return Objects.requireNonNull(CODES.event(code), code);
  }

  @Test
  void icewsNamesAndSectorsBecomeOurs() throws IOException {
    String header = String.join("\t", CODES.columns(Layout.ICEWS));
    Path rows =
        file(
            "i.tab",
            header,
            "7\t2018-06-01\tForeign Affairs (Testland)\tExecutive,Foreign Ministry,Government\tRussian Federation\tConsult\t040\t1.0\tCitizen\tGeneral Population / Civilian / Social,Odd Sector\tNA\t9\t2\tThe Herald\tHanoi\tNA\tNA\tVietnam\t21.02\t105.84",
            "8\t6/2/2017\tUnited Nations\tInternational Government Organization,Global Diplomatic IGOs\tNA\tConsult\t040\t1.0\tNobody\t\tAtlantis\t9\t2\tThe Herald\tNA\tNA\tNA\tNA\tNA\tNA");
    Path record = folder.resolve("r.duckdb");
    TestEngine.Ran ran = read("icews", record, rows);
    assertEquals(0, ran.code(), ran.err());
    List<EventRow> landed = rows(record, "icews");
    assertEquals(List.of("RUS GOV"), landed.get(0).actors());
    assertEquals(List.of("CVL"), landed.get(0).recipients());
    assertEquals("VNM", landed.get(0).placeCountry());
    assertEquals("2017-06-02", landed.get(1).date());
    assertEquals(List.of("UNO"), landed.get(1).actors());
    assertEquals(List.of("Atlantis"), landed.get(1).recipients());
    assertTrue(
        ran.err().contains("actor Odd Sector  1") && ran.err().contains("actor Atlantis  1"),
        ran.err());
    assertEquals(
        header + "\n" + String.join("\n", Files.readAllLines(rows).subList(1, 3)) + "\n",
        Files.readString(write("icews", record, "again.tab")));
  }

  @Test
  void bothSystemsStandSideBySideForTheSameDaysAndPairs() throws IOException {
    Path record = folder.resolve("both.duckdb");
    ExchangeRecords.write(record, ExchangeRecords.plain());
    Path theirs =
        file(
            "g.CSV",
            gdelt(1, "20250301", Map.of(6, "EGYGOV", 16, "ROMMIL", 27, "043")),
            gdelt(2, "20250303", Map.of(6, "FRAMED", 16, "KENHLH", 27, "1125")),
            gdelt(3, "20250303", Map.of(6, "FRAMED", 16, "KENHLH", 27, "195")),
            gdelt(4, "20250302", Map.of(6, "PER", 16, "CHL", 27, "040")),
            gdelt(5, "20240302", Map.of(6, "PER", 16, "CHL", 27, "040")));
    TestEngine.Ran ran =
        TestEngine.run(
            "compare", "--with", "gdelt", theirs.toString(), "--record", record.toString());
    assertEquals(0, ran.code(), ran.err());
    assertTrue(
        ran.out()
            .contains("2025-03-01 to 2025-03-03: 3 of our events between two parties, 4 of gdelt"),
        ran.out());
    String squeezed = ran.out().replaceAll(" +", " ");
    assertTrue(squeezed.contains("\npair 2 1 2\n"), ran.out());
    assertTrue(squeezed.contains("\nquad class 2 1 2\n"), ran.out());
    assertTrue(squeezed.contains("\nroot 2 1 2\n"), ran.out());
    assertTrue(squeezed.contains("\ntype 2 1 2\n"), ran.out());
    assertTrue(squeezed.contains("\nmaterial conflict 0 1 1\n"), ran.out());
    assertTrue(squeezed.contains("2025-03-01 EGY ROU CONSULT 04 em-0"), ran.out());
    assertEquals(
        0, count(record, "SELECT count(*) FROM imported_events"), "the record was touched");
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
