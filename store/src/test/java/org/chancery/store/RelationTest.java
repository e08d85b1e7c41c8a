package org.chancery.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query says of two parties, over invented happenings. */
class RelationTest {
  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private RecordStore store;

  private int number;

  @BeforeEach
  void open() {
    store = RecordStore.open(folder.resolve("r.duckdb"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String event(
      String type, int quad, double goldstein, String from, String to, String day, String text) {
    String id = "d" + number++;
    store.write(Made.event(id, type, quad, goldstein, from, to, day, null, text));
    return "em-" + id;
  }

  private String meeting(String from, String to, String day, String place, String text) {
    String id = "d" + number++;
    store.write(Made.event(id, "CONSULT", 1, 2.5, from, to, day, place, text));
    return "em-" + id;
  }

  private Relation relation() {
    store.flush();
    return relation(null, null);
  }

  private Pair pair() {
    store.flush();
    return Pair.of(store, "PER", "CHL", null, null);
  }

  private Relation relation(@Nullable String first, @Nullable String last) {
    return Relation.of(Pair.of(store, "PER", "CHL", first, last));
  }

  @Test
  void aPlantedChangeOfLevelIsFoundInItsMonth() {
    Random noise = new Random(7);
    LocalDate month = LocalDate.of(2010, 1, 15);
    for (int i = 0; i < 48; i++) {
      double level = i < 20 ? 4 : -3;
      event(
          level > 0 ? "AGREE" : "ACCUSE",
          level > 0 ? 1 : 3,
          level + noise.nextGaussian(),
          "PER",
          "CHL",
          month.plusMonths(i).toString(),
          "They spoke.");
    }
    Relation relation = relation();
    assertEquals(48, relation.months().size());
    assertEquals(
        List.of("2011-09"), relation.changes().stream().map(Relation.Change::month).toList());
    Relation.Change change = relation.changes().get(0);
    assertEquals(4, change.before(), 0.7);
    assertEquals(-3, change.after(), 0.7);
    assertEquals(0, relation("2012", "2013").changes().size());
  }

  @Test
  void noiseWithoutChangeIsLeftAlone() {
    int found = 0;
    for (int seed = 0; seed < 50; seed++) {
      Random noise = new Random(seed);
      double[] values = new double[120];
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * noise.nextGaussian();
      }
      found += ChangePoints.of(values).isEmpty() ? 0 : 1;
    }
    assertTrue(found <= 5, found + " of 50 series of noise were cut");
  }

  @Test
  void severalChangesAreFoundAndAConstantSeriesHasNone() {
    double[] values = new double[60];
    for (int i = 0; i < 60; i++) {
      values[i] = (i / 20 == 1 ? 5 : -2) + (i % 2 == 0 ? 0.3 : -0.3);
    }
    assertEquals(List.of(20, 40), ChangePoints.of(values));
    assertEquals(List.of(), ChangePoints.of(new double[40]));
    assertEquals(List.of(), ChangePoints.of(new double[] {1, 9}));
  }

  @Test
  void aMonthCountsTypesAndQuadClassesInItsDirectionOnly() {
    event("ACCUSE", 3, -3, "PER", "CHL", "2025-03-02", "They spoke.");
    event("AID", 2, 10, "PER", "CHL", "2025-03-20", "They gave.");
    event("ACCUSE", 3, -3, "CHL", "PER", "2025-03-03", "They spoke.");
    meeting("CHL", "PER", "2025-03-04", "Lima", "They met."); // of both, whoever is named first
    Relation.Month month = relation().months().get(0);
    assertEquals("2025-03", month.month());
    assertEquals(List.of(1L, 1L, 1L, 0L), month.quads());
    assertEquals(Map.of("ACCUSE", 1L, "AID", 1L, "CONSULT", 1L), month.types());
    assertEquals(9.5, month.sum(), 1e-9);
    assertEquals(9.5 / 3, month.mean(), 1e-9);
  }

  @Test
  void aRequestIsGrantedRefusedOpenOrUnanswered() {
    String unanswered = event("REQUEST", 3, 0, "PER", "CHL", "2023-01-10", "They asked.");
    event("AGREE", 1, 2.5, "PER", "CHL", "2023-01-12", "They spoke."); // the asker answers nothing
    event("AGREE", 1, 2.5, "BOL", "PER", "2023-01-12", "They spoke."); // nor does a third
    String granted = event("REQUEST", 3, 0, "PER", "CHL", "2024-01-10", "They asked.");
    String answer = event("AGREE", 1, 2.5, "CHL", "PER", "2024-02-01", "They spoke.");
    String refused = event("REQUEST", 3, 0, "PER", "CHL", "2024-06-10", "They asked.");
    event("REJECT", 3, -2, "CHL", "PER", "2024-06-20", "They spoke.");
    event("AGREE", 1, 2.5, "CHL", "PER", "2024-07-20", "They spoke.");
    String open = event("REQUEST", 3, 0, "PER", "CHL", "2024-12-20", "They asked.");
    List<Relation.Ask> asks = Relation.asks(pair());
    assertEquals(
        List.of(open, refused, granted, unanswered), asks.stream().map(Relation.Ask::id).toList());
    assertEquals(
        List.of("open", "refused", "granted", "unanswered"),
        asks.stream().map(Relation.Ask::state).toList());
    assertEquals(answer, asks.get(2).answer());
    assertNull(asks.get(3).answer());
  }

  @Test
  void theLastContactIsTheNewestMeetingEitherWay() {
    meeting("PER", "CHL", "2024-01-10", "Lima", "They met.");
    String last = meeting("CHL", "PER", "2024-03-10", "Arica", "They met.");
    event("ACCUSE", 3, -3, "PER", "CHL", "2024-04-10", "They spoke.");
    assertEquals(last, Objects.requireNonNull(relation().lastContact()).id());
  }

  @Test
  void figuresStandByTheirSource() {
    event("ASSAULT", 4, -9, "PER", "CHL", "2024-04-10", "They shot.");
    Questions.Answer row = Relation.figures(pair()).get(0);
    assertEquals("narrator", row.text("said_by"));
    assertEquals(3, row.number("least"));
  }

  @Test
  void contactsOfSeveralReportsAreOneStepAndSilenceEndsAChain() {
    meeting("PER", "CHL", "2023-01-10", "Lima", "They met.");
    meeting("PER", "CHL", "2024-01-10", "Riyadh", "They met.");
    meeting("CHL", "PER", "2024-01-10", "Riyadh", "They met.");
    event(
        "CONSULT", 1, 2.5, "PER", "CHL", "2024-01-10", "They met."); // a report that names no place
    meeting("PER", "CHL", "2024-03-01", "Geneva", "They met.");
    meeting("PER", "BOL", "2024-03-02", "Sucre", "They met.");
    meeting(
        "PER", "CHL", "2025-02-01", "Banjul", "They met, which builds on their previous talks.");
    store.flush();
    Pair pair = Pair.of(store, "CHL", "PER", null, null);
    assertEquals(3, Engagement.of(pair, text -> null).size());
    List<Engagement> chains =
        Engagement.of(
            pair,
            text -> text.contains("builds on their previous") ? "builds on their previous" : null);
    assertEquals(2, chains.size());
    List<Engagement.Step> steps = chains.get(0).steps();
    assertEquals(
        List.of("Riyadh", "Geneva", "Banjul"), steps.stream().map(Engagement.Step::place).toList());
    assertEquals(3, steps.get(0).reports());
    assertEquals(1, steps.get(0).outlets());
    assertEquals("builds on their previous", steps.get(2).continues());
    Engagement.Newest newest = Engagement.newest(pair, text -> null, 2);
    assertEquals(LocalDate.parse("2024-03-01"), newest.since());
    assertEquals(
        List.of("Banjul", "Geneva"),
        newest.chains().stream().map(chain -> chain.steps().get(0).place()).toList());
    assertNull(Engagement.newest(pair, text -> null, 6).since());
  }

  @Test
  void whatIsNoCodeIsRefused() {
    for (List<String> wrong :
        List.of(
            List.of("Peru", "2024", "2025"),
            List.of("PER", "soon", "2025"),
            List.of("PER", "2024", "soon"))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Pair.of(store, wrong.get(0), "CHL", wrong.get(1), wrong.get(2)));
    }
  }
}
