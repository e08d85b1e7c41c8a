package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.analysis.Engine;
import org.chancery.core.ChanceryException;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.core.Runner;
import org.chancery.ingest.Opener;
import org.chancery.ingest.fetch.Fetcher;
import org.chancery.ingest.watch.Watch;
import org.chancery.ingest.watch.WatchState;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: codes what comes into folders and feeds, round after round. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "Codes what comes into folders and feeds, round after round, until it is stopped (Ctrl-C or SIGTERM).",
      "The record is open during a round only: others read it in between. RECORD.watch.json remembers what was read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery watch incoming --record news.duckdb",
      "  chancery watch --fetch --every 15m https://news.example/rss.xml",
      "  chancery watch --fetch --fetch-articles --once https://news.example/rss.xml incoming",
      "",
      "Exit codes: 0 stopped or one round done; 1 in --once, some input was rejected or failed; 2 wrong usage,",
      "codebook or record."
    })
final class WatchCommand implements Callable<Integer> {
  private static final long STOPPING_SECONDS = 60;
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FEED",
      description = "Folders, files, addresses of feeds.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "Time from one round to the next: 30s, 10m, 2h (default: ${DEFAULT-VALUE}).")
  private String every = "10m";

  @Option(names = "--once", description = "One round only.")
  private boolean once;

  @Option(
      names = "--fetch-articles",
      description =
          "Fetch the page of each new item of a feed and read it in place of the summary.")
  private boolean articles;

  @Option(names = "--threads", description = "Workers (default: ${DEFAULT-VALUE}).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Mixin private MappingOptions mapping = new MappingOptions();
  @CommandLine.Mixin private FetchOptions fetching = new FetchOptions();
  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicReference<@Nullable Watch> current = new AtomicReference<>();
  private final Map<String, Long> counts = new TreeMap<>();

  /** A reading with what became of it; no record where the record file has it already. */
  private record Coded(Reading reading, @Nullable DocumentRecord record) {}

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    check(line);
    Duration pause = duration(line, every);
    Path state = Path.of(record + ".watch.json");
    if (!Files.exists(record)) {
      Files.deleteIfExists(state); // what it remembers went with the record
    }
    RecordStore.open(record).close(); // a record that cannot be written is told before models load
    Engine engine = new Engine(codebook.layers, true);
    Thread hook = new Thread(this::stop, "stop-watch");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return watch(line, engine, state, pause);
    } finally {
      finished.countDown();
      unhook(hook);
    }
  }

  private void check(CommandLine line) {
    if (threads < 1 || threads > 1024) {
      throw new CommandLine.ParameterException(line, "--threads must be between 1 and 1024");
    }
    for (String target : targets) {
      if (target.matches("(?i)https?://.*")) {
        if (!fetching.fetch) {
          throw new CommandLine.ParameterException(
              line, target + ": nothing is fetched unless asked; add --fetch");
        }
      } else if (!Files.exists(Path.of(target))) {
        throw new CommandLine.ParameterException(
            line,
            target + ": there is no such file or folder, and only http and https are fetched");
      }
    }
    if (articles && !fetching.fetch) {
      throw new CommandLine.ParameterException(line, "--fetch-articles needs --fetch");
    }
  }

  private static Duration duration(CommandLine line, String written) {
    if (!written.matches("[1-9]\\d{0,5}[smhd]")) {
      throw new CommandLine.ParameterException(line, "--every takes a time such as 30s, 10m or 2h");
    }
    long count = Long.parseLong(written.substring(0, written.length() - 1));
    return switch (written.charAt(written.length() - 1)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private int watch(CommandLine line, Engine engine, Path state, Duration pause) {
    boolean again = true;
    while (again) {
      try (Fetcher fetcher = fetching.fetcher()) {
        Opener opener = new Opener(mapping.mapping());
        Watch watch = new Watch(targets, WatchState.open(state), opener, fetcher, articles, pause);
        current.set(watch);
        again = rounds(line, engine, watch, pause);
      }
    }
    return once && count("failed") + count("rejected") > 0 ? 1 : 0;
  }

  /**
   * Rounds until the end (false), or until one could not be written (true): then the state is read
   * again, so that the next round reads the same once more.
   */
  private boolean rounds(CommandLine line, Engine engine, Watch watch, Duration pause) {
    while (stopped.getCount() > 0) {
      boolean written = true;
      try {
        round(line, engine, watch);
      } catch (ChanceryException e) {
        if (once || !e.reason().equals("record")) {
          throw e;
        }
        written = false;
        say(line, e.getMessage() + "; tried again in " + every);
      }
      if (once || waited(pause)) {
        return false;
      }
      if (!written) {
        return true;
      }
    }
    return false;
  }

  /** Waits for the next round; true where the watch is stopped meanwhile. */
  private boolean waited(Duration pause) {
    try {
      return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void round(CommandLine line, Engine engine, Watch watch) {
    counts.clear();
    Iterator<Reading> news = watch.round();
    if (news.hasNext()) {
      try (RecordStore store = RecordStore.open(record)) {
        store.begin(engine.pipeline.versions(), targets);
        new Runner(threads)
            .run(
                news,
                reading -> work(engine, store, reading),
                coded -> {
                  synchronized (store) {
                    finish(line, store, coded);
                  }
                });
        store.end(
            count("coded"),
            count("skipped"),
            count("failed"),
            count("rejected"),
            count("unchanged"));
        Linking.all(engine.codebook, store);
      }
      say(line, "round done: " + counts + " in " + record);
    }
    watch.commit();
  }

  private static Coded work(Engine engine, RecordStore store, Reading reading) {
    if (!(reading instanceof Reading.Read read)) {
      return new Coded(reading, null);
    }
    synchronized (store) {
      if (store.holds(read.document(), engine.pipeline.versions())) {
        return new Coded(reading, null);
      }
    }
    return new Coded(reading, engine.pipeline.code(read.document()));
  }

  private void finish(CommandLine line, RecordStore store, Coded coded) {
    if (coded.reading instanceof Reading.Reject reject) {
      add("rejected", 1);
      store.reject(reject);
      say(line, "rejected " + reject.origin() + ": " + reject.reason() + ": " + reject.detail());
    } else if (coded.reading instanceof Reading.Note note) {
      add("skipped", note.skipped());
      say(line, "note " + note.origin() + ": " + note.reason() + ": " + note.detail());
    } else if (coded.record == null) {
      add("unchanged", 1);
    } else {
      Outcome outcome = coded.record.outcome();
      add(
          outcome instanceof Outcome.Coded
              ? "coded"
              : outcome instanceof Outcome.Skipped ? "skipped" : "failed",
          1);
      store.write(coded.record);
    }
  }

  private static void say(CommandLine line, String message) {
    line.getErr().println(Terminal.plain(message).replace('\n', ' '));
  }

  private void add(String key, long count) {
    counts.merge(key, count, Long::sum);
  }

  private long count(String key) {
    return counts.getOrDefault(key, 0L);
  }

  /** On Ctrl-C and SIGTERM: what is under way is coded to its end and committed. */
  private void stop() {
    stopped.countDown();
    Watch watch = current.get();
    if (watch != null) {
      watch.stop();
    }
    try {
      boolean done = finished.await(STOPPING_SECONDS, TimeUnit.SECONDS);
      if (!done) {
        say(Objects.requireNonNull(spec).commandLine(), "stopped in the middle of a batch");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it is running
    }
  }
}
