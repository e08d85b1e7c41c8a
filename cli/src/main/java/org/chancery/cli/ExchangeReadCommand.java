package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;
import org.chancery.store.exchange.Importer;
import org.chancery.store.exchange.Layout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exchange read}. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads rows into a record, beside its own events and marked with their origin.",
      "Reading a file again changes nothing; rows that cannot be read are named, the rest lands."
    })
final class ExchangeReadCommand implements Callable<Integer> {
  private static final int SHOWN = 20;
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "LAYOUT",
      completionCandidates = ExchangeCommand.Layouts.class,
      description = "${COMPLETION-CANDIDATES}")
  private String layout = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Plain files, .gz, .zip, or - for standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file, made when it is not there (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Mixin private CodebookOptions codebook = new CodebookOptions();
  private long began;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Layout wanted = ExchangeCommand.layout(layout);
    boolean faults = false;
    try (RecordStore store = RecordStore.open(record)) {
      Importer importer =
          new Importer(store, ExchangeCommand.codes(codebook), wanted, this::progress);
      for (Path file : files) {
        began = System.nanoTime();
        List<Importer.Result> results;
        try {
          results =
              file.toString().equals("-")
                  ? List.of(importer.read("stdin", System.in))
                  : importer.read(file);
        } catch (ChanceryException e) {
          line.getErr().println("chancery: " + Terminal.plain(String.valueOf(e.getMessage())));
          faults = true;
          continue;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        for (Importer.Result result : results) {
          report(result, line.getErr());
          faults |= result.rejected() > 0;
        }
        line.getErr().printf("%.1f s%n", seconds);
      }
    }
    return faults ? 1 : 0;
  }

  /** A line that is written over, where somebody watches. */
  private void progress(long lines) {
    if (Boolean.getBoolean("chancery.terminal.err")) {
      double seconds = Math.max(0.1, (System.nanoTime() - began) / 1e9);
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      err.printf("\r%,d lines, %,.0f a second ", lines, lines / seconds);
      err.flush();
    }
  }

  private static void report(Importer.Result r, PrintWriter err) {
    err.println(
        Terminal.plain(r.file())
            + ": "
            + r.landed()
            + " events new, "
            + r.already()
            + " already there"
            + (r.differing() > 0
                ? " ("
                    + r.differing()
                    + " of them say something else now and were left as they were)"
                : "")
            + ", "
            + r.rejected()
            + " of "
            + r.lines()
            + " lines not read"
            + (r.repaired() > 0 ? "; bytes replaced in " + r.repaired() + " lines" : ""));
    r.rejects().stream().limit(SHOWN).forEach(reject -> err.println("  " + Terminal.plain(reject)));
    if (r.rejected() > SHOWN) {
      err.println("  and " + (r.rejected() - SHOWN) + " more; the record notes the first 1000");
    }
    if (!r.unknown().isEmpty()) {
      err.println("  codes that no table knows, kept as they are, with their rows:");
      r.unknown().entrySet().stream()
          .limit(SHOWN)
          .forEach(u -> err.println("    " + Terminal.plain(u.getKey()) + "  " + u.getValue()));
    }
  }
}
