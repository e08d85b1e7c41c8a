package org.chancery.ingest.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.Reading;
import org.chancery.ingest.Mapping;
import org.chancery.ingest.Opener;
import org.chancery.ingest.fetch.FetchRules;
import org.chancery.ingest.fetch.Fetcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final FetchRules RULES =
      new FetchRules(
          true,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          100_000,
          Duration.ZERO,
          3,
          "chancery");
  @TempDir private Path folder = Path.of("");
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server = server();
  private String feed = "";
  private int status = 200;
  private Clock clock = Clock.systemUTC();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
    feed =
        rss("<item><title>A</title><link>/a</link><description>Summary of a.</description></item>");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String rss(String items) {
    return "<rss version='2.0'><channel><title>Wire</title>" + items + "</channel></rss>";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    String body =
        switch (path) {
          case "/feed" -> feed;
          case "/a" ->
              "<html><body><article><p>The whole article of the envoy who left on Monday.</p></article></body></html>";
          default -> "";
        };
    if (path.equals("/feed")
        && "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
    } else if (path.equals("/feed") && status != 200) {
      exchange.sendResponseHeaders(status, -1);
    } else if (body.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.getResponseHeaders().add("ETag", "\"" + (path.equals("/feed") ? 1 : 2) + "\"");
      exchange
          .getResponseHeaders()
          .add("Content-Type", path.equals("/feed") ? "application/rss+xml" : "text/html");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
    }
    exchange.close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Watch watch(boolean articles, String... targets) {
    return new Watch(
        List.of(targets),
        WatchState.open(folder.resolve("state.json")),
        new Opener(Mapping.DEFAULT),
        new Fetcher(RULES),
        articles,
        Duration.ofMinutes(10),
        clock,
        () -> 1);
  }

  private static List<Reading> all(Watch watch) {
    List<Reading> all = new ArrayList<>();
    watch.round().forEachRemaining(all::add);
    return all;
  }

  private static List<String> texts(List<Reading> all) {
    return all.stream()
        .filter(Reading.Read.class::isInstance)
        .map(reading -> ((Reading.Read) reading).document().text())
        .toList();
  }

  @Test
  void aFeedIsReadOnceAndAskedWithItsVersionAlsoByTheNextRun() {
    Watch watch = watch(false, url("/feed"));
    assertEquals(List.of("Summary of a."), texts(all(watch)));
    watch.commit();
    assertTrue(all(watch).isEmpty());
    watch.commit();
    Watch next = watch(false, url("/feed"));
    assertTrue(all(next).isEmpty());
    assertEquals(3, asked.stream().filter(path -> path.equals("/feed")).count());
    assertFalse(asked.contains("/a"));
  }

  @Test
  void whatWasNotCommittedIsReadAgain() {
    assertEquals(1, texts(all(watch(false, url("/feed")))).size());
    assertEquals(1, texts(all(watch(false, url("/feed")))).size());
  }

  @Test
  void articlesAreFetchedOnlyWhereAskedFor() {
    List<Reading> all = all(watch(true, url("/feed")));
    Document page = ((Reading.Read) all.get(0)).document();
    assertEquals("The whole article of the envoy who left on Monday.", page.text());
    assertEquals("A", page.title());
    assertEquals(url("/a"), page.url());
  }

  @Test
  void sameWordsUnderAnotherAddressAreLeftOutWithANote() {
    feed =
        rss(
            "<item><title>A</title><link>/a</link><description>Same.</description></item>"
                + "<item><title>B</title><link>/b</link><description>Same.</description></item>");
    List<Reading> all = all(watch(false, url("/feed")));
    assertEquals(List.of("Same."), texts(all));
    assertEquals("duplicate", ((Reading.Note) all.get(1)).reason());
  }

  @Test
  void aFailingFeedIsLeftAloneForLongerAndLonger() {
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    status = 500;
    long[] waits = {0, 20 * 60 - 1, 2, 40 * 60 - 3, 4};
    int[] asks = {1, 1, 2, 2, 3};
    for (int i = 0; i < waits.length; i++) {
      now = now.plusSeconds(waits[i]);
      clock = Clock.fixed(now, ZoneOffset.UTC);
      Watch watch = watch(false, url("/feed"));
      all(watch);
      watch.commit();
      assertEquals(
          asks[i], asked.stream().filter(path -> path.equals("/feed")).count(), "round " + i);
    }
  }

  @Test
  void filesThatCameOrChangedAreRead() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Files.writeString(reports.resolve("a.txt"), "One.");
    Watch watch = watch(false, reports.toString());
    assertEquals(List.of("One."), texts(all(watch)));
    watch.commit();
    Path old = Files.writeString(folder.resolve("b.txt"), "Two, written long ago.");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    Files.move(old, reports.resolve("b.txt"));
    assertEquals(List.of("Two, written long ago."), texts(all(watch)));
    watch.commit();
    Files.writeString(reports.resolve("a.txt"), "One, corrected.");
    assertEquals(List.of("One, corrected."), texts(all(watch)));
  }

  @Test
  void aStopLosesNothingThatWasNotGivenOut() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    for (int i = 0; i < 20; i++) {
      Files.writeString(reports.resolve(i + ".txt"), "Report " + i + ".");
    }
    Watch watch = watch(false, reports.toString());
    Iterator<Reading> round = watch.round();
    List<Reading> first = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      assertTrue(round.hasNext());
      first.add(round.next());
    }
    assertTrue(round.hasNext());
    watch.stop();
    round.forEachRemaining(first::add);
    watch.commit();
    List<Reading> rest = all(watch(false, reports.toString()));
    assertEquals(6, first.size());
    assertEquals(20, first.size() + texts(rest).size());
  }

  @Test
  void aBrokenStateSaysWhatToDo() throws IOException {
    Files.writeString(folder.resolve("state.json"), "{\"folders\":");
    ChanceryException e =
        assertThrows(ChanceryException.class, () -> WatchState.open(folder.resolve("state.json")));
    assertTrue(String.valueOf(e.getMessage()).contains("remove it to begin anew"));
  }
}
