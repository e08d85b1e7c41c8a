package org.chancery.store.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.chancery.core.ChanceryException;
import org.chancery.store.EventFilter;
import org.chancery.store.RecordStore;
import org.chancery.store.Reports;
import org.chancery.store.Reviews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {
  private static final EventFilter ALL = EventFilter.of(Map.of());
  private static final String EVIL = "=cmd|' /C calc'!A0 <b>&\u0001\"";
  @TempDir private Path folder = Path.of("");
  private @Nullable RecordStore opened;

  @BeforeEach
  void open() {
    opened = RecordStore.open(folder.resolve("r.duckdb"));
    Reports.write(
        store(),
        Reports.report(
            "one",
            "T",
            "Two \ud83d\ude00 leads. ",
            "Peru met Chile in Lima.",
            "CONSULT",
            "2024-05-03"),
        Reports.report("two", EVIL, "", "Peru met Chile again.", "ACCUSE", "2024-06-10"));
    Reviews.write(store(), Reports.review("one", "correct", 0, "ASSAULT"));
  }

  @AfterEach
  void close() {
    store().close();
  }

  private RecordStore store() {
    return Objects.requireNonNull(opened);
  }

  private Path write(ExportFormat format, ExportTable table, EventFilter filter) {
    Path file = folder.resolve("it's." + format.key());
    new Exporter(store()).write(new Export(format, table, filter), file, true);
    return file;
  }

  private static List<String> ask(String database, String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET autoload_known_extensions = false");
      try (ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(String.valueOf(result.getObject(1)));
        }
      }
    }
    return rows;
  }

  @Test
  void parquetHoldsTheRowsWithTheirReviewsAndNeedsNoNetwork() throws Exception {
    Path file = write(ExportFormat.PARQUET, ExportTable.EVENTS, ALL);
    assertEquals(
        List.of("em-two ACCUSE [PER GOV] 2024-06-10", "em-one ASSAULT [PER GOV] 2024-05-03"),
        ask(
            "",
            "SELECT concat_ws(' ', id, type, actors::VARCHAR, date) FROM read_parquet("
                + Exporter.quoted(file)
                + ")"));
  }

  @Test
  void filtersNarrowEveryTable() throws Exception {
    EventFilter filter = EventFilter.of(Map.of("type", "ACCUSE", "actor", "PER"));
    for (ExportTable table : ExportTable.values()) {
      Path file = write(ExportFormat.PARQUET, table, filter);
      int expected = table == ExportTable.PARTICIPANTS ? 2 : 1;
      String sql = "SELECT count(*) FROM read_parquet(" + Exporter.quoted(file) + ")";
      assertEquals(List.of(String.valueOf(expected)), ask("", sql), table.key());
    }
  }

  @Test
  void aDuckDbFileIsAPlainDatabaseWithComments() throws Exception {
    Path file = write(ExportFormat.DUCKDB, ExportTable.EVENTS, ALL);
    assertEquals(
        List.of("Peru met Chile in Lima.", "Peru met Chile again."),
        ask(
            file.toString(),
            "SELECT m.sentence FROM mentions m JOIN events e ON e.id = m.event ORDER BY e.id"));
    assertEquals(
        List.of("Peru met Chile in Lima."),
        ask(file.toString(), "SELECT words FROM statements WHERE document = 'one'"));
    assertEquals(
        List.of("0"),
        ask(
            file.toString(),
            "SELECT count(*) FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') ="
                + " ''"));
    assertEquals(
        List.of("7"),
        ask(file.toString(), "SELECT count(*) FROM duckdb_tables() WHERE NOT internal"));
    assertFalse(Files.exists(Path.of(file + ".wal")));
  }

  @Test
  void csvOfEveryTableDefusesFormulas() throws IOException {
    String figures = Files.readString(write(ExportFormat.CSV, ExportTable.FIGURES, ALL));
    assertTrue(figures.startsWith("document,publisher,"), figures);
    assertTrue(figures.contains(",'=40,killed,40,"), figures);
    String documents = Files.readString(write(ExportFormat.CSV, ExportTable.DOCUMENTS, ALL));
    assertTrue(documents.contains("\"'=cmd|"), documents);
    String events = Files.readString(write(ExportFormat.CSV, ExportTable.EVENTS, ALL));
    assertTrue(events.contains(",ASSAULT,"), events);
  }

  @Test
  void linesAndPointsAreJson() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = Files.readAllLines(write(ExportFormat.JSONL, ExportTable.EVENTS, ALL));
    assertEquals(EVIL, json.readTree(lines.get(0)).get("title").asText());
    assertEquals("ASSAULT", json.readTree(lines.get(1)).get("type").asText());
    JsonNode points = json.readTree(write(ExportFormat.GEOJSON, ExportTable.EVENTS, ALL).toFile());
    JsonNode first = points.get("features").get(0);
    assertEquals(2, points.get("features").size());
    assertEquals("city", first.get("properties").get("precision").asText());
    assertEquals(-77.0, first.get("geometry").get("coordinates").get(0).asDouble());
  }

  @Test
  void graphMlIsAGraphOfPartiesWhateverTheyAreCalled() throws Exception {
    Reviews.write(
        store(),
        new Reviews.Review(
            "two",
            "em-two",
            "Mara",
            "correct",
            "why",
            0,
            null,
            null,
            List.of("<&\"\u0001]]>", "PER GOV"),
            null,
            null,
            null,
            null));
    Path file = write(ExportFormat.GRAPHML, ExportTable.EVENTS, ALL);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var graph = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    assertEquals(3, graph.getElementsByTagName("node").getLength());
    assertEquals(3, graph.getElementsByTagName("edge").getLength());
    List<String> nodes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      nodes.add(
          graph
              .getElementsByTagName("node")
              .item(i)
              .getAttributes()
              .getNamedItem("id")
              .getNodeValue());
    }
    assertTrue(nodes.containsAll(List.of("<&\"]]>", "PER GOV", "CHL GOV")), nodes.toString());
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void anExistingFileIsReplacedOnlyWhenAsked(ExportFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve("mine"), "mine");
    Exporter exporter = new Exporter(store());
    assertThrows(
        ChanceryException.class, () -> exporter.write(Export.events(format, ALL), file, false));
    assertEquals("mine", Files.readString(file));
    exporter.write(Export.events(format, ALL), file, true);
    assertTrue(Files.size(file) > 4);
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.filter(f -> f.toString().contains(".part")).toList());
    }
  }

  @Test
  void theRecordItselfIsNeverReplaced() {
    assertThrows(
        ChanceryException.class,
        () ->
            new Exporter(store())
                .write(Export.events(ExportFormat.DUCKDB, ALL), folder.resolve("r.duckdb"), true));
  }

  @Test
  void aGraphHoldsNoFigures() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Export(ExportFormat.GRAPHML, ExportTable.FIGURES, ALL));
  }
}
