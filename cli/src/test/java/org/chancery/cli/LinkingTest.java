package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.chancery.store.HandLinks;
import org.chancery.store.LinkTables;
import org.chancery.store.LinkedEvent;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linking across the reports of a record, on records made by hand. */
class LinkingTest {
  private static final ReportLinker LINKER =
      new ReportLinker(Codebook.of(List.of(Codebook.builtIn())));
  private static final String[] COUNTRIES = {"PER", "CHL", "BOL", "ECU", "COL"};
  private static final String[] NAMES = {"Peru", "Chile", "Bolivia", "Ecuador", "Colombia"};
  private static final String[] TOPICS = {
    "lithium and the railway to Ilo", "the fishing fleet off Tumbes", "llama wool and tariffs"
  };
  @TempDir private Path folder = Path.of("");

  private static DocumentRecord met(
      String id, String day, int a, int b, String topic, String more) {
    String text = NAMES[a] + " met " + NAMES[b] + " about " + topic + " on " + day + "." + more;
    int other = text.indexOf(NAMES[b], NAMES[a].length());
    int end = text.indexOf(" on ") + 14;
    EventMention mention =
        new EventMention(
            org.chancery.core.Ids.of("em", id, text),
            "CONSULT",
            null,
            List.of(),
            "040",
            1,
            1,
            Modality.HAPPENED,
            List.of(
                new EventMention.Participant(
                    null, new Span(0, NAMES[a].length()), NAMES[a], COUNTRIES[a] + " GOV")),
            List.of(
                new EventMention.Participant(
                    null,
                    new Span(other, other + NAMES[b].length()),
                    NAMES[b],
                    COUNTRIES[b] + " GOV")),
            true,
            new EventMention.Trigger(new Span(text.indexOf("met"), text.indexOf("met") + 3), "met"),
            new Span(0, end),
            new EventMention.EventTime(day, "day", new Span(end - 10, end)),
            null,
            EventMention.NARRATOR,
            null,
            0.9,
            "model:m");
    return new DocumentRecord(
        new Document(id, null, "Wire", day, "en", "T", text, "test"),
        new Outcome.Coded(),
        List.of(),
        List.of(),
        List.of(),
        List.of(mention),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Versions("0", "hash", Map.of()));
  }

