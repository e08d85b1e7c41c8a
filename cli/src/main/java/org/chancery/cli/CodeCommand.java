package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
      description = "Files (text, HTML, JSONL, CSV), folders, globs, or - for standard input.")
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

  @Option(
      names = "--map",
      paramLabel = "KEY=FIELD,...",
      description = "Which JSON field or CSV column holds what, such as text=body,published=date.")
  private @Nullable String map;

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @CommandLine.Mixin private SparkOptions spark = new SparkOptions();

  private final Map<String, Long> counts = new TreeMap<>();
  private long events;
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
      return spark.run(inputs, map, !noGate, codebook.layers);
    }
    Mapping mapping = map == null ? Mapping.DEFAULT : Mapping.parse(map);
    Engine engine = new Engine(codebook.layers, !noGate);
    String mismatch = engine.mismatch();
    if (mismatch != null) {
      line.getErr().println("chancery: " + mismatch);
    }
    try (Inputs reader = new Inputs(inputs, mapping, System.in);
        RecordStore store = noRecord ? null : open(line);
        Progress progress = Progress.start(format == Format.TABLE, reader.bytes())) {
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
                  finish(line, store, progress, coded);
                  progress.step(reader.bytesRead(), count("coded"), events);
                });
      } finally {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
      if (store != null) {
        synchronized (store) {
          store.end(
              count("coded"), count("skipped"), count("failed"), count("rejected"), unchanged);
        }
      }
    }
    summary(line);
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
      line.getErr().println("chancery: keeping no record: " + e.getMessage());
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

  private void finish(
      CommandLine line, @Nullable RecordStore store, Progress progress, Coded coded) {
    if (coded.reading instanceof Reading.Reject reject) {
      add("rejected");
      if (store != null) {
        synchronized (store) {
          store.reject(reject);
        }
      }
      progress.say(
          line, "rejected " + reject.origin() + ": " + reject.reason() + ": " + reject.detail());
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
        outcome(line, progress, made);
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

  private void outcome(CommandLine line, Progress progress, DocumentRecord made) {
    Outcome outcome = made.outcome();
    if (outcome instanceof Outcome.Coded) {
      add("coded");
    } else if (outcome instanceof Outcome.Skipped skipped) {
      add("skipped");
      progress.say(
          line,
          "skipped "
              + made.document().origin()
              + ": "
              + skipped.reason()
              + ": "
              + skipped.detail());
    } else if (outcome instanceof Outcome.Failed failed) {
      add("failed");
      progress.say(
          line,
          "failed " + made.document().origin() + ": " + failed.reason() + ": " + failed.detail());
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

  private void summary(CommandLine line) {
    String kept =
        noRecord ? "nothing kept" : unchanged + " already in " + record + " and left as they were";
    line.getErr()
        .println(
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
                + kept);
    if (unchanged > 0 && count("coded") == 0 && format == Format.TABLE) {
      line.getErr().println("Nothing has changed since the last run.");
    }
  }

  private void add(String key) {
    counts.merge(key, 1L, Long::sum);
  }

  private long count(String key) {
    return counts.getOrDefault(key, 0L);
  }
}
