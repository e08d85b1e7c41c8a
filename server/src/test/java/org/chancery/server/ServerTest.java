package org.chancery.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, API and attacks over HTTP on a free port. */
class ServerTest {
  static final String EVIL = "<script>alert(1)</script>";
  static final Versions VERSIONS = new Versions("test", "hash", Map.of());

  @TempDir Path folder;
  private Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serve() {
    Path file = folder.resolve("r.duckdb");
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(VERSIONS, List.of("x"));
      store.write(record("one", "Peru met Chile. " + EVIL));
      store.write(record("two", "Peru met Chile again."));
      store.end(2, 0, 0, 0, 0);
    }
    server =
        Server.start(
            new Server.Options(
                file,
                "127.0.0.1",
                0,
                "a-token-of-enough-length",
                text -> new Server.Pasted(text, List.of(), List.of())));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static DocumentRecord record(String id, String text) {
    EventMention.Participant peru =
        new EventMention.Participant(null, new Span(0, 4), "Peru", "PER GOV");
    EventMention.Participant chile =
        new EventMention.Participant(null, new Span(9, 14), EVIL, "CHL GOV");
    EventMention mention =
        new EventMention(
            "em-" + id,
            "CONSULT",
            null,
            List.of(),
            "040",
            1,
            1.0,
            Modality.HAPPENED,
            List.of(peru),
            List.of(chile),
            true,
            new EventMention.Trigger(new Span(5, 8), "met"),
            new Span(0, 15),
            null,
            null,
            EventMention.NARRATOR,
            null,
            0.5,
            "model:test");
    return new DocumentRecord(
        new Document(id, "javascript:alert(1)", EVIL, "2024-05-03", "en", EVIL, text, "test"),
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
        VERSIONS);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String secret() throws IOException, InterruptedException {
    Matcher secret =
        Pattern.compile("name=\"secret\" value=\"([0-9a-f]+)\"").matcher(get("/paste").body());
    assertTrue(secret.find());
    return secret.group(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/events",
        "/events?type=CONSULT&words=Peru",
        "/events/em-one",
        "/documents/one",
        "/actors/PER",
        "/actors/PER/statements",
        "/actors/PER/names",
        "/relations/PER/CHL",
        "/relations/PER/CHL/events",
        "/relations/PER/CHL/requests",
        "/relations/PER/CHL/engagements",
        "/relations/PER/CHL/figures",
        "/map",
        "/network",
        "/figures",
        "/review",
        "/paste"
      })
  void everyPageOpensAndEscapesWhatReportsSay(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertEquals(200, page.statusCode(), page.body());
    assertFalse(page.body().contains(EVIL), path + " lets markup through");
    assertFalse(page.body().contains("href=\"javascript:"), path);
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("script-src 'self'") && !policy.contains("unsafe"), policy);
    assertFalse(Pattern.compile("<script(?! src=)").matcher(page.body()).find(), "inline script");
    assertFalse(page.body().contains("http://") || page.body().contains("https://"), path);
  }

