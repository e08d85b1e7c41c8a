package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.chancery.core.ChanceryException;
import org.chancery.store.Reviews;
import org.jspecify.annotations.Nullable;

/** Serves a record as pages and as a REST API. */
public final class Server implements AutoCloseable {
  private static final long LARGEST_BODY = 1_000_000;

  private final Javalin javalin;
  private final Records records;
  private final Searches searches;
  private final Metrics metrics;

  private Server(Javalin javalin, Records records, Searches searches, Metrics metrics) {
    this.javalin = javalin;
    this.records = records;
    this.searches = searches;
    this.metrics = metrics;
  }

  /**
   * How to serve.
   *
   * @param token needed for everything where the host is not loopback, and for writes by the API
   * @param coder codes a pasted report and gives its page's body, or null when nothing can be
   *     pasted
   */
  public record Options(
      Path record,
      String host,
      int port,
      @Nullable String token,
      @Nullable Function<String, Pasted> coder) {
    /** Whether only this machine can ask. */
    public boolean isLoopback() {
      return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }
  }

  /** What came of a pasted report: its text with spans, and its events. */
  public record Pasted(String text, java.util.List<Mark> marks, java.util.List<Coded> events) {
    /** Copies the lists. */
    public Pasted {
      marks = java.util.List.copyOf(marks);
      events = java.util.List.copyOf(events);
    }
  }

  /** A span of a pasted report. */
  public record Mark(String layer, int begin, int end, String note) {}

  /** An event of a pasted report, and why it was coded. */
  public record Coded(String line, String why) {}

  /**
   * Starts to serve.
   *
   * @throws ChanceryException where the host needs a token and has none, or the port is taken
   */
  public static Server start(Options options) {
    return start(options, sentence -> null);
  }

  /**
   * Starts to serve.
   *
   * @param continuations gives the words of a sentence that say that a contact goes on from earlier
   *     ones, or null
   * @throws ChanceryException where the host needs a token and has none, or the port is taken
   */
  public static Server start(Options options, Function<String, @Nullable String> continuations) {
    if (!options.isLoopback() && (options.token() == null || options.token().length() < 16)) {
      throw new ChanceryException(
          "serve",
          "another address than 127.0.0.1 needs a token of 16 characters or more; give --token");
    }
    Records records = new Records(options.record());
    Guard guard = new Guard(options);
    Pages pages = new Pages(records);
    EventPages events = new EventPages(records, guard);
    MapPages maps = new MapPages(records);
    ReviewPages reviews = new ReviewPages(records, guard, options.coder());
    Api api = new Api(records);
    Searches searches = new Searches(records);
    SearchPages search = new SearchPages(records, searches);
    Metrics metrics = new Metrics(records, options.record());
    Javalin javalin =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.requestLogger.http(metrics::answered);
              config.http.maxRequestSize = LARGEST_BODY;
              config.http.defaultContentType = "text/html; charset=utf-8";
              config.jetty.modifyServer(
                  jetty -> {
                    for (var connector : jetty.getConnectors()) {
                      if (connector instanceof org.eclipse.jetty.server.AbstractConnector c) {
                        c.setIdleTimeout(30_000);
                      }
                    }
                  });
              config.staticFiles.enableWebjars();
              config.staticFiles.add(
                  files -> {
                    files.hostedPath = "/static";
                    files.directory = "/org/chancery/server/static";
                    files.location = Location.CLASSPATH;
                  });
            });
    javalin.before(guard::before);
    pages.on(javalin);
    events.on(javalin);
    maps.on(javalin);
    new RelationPage(records, continuations).on(javalin);
    reviews.on(javalin);
    api.on(javalin);
    search.on(javalin);
    metrics.on(javalin);
    faults(javalin, records);
    try {
      javalin.start(options.host(), options.port());
    } catch (RuntimeException e) {
      searches.close();
      records.close();
      metrics.close();
      throw new ChanceryException(
          "serve",
          "port "
              + options.port()
              + " cannot be used ("
              + e.getMessage()
              + "); give another with --port",
          e);
    }
    return new Server(javalin, records, searches, metrics);
  }

  private static void faults(Javalin javalin, Records records) {
    javalin.exception(
        IllegalArgumentException.class,
        (e, c) -> fault(c, records, 400, String.valueOf(e.getMessage())));
    javalin.exception(
        Reviews.StaleException.class,
        (e, c) -> fault(c, records, 409, String.valueOf(e.getMessage())));
    javalin.exception(
        ChanceryException.class, (e, c) -> fault(c, records, 503, String.valueOf(e.getMessage())));
    javalin.exception(
        HttpResponseException.class,
        (e, c) -> fault(c, records, e.getStatus(), String.valueOf(e.getMessage())));
    javalin.exception(
        Exception.class, (e, c) -> fault(c, records, 500, "the server failed on this request"));
    javalin.error(
        404,
        c -> {
          if (c.resultInputStream() == null || String.valueOf(c.result()).contains("Not Found")) {
            fault(c, records, 404, "there is no such page");
          }
        });
  }

  /** A page that says what went wrong; for the API as problem+json (RFC 9457). */
  private static void fault(Context context, Records records, int status, String what) {
    context.status(status);
    if (context.path().startsWith("/api/")) {
      context.contentType("application/problem+json");
      context.result(Api.json(Map.of("title", what, "status", status, "instance", context.path())));
    } else {
      context.contentType("text/html; charset=utf-8");
      context.result(
          Html.page(
              "That did not work",
              "<p class=\"fault\">" + Html.text(what) + "</p>",
              records.taken()));
    }
  }

  /** The port that is served. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    searches.close();
    records.close();
    metrics.close();
  }
}
