package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.core.ChanceryException;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Reading;
import org.chancery.core.Runner;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;
import org.chancery.ingest.fetch.Fetcher;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
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
  private EventPrinter.Format format = EventPrinter.Format.TABLE;

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

  private final Tally tally = new Tally();

  /** A reading with its record, unless the record file has it already. */
  private record Coded(Reading reading, @Nullable DocumentRecord record) {}

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
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
    EventPrinter printer = new EventPrinter(line.getOut(), format);
    try (Fetcher fetcher = fetching.fetcher();
        Inputs reader = new Inputs(inputs, fields, System.in, fetcher);
        RecordStore store = noRecord ? null : open(line);
        Progress progress = Progress.start(line, "coding", "bytes", reader.bytes(), isTable())) {
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
                  finish(Log.of(line), printer, store, coded);
                  progress.step(reader.bytesRead(), tally.soFar(store));
                });
      } finally {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
      if (store != null) {
        synchronized (store) {
          tally.end(store);
          Linking.all(engine.codebook, store);
        }
      }
    }
    tally.summary(Log.of(line), noRecord ? null : record, isTable(), engine.coder.unsure());
    return tally.isWhole() ? 0 : 1;
  }

  private boolean isTable() {
    return format == EventPrinter.Format.TABLE;
  }

  /**
   * Opens the record. Where nobody named one and the output is for another program, a record that
   * cannot be opened is no reason to print nothing.
   */
  private @Nullable RecordStore open(CommandLine line) {
    try {
      return RecordStore.open(record);
    } catch (ChanceryException e) {
      if (isTable() || line.getParseResult().hasMatchedOption("--record")) {
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
    if (store != null && isTable()) {
      synchronized (store) {
        if (store.holds(read.document(), engine.pipeline.versions())) {
          return new Coded(reading, null);
        }
      }
    }
    return new Coded(reading, engine.pipeline.code(read.document()));
  }

  private void finish(Log log, EventPrinter printer, @Nullable RecordStore store, Coded coded) {
    if (coded.reading instanceof Reading.Reject reject) {
      if (store != null) {
        synchronized (store) {
          store.reject(reject);
        }
      }
      tally.rejected(log, reject);
    } else if (coded.reading instanceof Reading.Note note) {
      tally.noted(log, note);
    } else if (coded.reading instanceof Reading.Read read) {
      List<EventRow> rows;
      DocumentRecord made = coded.record;
      boolean changed = made != null;
      if (made == null) {
        synchronized (Objects.requireNonNull(store)) {
          store.flush();
          rows = EventQuery.ofDocument(read.document().id()).run(store);
        }
      } else {
        if (store != null) {
          synchronized (store) {
            changed = store.write(made) != RecordStore.Change.UNCHANGED;
          }
        }
        rows = EventRow.of(made);
      }
      tally.read(log, made, changed, rows.size());
      printer.print(made, rows);
    }
  }
}
