package org.chancery.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chancery.store.Questions;
import org.jspecify.annotations.Nullable;

/**
 * {@code /metrics} in the form of Prometheus: requests by route and status with their times, the
 * record's size and what it holds, and the Java machine. The guard of the other routes holds here
 * too.
 */
final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Records records;
  private String taken = "";
  private Questions.@Nullable Answer counts;

  Metrics(Records records, Path file) {
    this.records = records;
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("chancery.record.size", file, Metrics::size)
        .baseUnit("bytes")
        .description("The record file and the log beside it")
        .register(registry);
    for (String what :
        new String[] {"documents", "events", "statements", "figures", "rejects", "reviews"}) {
      Gauge.builder("chancery.record." + what, this, own -> own.count(what))
          .description("What the record held when it was last read")
          .register(registry);
    }
  }

  void on(Javalin javalin) {
    javalin.get(
        "/metrics",
        c -> {
          c.contentType("text/plain; version=0.0.4; charset=utf-8");
          c.result(registry.scrape());
        });
  }

  /** Notes an answered request; what matches no route counts under one name. */
  void answered(Context context, float millis) {
    Timer.builder("chancery.requests")
        .description("Requests by route and status")
        .tag("route", route(context))
        .tag("method", context.method().name())
        .tag("status", String.valueOf(context.statusCode()))
        .serviceLevelObjectives(
            Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }

  private static String route(Context context) {
    try {
      String route = context.endpointHandlerPath();
      return route.startsWith("/") ? route : "none";
    } catch (IllegalStateException e) {
      return "none"; // refused before a route was looked for
    }
  }

  /** Counted once for each state of the record. */
  private synchronized double count(String what) {
    Questions.Answer known = counts;
    if (known == null || !taken.equals(records.taken())) {
      known = records.ask(store -> new Questions(store).counts().get(0));
      counts = known;
      taken = records.taken();
    }
    return known.number(what);
  }

  private static double size(Path file) {
    double bytes = 0;
    for (Path part : new Path[] {file, Path.of(file + ".wal")}) {
      try {
        bytes += Files.exists(part) ? Files.size(part) : 0;
      } catch (IOException e) {
        return Double.NaN; // it is being moved
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
