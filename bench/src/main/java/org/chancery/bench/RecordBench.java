package org.chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.store.RecordStore;

/**
 * Measures of a large record. {@code build FILE EVENTS} makes one through the store's own way of
 * writing; {@code multiply FILE FACTOR LARGER} makes a larger one of it; {@code open FILE} opens
 * it; {@code grow FILE REPORTS} adds reports to an empty record and to this one; {@code load FILE
 * USERS SECONDS} serves it and asks every page and call.
 */
public final class RecordBench {
  private static final long SEED = 42;
  private static final int ROUNDS = 5;

  private RecordBench() {}

  /** Runs one measure. */
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "say build FILE EVENTS, multiply FILE FACTOR LARGER, open FILE,"
              + " grow FILE REPORTS or load FILE USERS SECONDS [PAUSE_MILLIS]");
    }
    Path file = Path.of(args[1]);
    long number = args.length > 2 ? Long.parseLong(args[2]) : 0;
    switch (args[0]) {
      case "build" -> build(file, number);
      case "multiply" -> multiply(file, Path.of(args[3]), (int) number);
      case "open" -> open(file);
      case "grow" -> grow(file, (int) number);
      case "load" -> {
        int pause = args.length > 4 ? Integer.parseInt(args[4]) : 0;
        Load.run(file, (int) number, Integer.parseInt(args[3]), pause);
      }
      default -> throw new IllegalArgumentException("no measure is called " + args[0]);
    }
  }

  private static MadeReports reports(long events) {
    Path codebook = Path.of(System.getProperty("chancery.codebook", "codebook"));
    return new MadeReports(Lists.read(codebook), SEED, events);
  }

  private static void build(Path file, long events) throws IOException, SQLException {
    MadeReports reports = reports(events);
    long began = System.nanoTime();
    long made = 0;
    long number = 0;
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(MadeReports.versions(), List.of("made"));
      while (made < events) {
        var record = reports.report(number++);
        made += record.eventMentions().size();
        store.write(record);
        if (number % 20_000 == 0) {
          say("%d reports, %d events, %.0f s", number, made, seconds(began));
        }
      }
      store.end(number, 0, 0, 0, 0);
    }
    say("written by the store: %d reports, %d events, %.0f s", number, made, seconds(began));
  }

  private static void multiply(Path base, Path file, int factor) throws IOException, SQLException {
    long began = System.nanoTime();
    Multiplied.by(base, file, factor);
    say("multiplied by %d in %.0f s; %.0f MB", factor, seconds(began), Files.size(file) / 1e6);
  }

  private static void open(Path file) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      RecordStore.open(file).close();
      times.add(seconds(began));
    }
    say("open to write: first %.2f s, then %.2f s", times.get(0), times.get(ROUNDS - 1));
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      RecordStore.read(file).close();
      times.set(i, seconds(began));
    }
    say("open to read: first %.2f s, then %.2f s", times.get(0), times.get(ROUNDS - 1));
  }

  /** Adds turn by turn to an empty record and to the large one, so that both meet the same load. */
  private static void grow(Path file, int size) throws IOException {
    MadeReports reports = reports(1_000_000);
    Path empty = Files.createTempDirectory(file.toAbsolutePath().getParent(), "empty");
    List<Double> small = new ArrayList<>();
    List<Double> large = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long from = 10_000_000L + System.nanoTime() % 1_000_000_000L;
      small.add(add(empty.resolve(round + ".duckdb"), reports, from, size));
      large.add(add(file, reports, from, size));
      say(
          "round %d: empty %.2f s, large %.2f s, ratio %.2f",
          round, small.get(round), large.get(round), large.get(round) / small.get(round));
    }
    try (var files = Files.list(empty)) {
      for (Path old : files.toList()) {
        Files.delete(old);
      }
    }
    Files.delete(empty);
    say(
        "medians: empty %.2f s, large %.2f s, ratio %.2f",
        median(small), median(large), median(large) / median(small));
  }

  private static double add(Path file, MadeReports reports, long from, int size) {
    var made = new ArrayList<org.chancery.core.DocumentRecord>();
    for (int i = 0; i < size; i++) {
      made.add(reports.report(from + i));
    }
    long began = System.nanoTime();
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(MadeReports.versions(), List.of("made"));
      made.forEach(store::write);
      store.end(size, 0, 0, 0, 0);
    }
    return seconds(began);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