  /** Meetings of random pairs on random days, told more than once. */
  private static List<DocumentRecord> reports(Random random, int number) {
    List<DocumentRecord> reports = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int a = random.nextInt(COUNTRIES.length);
      int b = (a + 1 + random.nextInt(COUNTRIES.length - 1)) % COUNTRIES.length;
      String day = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(4)).toString();
      String more =
          random.nextInt(3) == 0
              ? ""
              : " The ministers spoke of the harbour, the pass and the price of copper for an hour.";
      reports.add(met("d" + i, day, a, b, TOPICS[random.nextInt(TOPICS.length)], more));
    }
    return reports;
  }

  private static Linking.Done write(RecordStore store, List<DocumentRecord> reports) {
    reports.forEach(store::write);
    return new Linking(LINKER, store).run();
  }

  /** Event of each mention, and source of each report. */
  private static Map<String, String> state(RecordStore store, List<DocumentRecord> reports) {
    LinkTables tables = new LinkTables(store);
    Map<String, String> state = new TreeMap<>();
    List<String> documents = reports.stream().map(r -> r.document().id()).toList();
    List<String> mentions = reports.stream().map(r -> r.eventMentions().get(0).id()).toList();
    tables
        .placed(mentions)
        .forEach(p -> state.put(p.mention(), p.event() + " in " + p.component()));
    tables.sketches(documents).forEach(d -> state.put(d.document(), d.source()));
    return state;
  }

  private static String event(RecordStore store, DocumentRecord report) {
    return LinkedEvent.find(store, report.eventMentions().get(0).id()).orElseThrow().id();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eventsDoNotDependOnTheOrderOrTheBatches(long seed) {
    Random random = new Random(seed);
    List<DocumentRecord> reports = reports(random, 40);
    Map<String, String> expected;
    try (RecordStore store = RecordStore.open(folder.resolve("one.duckdb"))) {
      write(store, reports);
      expected = state(store, reports);
    }
    assertEquals(80, expected.size());
    assertTrue(expected.values().stream().distinct().count() < 70, "nothing was linked");
    List<DocumentRecord> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, random);
    try (RecordStore store = RecordStore.open(folder.resolve("many.duckdb"))) {
      int from = 0;
      while (from < shuffled.size()) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(12));
        write(store, shuffled.subList(from, to));
        from = to;
      }
      assertEquals(expected, state(store, reports));
    }
  }

  @Test
  void aReplacedOrForgottenReportLeavesTheStateOfTheOthers() {
    List<DocumentRecord> reports = reports(new Random(7), 30);
    DocumentRecord moved =
        met("d3", "2021-01-09", 0, 1, "a wholly other matter of guano and sulphur", "");
    List<DocumentRecord> later = new ArrayList<>(reports);
    later.set(3, moved);
    Map<String, String> expected;
    try (RecordStore store = RecordStore.open(folder.resolve("one.duckdb"))) {
      write(store, later);
      expected = state(store, later);
    }
    try (RecordStore store = RecordStore.open(folder.resolve("two.duckdb"))) {
      write(store, reports);
      write(store, List.of(moved));
      assertEquals(expected, state(store, later));
      LinkTables tables = new LinkTables(store);
      tables.atomically(tables::forgetAll);
      new Linking(LINKER, store).run();
      assertEquals(expected, state(store, later));
    }
  }

  @Test
  void aBatchIsComparedWithItsNeighboursAndNotWithTheRecord() {
    List<Long> compared = new ArrayList<>();
    for (int old : List.of(0, 60, 240)) {
      try (RecordStore store = RecordStore.open(folder.resolve("r" + old + ".duckdb"))) {
        List<DocumentRecord> before = new ArrayList<>();
        for (int i = 0; i < old; i++) { // three a day
          String day = LocalDate.of(2019, 1, 1).plusDays(i / 3).toString();
          before.add(met("old" + i, day, i % 5, (i + 1) % 5, TOPICS[i % 3], ""));
        }
        write(store, before);
        compared.add(write(store, reports(new Random(5), 20)).comparisons());
      }
    }
    assertTrue(compared.get(0) > 10, compared.toString());
    assertEquals(compared.get(0), compared.get(1));
    assertEquals(compared.get(0), compared.get(2));
  }

  @Test
  void twoMeetingsAWeekApartAreTwoEventsAndOneToldTwiceIsOne() {
    DocumentRecord one = met("a", "2024-03-01", 0, 1, TOPICS[0], "");
    DocumentRecord again = met("b", "2024-03-01", 1, 0, TOPICS[0], " They dined.");
    DocumentRecord next = met("c", "2024-03-08", 0, 1, TOPICS[0], "");
    try (RecordStore store = RecordStore.open(folder.resolve("r.duckdb"))) {
      write(store, List.of(one, again, next));
      assertEquals(event(store, one), event(store, again));
      assertNotEquals(event(store, one), event(store, next));
      LinkedEvent event = LinkedEvent.find(store, event(store, one)).orElseThrow();
      assertEquals(2, event.reports());
      assertTrue(event.tellings().get(0).text("why").contains("same day 2024-03-01"));
    }
  }

  @Test
  void whatIsLinkedAndCutByHandOutlivesANewCodingAndANewLinking() {
    DocumentRecord one = met("a", "2024-03-01", 0, 1, TOPICS[0], "");
    DocumentRecord again = met("b", "2024-03-01", 0, 1, TOPICS[0], " They dined.");
    DocumentRecord next = met("c", "2024-03-08", 2, 3, TOPICS[1], "");
    String a = one.eventMentions().get(0).id();
    String b = again.eventMentions().get(0).id();
    String c = next.eventMentions().get(0).id();
    try (RecordStore store = RecordStore.open(folder.resolve("r.duckdb"))) {
      write(store, List.of(one, again, next));
      HandLinks hand = new HandLinks(store);
      hand.write(a, b, HandLinks.Verdict.UNLINK, "two rooms", "tester");
      hand.write(c, a, HandLinks.Verdict.LINK, "one tour", "tester");
      assertThrows(
          IllegalArgumentException.class,
          () -> hand.write(a, "em-none", HandLinks.Verdict.LINK, "x", "tester"));
      assertThrows(
          IllegalArgumentException.class,
          () -> hand.write(a, b, HandLinks.Verdict.LINK, " ", "tester"));
      new Linking(LINKER, store).run();
      for (int round = 0; round < 3; round++) {
        assertNotEquals(event(store, one), event(store, again));
        assertEquals(event(store, one), event(store, next));
        if (round == 0) {
          LinkTables tables = new LinkTables(store);
          tables.atomically(tables::forgetAll);
          new Linking(LINKER, store).run();
        } else if (round == 1) {
          write(store, List.of(coded(one, "1"), coded(next, "1")));
        }
      }
      hand.write(b, a, HandLinks.Verdict.LINK, "I was wrong", "tester");
      new Linking(LINKER, store).run();
      assertEquals(event(store, one), event(store, again));
    }
  }

  private static DocumentRecord coded(DocumentRecord r, String engine) {
    return new DocumentRecord(
        r.document(),
        r.outcome(),
        r.actors(),
        r.places(),
        r.times(),
        r.eventMentions(),
        r.events(),
        r.attributions(),
        r.statements(),
        r.figures(),
        r.framings(),
        new Versions(engine, "hash", Map.of()));
  }
}
