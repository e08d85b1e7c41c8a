package org.chancery.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.core.ChanceryException;
import org.chancery.core.Span;
import org.chancery.store.RecordStore;
import org.chancery.store.Reports;
import org.chancery.store.Reviews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {
  private static final String EVIL = "<script>alert(1)</script> \u202e";
  @TempDir private Path folder = Path.of("");
  private @Nullable RecordStore opened;

  @BeforeEach
  void open() {
    opened = RecordStore.open(folder.resolve("r.duckdb"));
    Reports.write(
        store(),
        Reports.report(
            "one",
            "Talks on the border",
            "Two \ud83d\ude00 leads. ",
            "Peru met Chile in Lima over ceasefires.",
            "CONSULT",
            "2024-05-03"),
        Reports.report(
            "two", EVIL, "", "Peru met Chile, said Zelenskyy of Lima.", "ACCUSE", "2024-06-10"));
  }

  @AfterEach
  void close() {
    store().close();
  }

  private RecordStore store() {
    return Objects.requireNonNull(opened);
  }

  private Path index() {
    return SearchIndex.folder(folder.resolve("r.duckdb"));
  }

  private List<String> find(String words) {
    return find(words, null, null, null, null, null);
  }

  private List<String> find(
      String words,
      @Nullable In in,
      @Nullable String type,
      @Nullable String actor,
      @Nullable String from,
      @Nullable String outlet) {
    try (SearchIndex index = SearchIndex.open(store(), index())) {
      SearchQuery query =
          new SearchQuery(
              words,
              in == null ? List.of() : List.of(in),
              type,
              actor,
              from,
              null,
              outlet,
              null,
              50);
      return index.find(query).hits().stream().map(Hit::id).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "talks borders|one",
        "title:talks|one",
        "'\"met chile in lima\"'|em-one,one,st-one",
        "ceasefire|em-one,one,st-one",
        "ceasefire OR zelenskyy|em-one,em-two,one,st-one,st-two,two",
        "Zelensky~|em-two,st-two,two",
        "zelens* AND NOT title:alert|em-two,st-two",
        "type:accuse|em-two,two",
        "actor:\"PER GOV\" in:events|em-one,em-two",
        "recipient:PER|''",
        "recipient:chile~ in:events date:[2024-05 TO 2024-05]|em-one",
        "date:2024-06 in:documents|two",
        "source:organo in:statements|st-one,st-two",
        "issue:border stance:for date:[2024-06 TO *]|st-two",
        "outlet:\"Wire of one\" in:documents|one",
        "NOT ceasefire|em-two,st-two,two",
        "* in:statements|st-one,st-two"
      })
  void queriesFindWhatTheyMean(String words, String ids) {
    List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(","));
    assertEquals(expected, find(words));
  }

  @Test
  void filtersNarrowWhatIsFound() {
    assertEquals(List.of("em-two"), find("lima", In.EVENTS, "ACCUSE", "PER", null, null));
    assertEquals(List.of("two"), find("", In.DOCUMENTS, null, null, "2024-06", null));
    assertEquals(List.of("one"), find("", In.DOCUMENTS, null, "peru", null, "Wire of one"));
    assertEquals(List.of(), find("", null, null, "CHL", null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "peru AND (chile OR|18",
        "peru ) chile|5",
        "foo:bar|0",
        "peru foo:bar|5",
        "*eru|0",
        "p*|0",
        "peru /a.*b/|5",
        "date:[yesterday TO 2024]|6",
        "type:[A TO B]|5",
        "peru \"open|10"
      })
  void aBadQueryIsRefusedWithItsPlace(String words, int position) {
    QueryFault fault = assertThrows(QueryFault.class, () -> find(words));
    assertEquals(position, fault.position(), fault.getMessage());
  }

  @Test
  void boundsHold() {
    assertThrows(QueryFault.class, () -> SearchQuery.of("a".repeat(501)));
    assertThrows(QueryFault.class, () -> find("a ".repeat(200)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SearchQuery("", List.of(), null, null, null, null, null, null, 101));
    assertThrows(QueryFault.class, () -> find("(".repeat(490)));
  }

  @Test
  void wordsAreMarkedWhereTheyStand() {
    try (SearchIndex index = SearchIndex.open(store(), index())) {
      for (Hit hit : index.find(SearchQuery.of("ceasefire")).hits()) {
        assertEquals(1, hit.marks().size(), hit.toString());
        Span mark = hit.marks().get(0);
        assertEquals("ceasefires", hit.words().substring(mark.begin(), mark.end()));
      }
      Hit event =
          index
              .find(
                  new SearchQuery(
                      "ceasefire", List.of(In.EVENTS), null, null, null, null, null, null, 1))
              .hits()
              .get(0);
      assertEquals("Peru met Chile in Lima over ceasefires.", event.words());
    }
  }

  @Test
  void answersGoOnByTheirCursor() {
    List<String> found = new ArrayList<>();
    try (SearchIndex index = SearchIndex.open(store(), index())) {
      String cursor = "";
      for (int i = 0; cursor != null && i < 10; i++) {
        SearchResults page =
            index.find(new SearchQuery("peru", List.of(), null, null, null, null, null, cursor, 1));
        page.hits().forEach(hit -> found.add(hit.id()));
        cursor = page.next();
      }
      assertThrows(
          IllegalArgumentException.class,
          () ->
              index.find(
                  new SearchQuery("peru", List.of(), null, null, null, null, null, "%%", 1)));
    }
    assertEquals(
        List.of("em-one", "em-two", "one", "st-one", "st-two", "two"),
        found.stream().sorted().toList());
  }

  private SearchIndex.Update update() {
    try (SearchIndex index = SearchIndex.open(store(), index())) {
      return index.update();
    }
  }

  @Test
  void onlyNewReportsAreRead() {
    assertEquals(new SearchIndex.Update(2, "there was none"), update());
    assertEquals(new SearchIndex.Update(0, null), update());
    Reports.write(
        store(),
        Reports.report("three", "T", "", "Peru met Chile on fish.", "AGREE", "2024-07-01"));
    assertEquals(new SearchIndex.Update(1, null), update());
    assertEquals(List.of("em-three", "st-three", "three"), find("fish"));
    assertEquals(List.of("em-one", "one", "st-one"), find("ceasefire"));
  }

  @Test
  void aChangedReportReplacesItsEntries() {
    update();
    Reports.write(
        store(), Reports.report("one", "T", "", "Peru met Chile on fish.", "AGREE", "2024-05-03"));
    assertEquals(new SearchIndex.Update(1, null), update());
    assertEquals(List.of(), find("ceasefire"));
    assertEquals(List.of("em-one", "one", "st-one"), find("fish"));
  }

  @Test
  void reviewedValuesWinAndRejectedEventsAreLeftOut() {
    update();
    Reviews.write(store(), Reports.review("one", "correct", 0, "ASSAULT"));
    assertEquals(new SearchIndex.Update(1, null), update());
    assertEquals(List.of("em-one", "one"), find("type:assault"));
    Reviews.write(store(), Reports.review("one", "reject", 1, null));
    assertEquals(List.of("one", "st-one"), find("ceasefire"));
  }

  @Test
  void reportsTakenOutOfTheRecordAreNoLongerFound() throws SQLException {
    update();
    try (Statement statement = store().connection().createStatement()) {
      statement.execute("DELETE FROM documents WHERE id = 'one'");
      statement.execute("DELETE FROM event_mentions WHERE document = 'one'");
      statement.execute("DELETE FROM statements WHERE document = 'one'");
    }
    assertEquals(List.of(), find("ceasefire"));
    assertEquals(List.of("em-two", "st-two", "two"), find("zelenskyy"));
  }

  @Test
  void aBrokenIndexIsMadeAnew() throws IOException {
    update();
    try (var files = Files.list(index())) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(cfs|fdt|tim|doc)")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }
    assertEquals(new SearchIndex.Update(2, "it was broken"), update());
    assertEquals(List.of("em-one", "one", "st-one"), find("ceasefire"));
    try (var files = Files.list(index())) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertNotNull(update().why());
    assertNull(update().why());
  }

  @Test
  void anIndexOfAnotherRecordIsBroughtToThisOne() {
    update();
    store().close();
    opened = RecordStore.open(folder.resolve("other.duckdb"));
    Reports.write(
        store(), Reports.report("nine", "T", "", "Peru met Chile on fish.", "AGREE", "2024-05-03"));
    assertEquals(List.of("em-nine", "nine", "st-nine"), find("peru"));
  }

  @Test
  void anEmptyRecordFindsNothing() {
    store().close();
    opened = RecordStore.open(folder.resolve("empty.duckdb"));
    assertEquals(List.of(), find("peru"));
  }

  @Test
  void longAndHostileNamesAreKept() {
    String id = "x\n" + "\u00e9".repeat(40_000);
    Reports.write(
        store(), Reports.report(id, EVIL, "", "Peru met Chile on fish.", "AGREE", "2024-05-03"));
    List<String> found = find("fish");
    assertTrue(found.contains(id), "the report is found by its whole id");
    assertEquals(3, found.size());
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
    Files.writeString(index(), "not a folder");
    ChanceryException fault = assertThrows(ChanceryException.class, this::update);
    assertTrue(String.valueOf(fault.getMessage()).contains("r.duckdb.search"));
    assertFalse(Files.isDirectory(index()));
  }
}
