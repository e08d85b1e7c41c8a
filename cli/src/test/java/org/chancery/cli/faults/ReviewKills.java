package org.chancery.cli.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * {@code serve}: reviews are posted one after the other. What is reported done is what was answered
 * with 303; the one under way at the kill may or may not be there, and is posted again if it is
 * not.
 */
final class ReviewKills implements Scenario {
  private static final int EVENTS = 8;
  private static final int REVIEWS = 24;
  private static final String TOKEN = "a-token-of-enough-length";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public void prepare(Path folder) {
    SmallRecord.write(record(folder), EVENTS);
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  private static long reviews(Path folder) throws SQLException {
    return Dump.number(record(folder), "SELECT count(*) FROM reviews");
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    long before = reviews(folder);
    int until = (int) before + random.nextInt(Math.max(1, REVIEWS - (int) before));
    long answered = before;
    try (Child server = serve(folder)) {
      int port = port(server);
      while (answered < until && post(port, (int) answered) == 303) {
        answered++;
      }
      // the next is under way when the kill comes
      int next = (int) answered;
      Thread posting =
          new Thread(
              () -> {
                try {
                  post(port, next);
                } catch (IOException | InterruptedException killed) {
                  // nothing was answered
                }
              });
      posting.start();
      Thread.sleep(random.nextInt(60), random.nextInt(999_999));
      server.kill();
      posting.join(20_000);
    }
    return check(folder, answered);
  }

  private static List<String> check(Path folder, long answered) throws SQLException {
    List<String> faults = new ArrayList<>();
    long after = reviews(folder);
    if (after < answered || after > answered + 1) {
      faults.add(answered + " reviews were answered, the record has " + after);
    }
    long doubled =
        Dump.number(
            record(folder),
            "SELECT count(*) FROM (SELECT 1 FROM reviews GROUP BY document, event_mention, version"
                + " HAVING count(*) > 1)");
    if (doubled > 0) {
      faults.add(doubled + " reviews are doubled");
    }
    return faults;
  }

  private static Child serve(Path folder) throws IOException {
    Path small = SmallCodebook.beside(folder);
    return Child.start(
        folder,
        List.of("-Dchancery.codebook=" + small),
        "serve",
        "--port",
        "0",
        "--token",
        TOKEN,
        "--record",
        record(folder).toString());
  }

  private static int port(Child server) throws InterruptedException {
    server.await(line -> line.startsWith("http://"), 1);
    String line =
        server.lines().stream()
            .filter(l -> l.startsWith("http://"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("it does not serve: " + server.lines()));
    return Integer.parseInt(line.replaceAll(".*:(\\d+)/.*", "$1"));
  }

  /** Posts the review of that number: a second and third round over the same events. */
  private int post(int port, int number) throws IOException, InterruptedException {
    int event = number % EVENTS;
    String form =
        "document=d"
            + event
            + "&mention=em-d"
            + event
            + "&reviewer=Mara&verdict="
            + (number % 3 == 0 ? "reject" : "accept")
            + "&reason="
            + URLEncoder.encode("number " + number, StandardCharsets.UTF_8)
            + "&version="
            + number / EVENTS;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/review"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    try (Child server = serve(folder)) {
      int port = port(server);
      for (int i = (int) reviewsWhileServed(folder, server); i < REVIEWS; i++) {
        int status = post(port, i);
        if (status != 303) {
          throw new IllegalStateException("review " + i + " was answered with " + status);
        }
      }
      server.stop();
    }
    return Dump.rows(record(folder));
  }

  /** The record is only held while a review is written, so it can be asked now. */
  private static long reviewsWhileServed(Path folder, Child server) throws SQLException {
    if (!server.alive()) {
      throw new IllegalStateException("it ended: " + server.lines());
    }
    return reviews(folder);
  }
}
