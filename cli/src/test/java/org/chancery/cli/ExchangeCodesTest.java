package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.chancery.store.exchange.Codes;
import org.chancery.store.exchange.Layout;
import org.junit.jupiter.api.Test;

/** Codes of other event data become ours by the codebook's tables, on a real record. */
class ExchangeCodesTest extends ExchangeFiles {
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
}