  @Test
  void thePartsOfARelationHaveAddressesOfTheirOwn() throws Exception {
    String page = get("/relations/PER/CHL").body();
    for (String part : List.of("requests", "engagements", "figures")) {
      assertTrue(page.contains("hx-get=\"/relations/PER/CHL/" + part + "\""), page);
      String answer = get("/api/v1/relations/PER/CHL/" + part).body();
      assertTrue(answer.startsWith("{\"" + part + "\":["), answer);
    }
    assertTrue(page.contains("hx-get=\"/relations/PER/CHL/events\""), page);
    assertTrue(get("/api/v1/relations/PER/CHL/engagements").body().contains("\"day\":"));
    assertTrue(get("/api/v1/relations/PER/CHL").body().contains("\"months\":[{"));
    assertEquals(400, get("/api/v1/relations/Peru/CHL/requests").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/events",
        "/api/v1/points",
        "/api/v1/events/em-one",
        "/api/v1/months",
        "/api/v1/pairs",
        "/api/v1/counts",
        "/api/v1/figures",
        "/api/v1/documents/one/spans",
        "/api/v1/openapi.json"
      })
  void theApiAnswersOnceAndThenSaysThatNothingChanged(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, get(path, "If-None-Match", tag).statusCode());
  }

  @Test
  void pagesOfTheApiFollowTheirCursor() throws Exception {
    String first = get("/api/v1/events?limit=1").body();
    Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(first);
    assertTrue(next.find(), first);
    String second = get("/api/v1/events?limit=1&cursor=" + next.group(1)).body();
    assertTrue(first.contains("em-two") && second.contains("em-one"), first + second);
    assertTrue(second.contains("\"next\":null"), second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/events?quad=9", "/api/v1/events?from=yesterday", "/api/v1/events?limit=0",
        "/api/v1/events?cursor=%25", "/api/v1/events?format=exe", "/api/v1/events?least=x"
      })
  void whatCannotBeMeantIsAProblem(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(400, answer.statusCode());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    assertTrue(type.startsWith("application/problem+json"), type);
  }

  @Test
  void sqlInAParameterIsText() throws Exception {
    for (String name :
        List.of("type", "actor", "words", "outlet", "modality", "country", "document")) {
      assertEquals(
          200,
          get("/api/v1/events?" + name + "=%27%3B%20DROP%20TABLE%20documents%3B--").statusCode());
    }
    assertTrue(get("/api/v1/counts").body().contains("\"documents\":2"));
  }

  @Test
  void pathsDoNotLeadOut() throws Exception {
    for (String path :
        List.of(
            "/static/..%2f..%2fopenapi.json",
            "/webjars/..%2f..%2f..%2fetc/passwd", "/documents/..%2f..%2fetc%2fpasswd")) {
      assertTrue(get(path).statusCode() >= 400, path);
    }
  }

  @Test
  void foreignHostsAndOriginsAreRefused() throws Exception {
    assertEquals(403, raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
    String form = "secret=" + secret() + "&text=hello";
    assertEquals(403, post("/paste", form, "Origin", "http://evil.example").statusCode());
    assertEquals(403, post("/paste", "text=hello").statusCode());
    assertEquals(200, post("/paste", form).statusCode());
  }

  private int raw(String request) throws IOException {
    try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }

  @Test
  void aHugeBodyIsRefusedAndTheServerGoesOn() throws Exception {
    String form = "secret=" + secret() + "&text=" + "a".repeat(3_000_000);
    assertTrue(post("/paste", form).statusCode() >= 400);
    assertEquals(200, get("/").statusCode());
  }

  @Test
  void aReviewWinsIsKeptAndAStaleOneIsRefused() throws Exception {
    String form =
        "secret="
            + secret()
            + "&document=one&mention=em-one&reviewer=Mara&type=ASSAULT"
            + "&modality=denied&actors=PER+GOV&recipients=CHL+MIL&reason=%3Cb%3Ewrong%3C%2Fb%3E&verdict=";
    assertEquals(303, post("/review", form + "correct&version=0").statusCode());
    String event = get("/api/v1/events/em-one").body();
    assertTrue(event.contains("\"type\":\"ASSAULT\"") && event.contains("CHL MIL"), event);
    assertTrue(event.contains("\"quad_class\":4"), event);
    assertFalse(get("/events/em-one").body().contains("<b>wrong"), "a comment is text");
    assertEquals(409, post("/review", form + "accept&version=0").statusCode());
    assertEquals(400, post("/review", form.replace("Mara", "") + "reject&version=1").statusCode());
    assertEquals(
        303, post("/review", form.replace("Mara", "Ilse") + "reject&version=1").statusCode());
    assertFalse(get("/api/v1/events").body().contains("em-one"), "a rejected event is left out");
    assertTrue(get("/api/v1/events?review=reject").body().contains("em-one"));
    assertTrue(get("/review").body().contains("alpha"));
  }

  @Test
  void anotherAddressNeedsAToken() {
    Server.Options open = new Server.Options(folder.resolve("r.duckdb"), "0.0.0.0", 0, null, null);
    ChanceryException fault = assertThrows(ChanceryException.class, () -> Server.start(open));
    assertTrue(String.valueOf(fault.getMessage()).contains("--token"));
  }

  @Test
  void aTakenPortIsNamed() {
    Server.Options same =
        new Server.Options(folder.resolve("r.duckdb"), "127.0.0.1", server.port(), null, null);
    ChanceryException fault = assertThrows(ChanceryException.class, () -> Server.start(same));
    assertTrue(String.valueOf(fault.getMessage()).contains("--port"));
  }
}
