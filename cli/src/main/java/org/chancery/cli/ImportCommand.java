package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.core.Versions;
import org.chancery.store.ParquetRecords;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: what a run on Spark wrote, merged into a record. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Merges a folder that chancery code --engine wrote into a record.",
      "What the record has already stays as it is: an import that was stopped is started again.",
      "Then links the new reports to those before, as code does."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery code --engine 'local[*]' --out coded archive/ && chancery import coded",
      "  chancery import coded/published_month=2024-05 --record may.duckdb",
      "",
      "Exit codes: 0 all merged; 1 some input was rejected or had failed; 2 wrong usage or record."
    })
final class ImportCommand implements Callable<Integer> {
  private enum Ending {
    CODED,
    SKIPPED,
    FAILED,
    REJECTED
  }

  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of Parquet files.")
  private Path folder = Path.of("");

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  private final Map<Ending, Long> counts = new EnumMap<>(Ending.class);
  private final Map<RecordStore.Change, Long> changes = new EnumMap<>(RecordStore.Change.class);
  private boolean begun;
  private long bytes;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    try (ParquetRecords records = ParquetRecords.in(folder)) {
      merge(line, records, new ReportLinker(codebook.codebook()));
    }
    line.getErr().println(summary());
    return count(Ending.FAILED) + count(Ending.REJECTED) > 0 ? 1 : 0;
  }

  private void merge(CommandLine line, ParquetRecords records, ReportLinker linker)
      throws IOException {
    if (!records.finished()) {
      line.getErr()
          .println(
              "chancery: "
                  + folder
                  + " has no _SUCCESS: it is a part of a run's output, or the run has not ended;"
                  + " what is there is merged");
    }
    try (RecordStore store = RecordStore.open(record);
        Progress progress =
            Progress.start(line, "merging", "bytes", size(records.files()), false)) {
      Thread hook = new Thread(() -> close(store));
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        for (Path file : records.files()) {
          records.read(file, row -> take(line, store, progress, row));
          bytes += Files.size(file);
          progress.step(bytes, Map.of("documents", count(Ending.CODED)));
        }
      } finally {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
      if (begun) {
        synchronized (store) {
          store.end(
              count(Ending.CODED),
              count(Ending.SKIPPED),
              count(Ending.FAILED),
              count(Ending.REJECTED),
              count(RecordStore.Change.UNCHANGED));
          new Linking(linker, store).run();
        }
      }
    }
  }

  private static long size(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }

  /** On Ctrl-C: what was merged so far is committed. */
  private static void close(RecordStore store) {
    synchronized (store) {
      store.close();
    }
  }

  private void take(
      CommandLine line, RecordStore store, Progress progress, ParquetRecords.Row row) {
    synchronized (store) {
      if (row instanceof ParquetRecords.Row.Kept kept) {
        begin(store, kept.record().versions());
        counts.merge(ending(kept.record()), 1L, Long::sum);
        changes.merge(store.write(kept.record()), 1L, Long::sum);
        progress.step(bytes, Map.of("documents", count(Ending.CODED)));
      } else if (row instanceof ParquetRecords.Row.Rejected rejected) {
        begin(store, new Versions(Engine.VERSION, "none", Map.of()));
        Reading.Reject reject = rejected.reject();
        counts.merge(Ending.REJECTED, 1L, Long::sum);
        store.reject(reject);
        Log.of(line)
            .warn("rejected " + reject.origin() + ": " + reject.reason() + ": " + reject.detail());
      } else if (row instanceof ParquetRecords.Row.Noted noted) {
        Reading.Note note = noted.note();
        counts.merge(Ending.SKIPPED, note.skipped(), Long::sum);
        Log.of(line).warn("note " + note.origin() + ": " + note.reason() + ": " + note.detail());
      }
    }
  }

  /** A run is marked with the versions that coded the first row. */
  private void begin(RecordStore store, Versions versions) {
    if (!begun) {
      store.begin(versions, List.of(folder.toString()));
      begun = true;
    }
  }

  private static Ending ending(DocumentRecord record) {
    return record.outcome() instanceof Outcome.Coded
        ? Ending.CODED
        : record.outcome() instanceof Outcome.Skipped ? Ending.SKIPPED : Ending.FAILED;
  }

  private String summary() {
    return "documents: "
        + count(Ending.CODED)
        + " coded, "
        + count(Ending.SKIPPED)
        + " skipped, "
        + count(Ending.FAILED)
        + " failed, "
        + count(Ending.REJECTED)
        + " rejected; into "
        + record
        + ": "
        + count(RecordStore.Change.NEW)
        + " new, "
        + count(RecordStore.Change.REPLACED)
        + " replaced, "
        + count(RecordStore.Change.UNCHANGED)
        + " already there";
  }

  private long count(Ending ending) {
    return counts.getOrDefault(ending, 0L);
  }

  private long count(RecordStore.Change change) {
    return changes.getOrDefault(change, 0L);
  }
}
