package org.chancery.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
  private static final FetchRules RULES =
      new FetchRules(
          false,
          Duration.ofSeconds(2),
          Duration.ofMillis(1_500),
          100_000,
          Duration.ZERO,
          3,
          "chancery");
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server = server();
  private String robots = "User-agent: *\nDisallow: /closed/\n";

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    switch (path) {
      case "/robots.txt" -> send(exchange, 200, robots.getBytes(UTF_8));
      case "/page" -> {
        if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
          exchange.sendResponseHeaders(304, -1);
          exchange.close();
        } else {
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          send(exchange, 200, "Words.".getBytes(UTF_8));
        }
      }
      case "/moved" -> redirect(exchange, "/page");
      case "/inside" ->
          redirect(exchange, "http://127.0.0.9:" + server.getAddress().getPort() + "/page");
      case "/file" -> redirect(exchange, "file:///etc/passwd");
      case "/loop" -> redirect(exchange, "/loop");
      case "/large" -> send(exchange, 200, new byte[200_000]);
      case "/bomb" -> {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        send(exchange, 200, gzip(new byte[5_000_000]));
      }
      case "/slow" -> drip(exchange);
      case "/busy" -> {
        exchange.getResponseHeaders().add("Retry-After", "120");
        send(exchange, 503, new byte[0]);
      }
      default -> send(exchange, 404, new byte[0]);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    send(exchange, 302, new byte[0]);
  }

  /** A byte now and then, so that no single wait is long. */
  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      for (int i = 0; i < 40; i++) {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        Thread.sleep(200);
      }
    } catch (IOException | InterruptedException e) {
      exchange.close();
    }
    exchange.close();
  }

  /** Names lead to this server; only the one loopback address counts as public. */
  private Fetcher fetcher(FetchRules rules) {
    return new Fetcher(
        rules,
        host -> InetAddress.getAllByName(host.endsWith(".example") ? "127.0.0.1" : host),
        address -> address.getHostAddress().equals("127.0.0.1"));
  }

  private String url(String path) {
    return "http://news.example:" + server.getAddress().getPort() + path;
  }

  private FetchException fault(String path) {
    try (Fetcher fetcher = fetcher(RULES)) {
      return assertThrows(FetchException.class, () -> fetcher.get(url(path)));
    }
  }

  @Test
  void anAnswerComesWithItsVersionAndIsNotSentAgain() throws IOException {
    try (Fetcher fetcher = fetcher(RULES)) {
      Fetched first = fetcher.get(url("/moved"));
      assertEquals("Words.", new String(first.body(), UTF_8));
      assertEquals(url("/page"), first.url());
      Fetched again = fetcher.get(url("/page"), first.version());
      assertTrue(again.notModified());
      assertEquals(0, again.body().length);
    }
  }

  @Test
  void aRedirectionToAPrivateAddressIsRefusedBeforeAnythingIsSent() {
    assertEquals("private-address", fault("/inside").reason());
    assertEquals(1, asked.stream().filter(path -> path.equals("/inside")).count());
    assertEquals(0, asked.stream().filter(path -> path.equals("/page")).count());
  }

  @Test
  void otherSchemesAreRefusedAlsoAfterARedirection() {
    assertEquals("scheme", fault("/file").reason());
    try (Fetcher fetcher = fetcher(RULES)) {
      for (String url : List.of("file:///etc/passwd", "ftp://a.example/x", "gopher://a.example/")) {
        assertEquals("scheme", assertThrows(FetchException.class, () -> fetcher.get(url)).reason());
      }
    }
  }

  @Test
  void thisMachineIsRefusedUnlessAllowed() throws IOException {
    String local = "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
    try (Fetcher fetcher = new Fetcher(RULES);
        Fetcher open = new Fetcher(RULES.withPrivate(true))) {
      for (String url :
          List.of(
              local,
              local.replace("127.0.0.1", "localhost"),
              local.replace("127.0.0.1", "2130706433"))) {
        String reason = assertThrows(FetchException.class, () -> fetcher.get(url)).reason();
        assertTrue(
            List.of("private-address", "address", "robots").contains(reason), url + " " + reason);
      }
      assertTrue(asked.isEmpty());
      assertEquals("Words.", new String(open.get(local).body(), UTF_8));
    }
  }

  @Test
  void aNameThatChangesItsAddressGainsNothing() {
    AtomicInteger calls = new AtomicInteger();
    CheckedResolver.Resolver turning =
        host -> InetAddress.getAllByName(calls.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.9");
    try (Fetcher fetcher =
        new Fetcher(RULES, turning, address -> address.getHostAddress().equals("127.0.0.1"))) {
      // robots.txt is read from the first address; the page would come from the second
      FetchException e = assertThrows(FetchException.class, () -> fetcher.get(url("/page")));
      assertEquals("private-address", e.reason());
      assertEquals(List.of("/robots.txt"), asked);
      assertEquals(2, calls.get());
    }
  }

  @Test
  void sizeIsBoundedPackedOrNot() {
    assertEquals("too-long", fault("/large").reason());
    assertEquals("too-long", fault("/bomb").reason());
  }

  @Test
  void aServerThatDripsIsLeftAfterTheWholeTime() {
    long start = System.nanoTime();
    assertEquals("timeout", fault("/slow").reason());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5_000);
  }

  @Test
  void redirectionsAreBoundedAndStatusIsTold() {
    assertEquals("redirects", fault("/loop").reason());
    FetchException busy = fault("/busy");
    assertEquals(503, busy.status());
    assertEquals(Duration.ofMinutes(2), busy.retryAfter());
  }

  @Test
  void robotsAreKept() throws IOException {
    assertEquals("robots", fault("/closed/page").reason());
    assertEquals(List.of("/robots.txt"), asked);
    robots = "User-agent: chancery\nDisallow: /\n";
    assertEquals("robots", fault("/page").reason());
    robots = "User-agent: other\nDisallow: /\n";
    try (Fetcher fetcher = fetcher(RULES)) {
      fetcher.get(url("/page"));
      fetcher.get(url("/page"));
    }
    assertEquals(3, asked.stream().filter(path -> path.equals("/robots.txt")).count());
  }

  @Test
  void aHostIsNotAskedTwiceWithinItsPause() throws IOException {
    FetchRules patient =
        new FetchRules(
            false,
            RULES.connect(),
            RULES.whole(),
            RULES.bytes(),
            Duration.ofMillis(300),
            3,
            "chancery");
    long start = System.nanoTime();
    try (Fetcher fetcher = fetcher(patient)) {
      fetcher.get(url("/page")); // and robots.txt before
      fetcher.get(url("/page"));
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 600);
    assertEquals(Map.of("/robots.txt", 1L, "/page", 2L), count());
  }

  private Map<String, Long> count() {
    return asked.stream()
        .collect(
            java.util.stream.Collectors.groupingBy(x -> x, java.util.stream.Collectors.counting()));
  }
}
