package org.chancery.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of events that were read from other systems, whose every word is hostile. */
class ImportedTest {
  private static final String EVIL = "<script>alert(1)</script>";

  private static void store(Path file) throws SQLException {
    try (RecordStore store = RecordStore.open(file);
        Statement statement = store.connection().createStatement()) {
      statement.execute(
          "INSERT INTO imported_files VALUES ('gdelt', 'gdelt', '"
              + EVIL
              + ".CSV', now()::TIMESTAMP, 1, 1, 0, 0, 0, 0, ['GLOBALEVENTID', 'Actor1Name'])");
      statement.execute(
          "INSERT INTO imported_events SELECT 'gdelt', '"
              + EVIL
              + ".CSV', 7, '1-gdelt', 'gdelt:https://x.example/"
              + EVIL
              + "', '"
              + EVIL
              + "', '2025-03-01', 'CONSULT', NULL, [], '040', 1, 1, ['EGY'], ['"
              + EVIL
              + "'], ['USA'], ['"
              + EVIL
              + "'], '2025-03-01', '"
              + EVIL
              + "', 'EGY', NULL, NULL, 'city', 'happened', '1' || chr(9) || '"
              + EVIL
              + "'");
      statement.execute(
          "INSERT INTO event_rows BY NAME SELECT * EXCLUDE (line, origin_file) FROM imported_rows");
      statement.execute(
          "INSERT INTO imported_mentions VALUES ('gdelt', 'm.CSV', 1, 'x', '1-gdelt', '2025-03-01T00:00:00Z', '"
              + EVIL
              + "', '"
              + EVIL
              + "', 0.8, '')");
    }
  }

  @Test
  void pagesShowTheRowAsTextAndSayWhereItIsFrom(@TempDir Path folder)
      throws IOException, InterruptedException, SQLException {
    Path file = folder.resolve("r.duckdb");
    store(file);
    try (Server server =
        Server.start(
            new Server.Options(
                file,
                "127.0.0.1",
                0,
                "a-token-of-enough-length",
                text -> new Server.Pasted(text, List.of(), List.of())))) {
      String document =
          URLEncoder.encode("gdelt:https://x.example/" + EVIL, StandardCharsets.UTF_8)
              .replace("+", "%20");
      for (String path :
          List.of(
              "/",
              "/events",
              "/events?origin=gdelt",
              "/events/1-gdelt",
              "/documents/" + document,
              "/actors/EGY",
              "/relations/EGY/USA",
              "/relations/EGY/USA/events",
              "/network")) {
        HttpResponse<String> page = get(server, path);
        assertEquals(200, page.statusCode(), path + page.body());
        assertFalse(page.body().contains(EVIL), path);
      }
      String event = get(server, "/events/1-gdelt").body();
      assertTrue(event.contains("<dt>Actor1Name</dt><dd>&lt;script&gt;"), event);
      assertTrue(event.contains("Line 7 of &lt;script&gt;"), event);
      assertTrue(event.contains("0.8"), event);
      assertTrue(get(server, "/events").body().contains("<span class=\"origin\">gdelt</span>"));
      assertTrue(get(server, "/api/v1/events").body().contains("\"origin\":\"gdelt\""));
      assertTrue(get(server, "/api/v1/events/1-gdelt").body().contains("\"origin_file\""));
      assertTrue(get(server, "/events?origin=chancery").body().contains("No events."));
      assertEquals(404, get(server, "/events/2-gdelt").statusCode());
    }
  }

  private static HttpResponse<String> get(Server server, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
