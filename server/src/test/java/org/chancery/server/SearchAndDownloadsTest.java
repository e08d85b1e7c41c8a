package org.chancery.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search and files of events over HTTP. */
class SearchAndDownloadsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private Path folder = Path.of("");
  private @Nullable Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serve() {
    add("one", "Peru met Chile. " + ServerTest.EVIL);
    add("two", "Peru met Chile again.");
    server = Server.start(new Server.Options(file(), "127.0.0.1", 0, null, null));
  }

  @AfterEach
  void stop() {
    Objects.requireNonNull(server).close();
  }

  private Path file() {
    return folder.resolve("r.duckdb");
  }

  private void add(String id, String text) {
    try (RecordStore store = RecordStore.open(file())) {
      store.begin(ServerTest.VERSIONS, List.of("x"));
      store.write(ServerTest.record(id, text));
      store.end(1, 0, 0, 0, 0);
    }
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    int port = Objects.requireNonNull(server).port();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private String text(String path) throws IOException, InterruptedException {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  private static String query(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Test
  void theApiFindsAndGoesOn() throws Exception {
    JsonNode first = JSON.readTree(text("/api/v1/search?q=peru&in=events&limit=1"));
    assertEquals(2, first.get("total").asInt());
    assertEquals("em-one", first.get("hits").get(0).get("id").asText());
    String next = first.get("next").asText();
    JsonNode second = JSON.readTree(text("/api/v1/search?q=peru&in=events&limit=1&cursor=" + next));
    assertEquals("em-two", second.get("hits").get(0).get("id").asText());
    assertTrue(second.get("next").isNull());
    HttpResponse<byte[]> again = get("/api/v1/search?q=peru");
    String tag = again.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, get("/api/v1/search?q=peru", "If-None-Match", tag).statusCode());
  }

  @Test
  void thePageMarksAndEscapesAndLinks() throws Exception {
    String page = text("/search?q=" + query("alert OR met"));
    assertTrue(page.contains("<mark>met</mark>"), page);
    assertTrue(page.contains("&lt;script&gt;<mark>alert</mark>(1)"), page);
    assertFalse(page.contains("<script>alert"), page);
    assertTrue(page.contains("href=\"/events/em-one\"") && page.contains("/documents/two"), page);
    assertEquals(200, get("/search").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=peru+AND+(|11",
        "q=%22open|6",
        "q=*x|1",
        "q=nofield:x|1",
        "limit=101|",
        "in=pages|",
        "from=x|",
        "q=a&cursor=%25|"
      })
  void whatCannotBeMeantIsAProblem(String parameters, @Nullable String position) throws Exception {
    HttpResponse<byte[]> answer = get("/api/v1/search?" + parameters);
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(400, answer.statusCode(), body);
    assertTrue(position == null || body.contains("character " + position + ":"), body);
  }

  @Test
  void aBadQueryOnThePageKeepsTheForm() throws Exception {
    String q = "\"><script>x</script> (";
    HttpResponse<byte[]> answer = get("/search?q=" + query(q));
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(400, answer.statusCode());
    assertTrue(page.contains("role=\"alert\"") && page.contains("&quot;&gt;&lt;script&gt;"), page);
    assertFalse(page.contains("<script>x"), page);
  }

  @Test
  void reportsAddedWhileServingAreFoundAndReviewsCount() throws Exception {
    assertEquals(0, JSON.readTree(text("/api/v1/search?q=fish")).get("total").asInt());
    add("three", "Peru met Chile on fish.");
    Files.setLastModifiedTime(file(), FileTime.fromMillis(System.currentTimeMillis() + 10_000));
    int total = 0;
    for (int i = 0; i < 60 && total == 0; i++) {
      Thread.sleep(500);
      total = JSON.readTree(text("/api/v1/search?q=fish")).get("total").asInt();
    }
    assertEquals(1, total); // the report; the event's sentence ends before these words
  }

  @ParameterizedTest
  @CsvSource({
    "csv, text/csv",
    "jsonl, application/x-ndjson",
    "parquet, application/vnd.apache.parquet",
    "geojson, application/geo+json",
    "graphml, application/graphml+xml",
    "duckdb, application/vnd.duckdb"
  })
  void everyFormIsGivenByNameAndByNegotiation(String format, String media) throws Exception {
    HttpResponse<byte[]> named = get("/api/v1/events?document=one&format=" + format);
    assertEquals(200, named.statusCode());
    HttpResponse<byte[]> asked = get("/api/v1/events?document=one", "Accept", media);
    for (HttpResponse<byte[]> answer : List.of(named, asked)) {
      String type = answer.headers().firstValue("Content-Type").orElse("");
      assertTrue(type.startsWith(media), type);
      assertTrue(answer.headers().firstValue("ETag").isPresent());
    }
    assertTrue(text("/events").contains("format=" + format), "the page links to it");
  }

  @Test
  void aDownloadHoldsExactlyWhatIsFiltered() throws Exception {
    Path parquet = folder.resolve("e.parquet");
    Files.write(parquet, get("/api/v1/events?document=one&format=parquet").body());
    Path database = folder.resolve("e.duckdb");
    Files.write(database, get("/api/v1/events?document=one&format=duckdb").body());
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        var statement = connection.createStatement()) {
      try (var rows = statement.executeQuery("SELECT id FROM '" + parquet + "'")) {
        assertTrue(rows.next());
        assertEquals("em-one", rows.getString(1));
        assertFalse(rows.next());
      }
      try (var rows = statement.executeQuery("SELECT id FROM events")) {
        assertTrue(rows.next());
        assertEquals("em-one", rows.getString(1));
        assertFalse(rows.next());
      }
    }
  }
}
