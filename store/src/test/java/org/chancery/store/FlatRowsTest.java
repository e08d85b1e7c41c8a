package org.chancery.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that readers ask holds what the record says, whatever happened to it before. */
class FlatRowsTest {
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("r.duckdb");
  }

  private static Reviews.Review review(
      int seen, String verdict, @Nullable String type, @Nullable String place) {
    return new Reviews.Review(
        "a", "em-a", "Ada", verdict, "why", seen, type, null, null, null, null, place, null);
  }

  private static EventRow only(RecordStore store) {
    List<EventRow> rows = EventQuery.ofDocument("a").run(store);
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  @Test
  void theLastReviewWinsAndWhatItDoesNotCorrectIsAsCoded() {
    try (RecordStore store = RecordStore.open(file)) {
      store.write(Made.meeting("a", "PER", "CHL", "2025-01-02"));
      store.flush();
      Reviews.write(store, review(0, "correct", "ASSAULT", "Lima"));
      EventRow first = only(store);
      assertEquals("ASSAULT", first.type());
      assertEquals(4, first.quadClass());
      assertEquals("Lima", first.place());
      assertEquals("correct", first.review());
      Reviews.write(store, review(1, "accept", null, null));
      EventRow second = only(store);
      assertEquals("CONSULT", second.type());
      assertEquals(1, second.quadClass());
      assertNull(second.place());
      assertEquals("accept", second.review());
      Reviews.write(store, review(2, "reject", null, null));
      assertEquals(0, EventFilter.of(Map.of()).page(store, null, 10).rows().size());
    }
  }

  @Test
  void aCorrectedTypeHasItsOwnGoldsteinValueAndNoCameoCodeOfTheOldOne() {
    try (RecordStore store = RecordStore.open(file)) {
      store.write(Made.meeting("a", "PER", "CHL", "2025-01-02"));
      store.write(
          Made.event("b", "ASSAULT", 4, -9.0, "PER", "CHL", "2025-01-02", null, "They hit."));
      store.write(
          Made.event("c", "ASSAULT", 4, -8.0, "PER", "CHL", "2025-01-03", null, "They hit."));
      store.flush();
      Reviews.write(store, review(0, "correct", "ASSAULT", null));
      assertEquals(-8.5, only(store).goldstein());
      assertNull(only(store).cameo());
      Reviews.write(store, review(1, "correct", "AID", null)); // of which the record has none
      assertEquals(0, only(store).goldstein());
      Reviews.write(store, review(2, "correct", "CONSULT", "Lima"));
      assertEquals(1.0, only(store).goldstein());
      assertEquals("040", only(store).cameo());
    }
  }

  @Test
  void aReCodedDocumentLeavesNoOldRowsAndKeepsItsReviews() {
    try (RecordStore store = RecordStore.open(file)) {
      store.write(Made.meeting("a", "PER", "CHL", "2025-01-02"));
      store.write(Made.meeting("b", "PER", "CHL", "2025-01-02"));
      store.flush();
      Reviews.write(store, review(0, "correct", "AGREE", null));
      store.write(Made.meeting("a", "PER", "BOL", "2025-01-05"));
      store.flush();
      EventRow row = only(store);
      assertEquals("AGREE", row.type());
      assertEquals(List.of("BOL GOV"), row.recipients());
      assertEquals("2025-01-05", row.date());
      assertEquals(1, count(store, "SELECT count(*) AS n FROM coded_rows"));
      assertEquals(2, count(store, "SELECT count(*) AS n FROM event_rows"));
      assertEquals(2, count(store, "SELECT count(*) AS n FROM figure_rows"));
    }
  }

  private static long count(RecordStore store, String sql) {
    return new Questions(store).ask(sql).get(0).number("n");
  }

  @Test
  void aRecordOfVersionThreeIsFilledWithItsRowsAndReviews() throws SQLException, IOException {
    Old.record(
        file,
        "INSERT INTO documents VALUES ('a', 'h', NULL, 'Wire', '2025-03-30', 'en', 'Talks', 'Peru met Chile.', 't', 'coded', NULL, NULL, 'v', 'r')",
        "INSERT INTO event_mentions VALUES ('a', 'em-a', 0, 'CONSULT', NULL, [], '040', 1, 1, 'happened', true, 5, 8, 'met', 0, 15, '2025-W12', 'week', 0, 4, 'pl', 'at', NULL, 0.9, 'model:m')",
        "INSERT INTO event_mentions VALUES ('a', 'em-b', 1, 'ACCUSE', NULL, [], '110', 3, -2, 'happened', false, 5, 8, 'met', 0, 15, NULL, NULL, NULL, NULL, NULL, 'narrator', NULL, 0.9, 'model:m')",
        "INSERT INTO participants VALUES ('a', 'em-a', 'recipient', 0, NULL, 9, 14, 'Chile', 'CHL GOV')",
        "INSERT INTO participants VALUES ('a', 'em-a', 'actor', 0, NULL, 0, 4, 'Peru', 'PER GOV')",
        "INSERT INTO place_mentions VALUES ('a', 'pl', 0, 4, 'Lima', 'Lima', 'PER', NULL, -12, -77, NULL, NULL, 'city', 'x', 1)",
        "INSERT INTO attributions VALUES ('a', 'at', 'the ministry', [0, 4], NULL, [], [0, 15], 'indirect', NULL)",
        "INSERT INTO figures VALUES ('a', 'f', 0, 4, '12', 'killed', 12, 12, NULL, NULL, NULL, NULL, NULL, 'at', NULL)",
        "INSERT INTO reviews (document, event_mention, reviewer, made_at, verdict, note, version, type) VALUES ('a', 'em-b', 'Ada', now()::TIMESTAMP, 'correct', 'why', 1, 'AGREE')");
    try (RecordStore store = RecordStore.open(file)) {
      List<EventRow> rows = EventQuery.ofDocument("a").run(store);
      assertEquals(2, rows.size());
      EventRow meeting = rows.get(0);
      assertEquals(List.of("PER GOV"), meeting.actors());
      assertEquals(List.of("Chile"), meeting.recipientTexts());
      assertEquals("Lima", meeting.place());
      assertEquals("the ministry", meeting.saidBy());
      assertEquals("AGREE", rows.get(1).type());
      assertEquals("correct", rows.get(1).review());
      assertEquals(
          1,
          EventFilter.of(Map.of("words", "TALKS", "to", "2025-03-20"))
              .page(store, null, 9)
              .rows()
              .size());
      assertEquals(
          "the ministry", FigureRow.find(store, "killed", null, null, null, 9).get(0).saidBy());
      Reviews.write(
          store,
          new Reviews.Review(
              "a", "em-b", "Bo", "accept", "", 1, null, null, null, null, null, null, null));
      assertEquals("ACCUSE", EventQuery.ofDocument("a").run(store).get(1).type());
    }
    RecordStore.open(file).close(); // and stays as it is
  }

  @Test
  void weeksAndPartialDatesStandInTheOrderOfTheirDays() {
    List<String> dates =
        List.of("2025-W12", "2025-03-31", "2025-03", "2024", "2025-Q2", "2025-03-16");
    try (RecordStore store = RecordStore.open(file)) {
      for (String date : dates) {
        store.write(Made.meeting("d" + date, "PER", "CHL", date));
      }
      store.write(Made.meeting("undated", "PER", "CHL", "PAST_REF"));
      store.flush();
      EventFilter filter = EventFilter.of(Map.of("party", "PER"));
      java.util.ArrayList<String> read = new java.util.ArrayList<>();
      String cursor = null;
      do {
        EventFilter.Page page = filter.page(store, cursor, 2);
        page.rows().forEach(row -> read.add(String.valueOf(row.date())));
        cursor = page.next();
      } while (cursor != null);
      assertEquals(
          List.of("2025-Q2", "2025-03-31", "2025-W12", "2025-03-16", "2025-03", "2024", "PAST_REF"),
          read);
      assertEquals(
          2,
          EventFilter.of(Map.of("from", "2025-03-17", "to", "2025-03"))
              .page(store, null, 9)
              .rows()
              .size());
    }
  }

  @Test
  void aDateIsAllTheDaysThatItCanMean() {
    assertEquals(range("2025-03-17", "2025-03-23"), DayRange.of("2025-W12"));
    assertEquals(range("2020-12-28", "2021-01-03"), DayRange.of("2020-W53"));
    assertEquals(range("2025-03-22", "2025-03-23"), DayRange.of("2025-W12-WE"));
    assertEquals(range("2024-02-01", "2024-02-29"), DayRange.of("2024-02"));
    assertEquals(range("2024-12-01", "2025-02-28"), DayRange.of("2024-WI"));
    assertEquals(range("2024-07-01", "2024-12-31"), DayRange.of("2024-H2"));
    assertEquals(range("1990-01-01", "1999-12-31"), DayRange.of("199X"));
    assertEquals(range("2024-05-03", "2024-05-03"), DayRange.of("2024-05-03T14:00"));
    assertNull(DayRange.of("XXXX-SU"));
    assertNull(DayRange.of("2025-02-30"));
  }

  private static DayRange range(String first, String last) {
    return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void headsAreTheCountriesOfAllMembersOnce() {
    assertEquals(" EGY IRN ", FlatRows.heads(List.of("IRN GOV", "EGY GOV+IRN MIL")));
    assertEquals("", FlatRows.heads(List.of()));
  }
}
