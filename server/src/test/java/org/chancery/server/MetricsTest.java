package org.chancery.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chancery.core.Versions;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  private static final String TOKEN = "a-token-of-enough-length";

  @TempDir private Path folder = Path.of("");
  private final HttpClient client = HttpClient.newHttpClient();

  private Server serve(String host) {
    Path file = folder.resolve("r.duckdb");
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(new Versions("test", "hash", Map.of()), List.of());
      store.end(0, 0, 0, 0, 0);
    }
    return Server.start(new Server.Options(file, host, 0, TOKEN, null));
  }

  private HttpResponse<String> get(Server server, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void has(String metrics, String line) {
    assertTrue(Pattern.compile("(?m)^" + line).matcher(metrics).find(), line + " in " + metrics);
  }

  @Test
  void requestsAreCountedByRouteAndStatusAndTheRecordIsMeasured() throws Exception {
    try (Server server = serve("127.0.0.1")) {
      get(server, "/api/v1/events/em-one");
      get(server, "/api/v1/events/em-two");
      get(server, "/api/v1/events?quad=9");
      get(server, "/no/such/page");
      HttpResponse<String> answer = get(server, "/metrics");
      assertEquals(200, answer.statusCode());
      String metrics = answer.body();
      has(
          metrics,
          "chancery_requests_seconds_count\\{method=\"GET\",route=\"/api/v1/events/\\{id}\",status=\"404\"} 2");
      has(
          metrics,
          "chancery_requests_seconds_count\\{method=\"GET\",route=\"/api/v1/events\",status=\"400\"} 1");
      has(metrics, "chancery_requests_seconds_sum\\{");
      has(metrics, "chancery_record_size_bytes [1-9]");
      has(metrics, "chancery_record_events 0");
      has(metrics, "jvm_memory_used_bytes\\{");
      assertTrue(
          !metrics.contains("/no/such/page"), "an address that anybody makes up is no label");
    }
  }

  @Test
  void anotherAddressThanLoopbackNeedsTheTokenForMetricsToo() throws Exception {
    try (Server server = serve("0.0.0.0")) {
      assertEquals(401, get(server, "/metrics").statusCode());
      assertEquals(200, get(server, "/metrics", "Authorization", "Bearer " + TOKEN).statusCode());
    }
  }
}
