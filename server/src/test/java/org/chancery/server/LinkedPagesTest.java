package org.chancery.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.chancery.store.LinkTables;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a happening that three reports tell, two of them copies, beside one told alone. */
class LinkedPagesTest {
  private static final String EVENT = "ev-harbour";
  private static final String PLAIN = "same day, \"harbour\" & pass " + ServerTest.EVIL;

  @TempDir Path folder;
  private Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serve() {
    Path file = folder.resolve("r.duckdb");
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(ServerTest.VERSIONS, List.of("x"));
      for (String id : List.of("one", "two", "three", "alone")) {
        store.write(ServerTest.record(id, "Peru met Chile. " + ServerTest.EVIL));
      }
      store.end(4, 0, 0, 0, 0);
      LinkTables tables = new LinkTables(store);
      tables.atomically(
          () -> {
            for (String id : List.of("one", "two", "three", "alone")) {
              tables.add(
                  new MentionProfile.Report(id, 1, List.of(), List.of()), List.of(), Set.of());
              tables.add(
                  new LinkTables.Placed(
                      id, "em-" + id, "em-" + id, id.equals("alone") ? "ev-alone" : EVENT));
            }
            tables.add(new Link("em-one", "em-two", 0.91, List.of(PLAIN)));
            tables.add(new Link("em-one", "em-three", 0.77, List.of("parties CHL, PER")));
            tables.addCopy("one", "three", 0.8);
            tables.flush();
            tables.source("three", "one");
          });
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

  private String page(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void anEventsPageCountsReportsAndIndependentOnesAndSaysWhy() throws Exception {
    for (String path : List.of("/events/" + EVENT, "/events/em-two")) {
      String body = page(path);
      assertTrue(body.contains("One happening, 3 reports"), body);
      assertTrue(body.contains("2 of them independent"), body);
      assertTrue(body.contains("(0.91, with "), body);
      assertTrue(body.contains("parties CHL, PER (0.77, with one)"), body);
      assertTrue(body.contains("as <a href=\"/documents/one\""), body);
      assertTrue(body.contains("Tellings side by side"), body);
      assertEquals(3, count(body, "<article>"), body);
    }
    assertFalse(page("/events/em-alone").contains("One happening"));
  }

  @Test
  void whyAnEventIsLinkedIsText() throws Exception {
    String body = page("/events/" + EVENT);
    assertFalse(body.contains(ServerTest.EVIL), body);
    assertTrue(body.contains("&quot;harbour&quot; &amp; pass &lt;script&gt;"), body);
  }

  @Test
  void groupedRowsAndTheirFacetsCountEvents() throws Exception {
    String mentions = page("/events");
    assertEquals(4, count(mentions, "href=\"/events/em-"), mentions);
    assertEquals(4, facet(mentions, "CONSULT"), mentions);
    String events = page("/events?group=event");
    assertEquals(2, count(events, "href=\"/events/em-"), events);
    assertEquals(2, facet(events, "CONSULT"), events);
    assertEquals(2, facet(events, "happened"), events);
    assertEquals(0, count(page("/events?group=event&type=ASSAULT"), "href=\"/events/em-"));
  }

  @Test
  void groupedPagesShowEachEventOnce() throws Exception {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int i = 0; i < 4; i++) {
      String page = page("/api/v1/events?group=event&limit=1&cursor=" + cursor);
      Matcher id = Pattern.compile("\"id\":\"(em-[a-z]+)\"").matcher(page);
      while (id.find()) {
        seen.add(id.group(1));
      }
      Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(page);
      if (!next.find()) {
        break;
      }
      cursor = next.group(1);
    }
    assertEquals(2, seen.size(), seen.toString());
    assertTrue(seen.contains("em-alone"), seen.toString());
  }

  @Test
  void filesAndSumsHoldEachEventOnceToo() throws Exception {
    for (String format : List.of("csv", "jsonl")) {
      String address = "/api/v1/events?format=" + format;
      String mentions = page(address);
      String events = page(address + "&group=event");
      assertEquals(4, seen(mentions).size(), mentions);
      assertEquals(2, seen(events).size(), events);
      assertTrue(seen(events).contains("em-alone"), events);
    }
    for (String sums : List.of("months", "pairs")) {
      assertEquals(4, sum(page("/api/v1/" + sums)), sums);
      assertEquals(2, sum(page("/api/v1/" + sums + "?group=event")), sums);
    }
  }

  private static Set<String> seen(String file) {
    Set<String> seen = new TreeSet<>();
    Matcher id = Pattern.compile("em-[a-z]+").matcher(file);
    while (id.find()) {
      seen.add(id.group());
    }
    return seen;
  }

  private static int sum(String body) {
    Matcher events = Pattern.compile("\"events\":(\\d+)").matcher(body);
    int sum = 0;
    while (events.find()) {
      sum += Integer.parseInt(events.group(1));
    }
    return sum;
  }

  private static int facet(String body, String value) {
    Matcher matcher = Pattern.compile(">" + value + "</a>\\D{0,40}?(\\d+)").matcher(body);
    assertTrue(matcher.find(), value + " in " + body);
    return Integer.parseInt(matcher.group(1));
  }

  private static int count(String body, String part) {
    return body.split(Pattern.quote(part), -1).length - 1;
  }
}
