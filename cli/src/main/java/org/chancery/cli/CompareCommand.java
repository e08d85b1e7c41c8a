package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: which events came, went or changed between two records of the same reports. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Lists which events came (+), went (-) or changed (~) between two records of the same reports,",
      "each with its sentence. A record is a file that code made: a .duckdb record, or JSONL.",
      "With --with: the record's events beside those of another system, for the same days and pairs."
    },
    footer = {
      "",
      "Example:",
      "  chancery code samples --record before.duckdb",
      "  chancery code samples --record after.duckdb --codebook mine",
      "  chancery compare before.duckdb after.duckdb",
      "  chancery compare --with gdelt 20240131143000.export.CSV --record chancery.duckdb"
    })
final class CompareCommand implements Callable<Integer> {
  private static final int WIDTH = 160;
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..2",
      paramLabel = "RECORD1 RECORD2 | FILE",
      description = {
        "The record before and the record after.",
        "With --with: a file of the other system; without one, what the record has read of it."
      })
  private List<Path> given = List.of();

  @Option(
      names = "--with",
      paramLabel = "LAYOUT",
      description = "gdelt, icews, phoenix or polecat: compare with that system's events.")
  private @Nullable String with;

  @CommandLine.Mixin private SideBySideOptions beside = new SideBySideOptions();

  @Option(names = "--limit", description = "Show at most so many (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (with != null) {
      new SideBySideReport(beside, limit).print(with, given, out);
      return 0;
    }
    if (given.size() != 2) {
      throw new ChanceryException("usage", "give two records, or --with LAYOUT and a file");
    }
    Comparison comparison = Comparison.of(events(given.get(0)), events(given.get(1)));
    List<Comparison.Difference> all = comparison.differences();
    String document = "";
    for (Comparison.Difference difference : all.subList(0, Math.min(limit, all.size()))) {
      ComparedEvent shown = difference.shown();
      if (!shown.document().equals(document)) {
        document = shown.document();
        out.println(Terminal.plain(document));
      }
      out.println("  " + Terminal.cell(shown.sentence(), WIDTH).stripTrailing());
      ComparedEvent old = difference.before();
      ComparedEvent now = difference.after();
      if (old == null || now == null) {
        out.println("    " + (old == null ? "+ " : "- ") + Terminal.plain(shown.line()));
      } else {
        out.println("    ~ " + Terminal.plain(now.line()));
        old.changes(now).forEach(change -> out.println("      " + Terminal.plain(change)));
      }
    }
    if (all.size() > limit) {
      out.println((all.size() - limit) + " more; --limit shows them");
    }
    comparison.onlyBefore().forEach(id -> out.println("only before: " + Terminal.plain(id)));
    comparison.onlyAfter().forEach(id -> out.println("only after: " + Terminal.plain(id)));
    out.println(
        comparison.same()
            + " events the same, "
            + comparison.count(Comparison.Kind.CHANGED)
            + " changed, "
            + comparison.count(Comparison.Kind.CAME)
            + " came, "
            + comparison.count(Comparison.Kind.WENT)
            + " went");
    return 0;
  }

  private static ComparedEvent.Reports events(Path record) {
    if (!Files.isRegularFile(record)) {
      throw new ChanceryException(
          "record", record + " does not exist; give a .duckdb record or JSONL that code made");
    }
    return ComparedEvent.read(record);
  }
}
