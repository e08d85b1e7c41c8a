package org.chancery.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.chancery.server.Server;

/**
 * Users at once, each asking one page or call after the other, without a pause or after one; what
 * is asked for is drawn anew from the record each time, so that few answers can be remembered ones.
 */
final class Load {
  private static final int DRAWN = 2_000;
  private static final int FAILED = 1_000_000;

  private final List<Map<String, String>> drawn = new ArrayList<>();
  private final Map<String, List<Double>> times = new TreeMap<>();

  /** One user alone: processor time is measured, not time by the clock. */
  private final boolean alone;

  /** Milliseconds between an answer and the next question. */
  private final int pause;

  private Load(boolean alone, int pause) {
    this.alone = alone;
    this.pause = pause;
  }

  static void run(Path file, int users, int seconds, int pause)
      throws IOException, SQLException, InterruptedException {
    Load load = new Load(users == 1, pause);
    load.draw(file);
    long began = System.nanoTime();
    try (Server server = Server.start(new Server.Options(file, "127.0.0.1", 0, null, null))) {
      RecordBench.say("server started in %.2f s", RecordBench.seconds(began));
      ExecutorService pool = Executors.newFixedThreadPool(users);
      long end = System.currentTimeMillis() + 1000L * seconds;
      for (int user = 0; user < users; user++) {
        Random random = new Random(user);
        pool.execute(() -> load.ask(server.port(), random, end));
      }
      pool.shutdown();
      pool.awaitTermination(seconds + 120L, TimeUnit.SECONDS);
    }
    load.report();
  }

  private void draw(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT document, id, type, split_part(trim(actor_heads), ' ', 1) AS a,"
                    + " split_part(trim(recipient_heads), ' ', 1) AS b, coalesce(place_country, 'FRA') AS"
                    + " country, left(published, 7) AS month, publisher FROM event_rows USING SAMPLE "
                    + DRAWN
                    + " ROWS")) {
      while (rows.next()) {
        Map<String, String> row = new TreeMap<>();
        for (String name :
            List.of("document", "id", "type", "a", "b", "country", "month", "publisher")) {
          row.put(name, URLEncoder.encode(rows.getString(name), StandardCharsets.UTF_8));
        }
        if (!row.getOrDefault("b", "").isEmpty()) {
          drawn.add(row);
        }
      }
    }
  }

  /** Routes; a word in braces is drawn from an event of the record. */
  private static final List<String> ROUTES =
      List.of(
          "/",
          "/events",
          "/events?type={type}&actor={a}",
          "/events?party={a}&from={month}",
          "/events?country={country}&outlet={publisher}",
          "/events?words=ministry+of+{country}&type={type}",
          "/events/{id}",
          "/documents/{document}",
          "/actors/{a}",
          "/actors/{a}/statements",
          "/actors/{a}/names",
          "/relations/{a}/{b}",
          "/relations/{a}/{b}/events",
          "/relations/{a}/{b}/requests",
          "/relations/{a}/{b}/engagements",
          "/relations/{a}/{b}/figures",
          "/map?party={a}&type={type}",
          "/network?from={month}&to={month}",
          "/figures?counts=killed",
          "/review",
          "/api/v1/events?actor={a}&recipient={b}",
          "/api/v1/events?type={type}&from={month}&to={month}&format=csv",
          "/api/v1/events/{id}",
          "/api/v1/months?actor={a}&recipient={b}",
          "/api/v1/pairs?country={country}",
          "/api/v1/points?party={a}&from={month}",
          "/api/v1/counts",
          "/api/v1/figures?counts=displaced&limit=100",
          "/api/v1/documents/{document}/spans",
          "/api/v1/relations/{a}/{b}",
          "/api/v1/relations/{a}/{b}/engagements",
          "/events?group=event&party={a}&from={month}",
          "/api/v1/events?group=event&actor={a}&recipient={b}",
          "/search?q=%22foreign+ministry%22&actor={a}",
          "/search?q=minstry~&type={type}&from={month}",
          "/api/v1/search?q=party:%22{a}%22+party:%22{b}%22&in=events");

  private void ask(int port, Random random, long end) {
    HttpClient client = HttpClient.newHttpClient();
    List<String> routes = new ArrayList<>(ROUTES);
    while (System.currentTimeMillis() < end) {
      Collections.shuffle(routes, random);
      for (String route : routes) {
        String address = route;
        for (Map.Entry<String, String> part : drawn.get(random.nextInt(drawn.size())).entrySet()) {
          address = address.replace("{" + part.getKey() + "}", part.getValue());
        }
        if (!rested()) {
          return;
        }
        long began = alone ? cpu() : System.nanoTime();
        double millis;
        try {
          int status =
              client
                  .send(
                      HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                          .build(),
                      HttpResponse.BodyHandlers.ofByteArray())
                  .statusCode();
          millis =
              status == 200 ? ((alone ? cpu() : System.nanoTime()) - began) / 1e6 : FAILED + status;
        } catch (IOException e) {
          millis = FAILED;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        synchronized (times) {
          times.computeIfAbsent(route, k -> new ArrayList<>()).add(millis);
        }
        if (System.currentTimeMillis() >= end) {
          return;
        }
      }
    }
  }

  private boolean rested() {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Nanoseconds of processor time of this program, server and client: says the same on a busy
   * machine.
   */
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  private void report() {
    List<Double> all = new ArrayList<>();
    times.forEach(
        (route, found) -> {
          all.addAll(found);
          line(route, found);
        });
    line("all", all);
  }

  private static void line(String route, List<Double> found) {
    List<Double> sorted = found.stream().sorted().toList();
    long failed = found.stream().filter(t -> t >= FAILED).count();
    RecordBench.say(
        "%-64s %5d asked, median %6.0f ms, p95 %6.0f ms%s",
        route,
        found.size(),
        RecordBench.median(found),
        sorted.get(Math.min(sorted.size() - 1, (int) (0.95 * sorted.size()))),
        failed == 0 ? "" : ", " + failed + " failed (" + sorted.get(sorted.size() - 1) + ")");
  }
}
