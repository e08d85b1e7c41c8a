package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.core.ChanceryException;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.core.Runner;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;
import org.chancery.ingest.fetch.Fetcher;
import org.chancery.store.EventCsv;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.RecordJson;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code}: reports in, record and events out. */
@Command(
    name = "code",
    mixinStandardHelpOptions = true,
    description = "Codes reports into the record file and prints their events.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery code samples",
      "  chancery code --format jsonl --threads 2 'news/**.jsonl' > record.jsonl",
      "  chancery code --map text=body,title=headline archive.csv",
      "  chancery code --mapping lexisnexis export.csv",
      "  chancery code --fetch https://news.example/feed.xml",
      "  cat report.txt | chancery code -",
      "  chancery code --engine 'local[*]' --out coded archive/   on Spark; then: chancery import"
          + " coded",
      "",
      "Exit codes: 0 all coded or skipped; 1 some input was rejected or failed; 2 wrong usage,"
          + " codebook or record."
    })
final class CodeCommand implements Callable<Integer> {
  private enum Format {
    TABLE,
    JSONL,
    CSV
  }

  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = {
        "Files (text, HTML, JSON, JSONL, CSV, RSS, Atom, WARC, Parquet; zip, gzip and zstd of these), folders,",
        "globs, addresses (with --fetch), or - for standard input."
      })
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(names = "--no-record", description = "Print only; keep nothing.")
  private boolean noRecord;

  @Option(
      names = "--format",
      description = "What to print: ${COMPLETION-CANDIDATES} (default: table).")
  private Format format = Format.TABLE;

  @Option(names = "--threads", description = "Workers (default: ${DEFAULT-VALUE}).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--no-gate",
      description = "Read every sentence closely, for all names, times and quotations.")
  private boolean noGate;

  @CommandLine.Mixin private MappingOptions mapping = new MappingOptions();
  @CommandLine.Mixin private FetchOptions fetching = new FetchOptions();

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @CommandLine.Mixin private SparkOptions spark = new SparkOptions();

  private final Map<String, Long> counts = new TreeMap<>();
  private long events;
  private long reports;
  private long unchanged;
  private boolean headed;

  /** A reading with its record, unless the record file has it already. */
  private record Coded(Reading reading, @Nullable DocumentRecord record) {}

  @Override
  public Integer call() throws IOException {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    if (threads < 1 || threads > 1024) {
      throw new CommandLine.ParameterException(line, "--threads must be between 1 and 1024");
    }
    if (spark.master != null) {
      if (fetching.fetch) {
        throw new CommandLine.ParameterException(
            line, "--engine fetches nothing; leave out --fetch");
      }
      return spark.run(inputs, mapping.arguments(), !noGate, codebook.layers);
    }
    Mapping fields = mapping.mapping();
    Engine engine = new Engine(codebook.layers, !noGate);
    String mismatch = engine.mismatch();
    if (mismatch != null) {
      Log.of(line).warn("chancery: " + mismatch);
    }
    try (Fetcher fetcher = fetching.fetcher();
        Inputs reader = new Inputs(inputs, fields, System.in, fetcher);
        RecordStore store = noRecord ? null : open(line);
        Progress progress =
            Progress.start(line, "coding", "bytes", reader.bytes(), format == Format.TABLE)) {
      if (store != null) {
        store.begin(engine.pipeline.versions(), inputs);
      }
      Thread hook = new Thread(() -> stop(store));
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        new Runner(threads)
            .run(
                reader,
                reading -> work(engine, store, reading),
                coded -> {
                  finish(line, store, coded);
                  progress.step(reader.bytesRead(), done(store));
                });
      } finally {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
      if (store != null) {
        synchronized (store) {
          store.end(
              count("coded"), count("skipped"), count("failed"), count("rejected"), unchanged);
          Linking.all(engine.codebook, store);
        }
      }
    }
    summary(line, engine.coder.unsure());
    return count("failed") + count("rejected") > 0 ? 1 : 0;
  }

  /**
   * Opens the record. Where nobody named one and the output is for another program, a record that
   * cannot be opened is no reason to print nothing.
   */
  private @Nullable RecordStore open(CommandLine line) {
    try {
      return RecordStore.open(record);
    } catch (ChanceryException e) {
      if (format == Format.TABLE || line.getParseResult().hasMatchedOption("--record")) {
        throw e;
      }
      Log.of(line).warn("chancery: keeping no record: " + e.getMessage());
      noRecord = true;
      return null;
    }
  }

  /** On Ctrl-C: what was coded so far is committed, and the next run goes on from there. */
  private static void stop(@Nullable RecordStore store) {
    if (store != null) {
      synchronized (store) {
        store.close();
      }
    }
  }

  private Coded work(Engine engine, @Nullable RecordStore store, Reading reading) {
    if (!(reading instanceof Reading.Read read)) {
      return new Coded(reading, null);
    }
    if (store != null && format == Format.TABLE) {
      synchronized (store) {
        if (store.holds(read.document(), engine.pipeline.versions())) {
          return new Coded(reading, null);
        }
      }
    }
    return new Coded(reading, engine.pipeline.code(read.document()));
  }

  /** What to show of the run so far; reports count as kept when they are committed. */
  private Map<String, Long> done(@Nullable RecordStore store) {
    Map<String, Long> done = new LinkedHashMap<>();
    done.put("reports", reports);
    done.put("events", events);
    if (store != null) {
      done.put("kept", store.kept());
    }
    return done;
  }

  private void finish(CommandLine line, @Nullable RecordStore store, Coded coded) {
    reports++;
    if (coded.reading instanceof Reading.Reject reject) {
      add("rejected");
      if (store != null) {
        synchronized (store) {
          store.reject(reject);
        }
      }
      Log.of(line)
          .warn("rejected " + reject.origin() + ": " + reject.reason() + ": " + reject.detail());
    } else if (coded.reading instanceof Reading.Note note) {
      counts.merge("skipped", note.skipped(), Long::sum);
      Log.of(line).warn("note " + note.origin() + ": " + note.reason() + ": " + note.detail());
    } else if (coded.reading instanceof Reading.Read read) {
      List<EventRow> rows;
      DocumentRecord made = coded.record;
      if (made == null) {
        unchanged++;
        synchronized (java.util.Objects.requireNonNull(store)) {
          store.flush();
          rows = EventQuery.ofDocument(read.document().id()).run(store);
        }
      } else {
        outcome(line, made);
        if (store != null) {
          synchronized (store) {
            if (store.write(made) == RecordStore.Change.UNCHANGED) {
              unchanged++;
            }
          }
        }
        rows = EventRow.of(made);
      }
      print(line, made, rows);
    }
  }

  private void outcome(CommandLine line, DocumentRecord made) {
    Outcome outcome = made.outcome();
    if (outcome instanceof Outcome.Coded) {
      add("coded");
    } else if (outcome instanceof Outcome.Skipped skipped) {
      add("skipped");
      Log.of(line)
          .warn(
              "skipped "
                  + made.document().origin()
                  + ": "
                  + skipped.reason()
                  + ": "
                  + skipped.detail());
    } else if (outcome instanceof Outcome.Failed failed) {
      add("failed");
      Log.of(line)
          .warn(
              "failed "
                  + made.document().origin()
                  + ": "
                  + failed.reason()
                  + ": "
                  + failed.detail());
    }
  }

  private void print(CommandLine line, @Nullable DocumentRecord made, List<EventRow> rows) {
    events += rows.size();
    switch (format) {
      case JSONL -> {
        if (made != null) {
          line.getOut().println(RecordJson.line(made));
        }
      }
      case CSV -> {
        if (!headed) {
          line.getOut().println(EventCsv.header());
        }
        rows.forEach(row -> line.getOut().println(EventCsv.line(row)));
        headed = true;
      }
      case TABLE -> {
        if (!headed && !rows.isEmpty()) {
          line.getOut().println(EventTable.header());
          headed = true;
        }
        rows.forEach(row -> line.getOut().println(EventTable.line(row)));
      }
    }
    if (line.getOut().checkError()) {
      throw new ChanceryException("output", "the output was closed");
    }
  }

  private void summary(CommandLine line, long unsure) {
    String kept =
        noRecord ? "nothing kept" : unchanged + " already in " + record + " and left as they were";
    String nothing =
        unchanged > 0 && count("coded") == 0 && format == Format.TABLE
            ? "\nNothing has changed since the last run."
            : "";
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("events", events);
    for (String outcome : List.of("coded", "skipped", "failed", "rejected")) {
      values.put(outcome, count(outcome));
    }
    values.put("unchanged", unchanged);
    values.put("unsure", unsure);
    Log.of(line)
        .summary(
            events
                + " events; documents: "
                + count("coded")
                + " coded, "
                + count("skipped")
                + " skipped, "
                + count("failed")
                + " failed, "
                + count("rejected")
                + " rejected; "
                + (unsure > 0 ? unsure + " mentions too unsure to code; " : "")
                + kept
                + nothing,
            values);
  }

  private void add(String key) {
    counts.merge(key, 1L, Long::sum);
  }

  private long count(String key) {
    return counts.getOrDefault(key, 0L);
  }
}
