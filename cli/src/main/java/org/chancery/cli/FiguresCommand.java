package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.store.FigureRow;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code figures}: the figures of the record, a series by source over time. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description =
        "Lists figures by what they count, who says so, and when; figures that contradict each other stand side by side.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery figures --counts killed",
      "  chancery figures --counts displaced --said-by ministry",
      "  chancery figures --of soldiers"
    })
final class FiguresCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--counts",
      description = "What is counted: killed, wounded, displaced, detained, released, money, ...")
  private @Nullable String counts;

  @Option(
      names = "--of",
      paramLabel = "WORDS",
      description = "Words of what is counted or of who did it.")
  private @Nullable String words;

  @Option(names = "--said-by", paramLabel = "WORDS", description = "Words of the source.")
  private @Nullable String saidBy;

  @Option(names = "--document", paramLabel = "ID", description = "Only this report.")
  private @Nullable String document;

  @Option(names = "--limit", description = "At most so many rows (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (RecordStore store = EventsCommand.existing(record)) {
      List<FigureRow> rows =
          FigureRow.find(store, counts, words, saidBy, document, Math.max(0, limit));
      String series = "";
      for (FigureRow row : rows) {
        String here = row.counts() + ", said by " + row.saidBy();
        if (!here.equals(series)) {
          out.println((series.isEmpty() ? "" : "\n") + Terminal.plain(here));
          series = here;
        }
        out.println("  " + line(row));
      }
      Log.of(spec.commandLine())
          .summary(
              rows.size() + (rows.size() == limit ? " figures (the limit)" : " figures"),
              Map.of("figures", rows.size()));
    }
    return 0;
  }

  /** One figure as a line of a table. */
  static String line(FigureRow row) {
    return (Terminal.cell(day(row.published()), 10)
            + " "
            + Terminal.cell(range(row), 22)
            + " "
            + Terminal.cell(or(row.ofWhom(), row.unit()), 28)
            + " "
            + Terminal.cell(row.byWhom() == null ? "" : "by " + row.byWhom(), 24)
            + " "
            + Terminal.cell(row.since() == null ? "" : "since " + row.since(), 16)
            + " "
            + Terminal.cell('"' + row.text() + '"', 22)
            + (row.partOf() == null ? "" : " (part)")
            + " "
            + Terminal.plain(row.document()))
        .stripTrailing();
  }

  /** "34650 or more", "20 to 30", "12". */
  static String range(FigureRow row) {
    Long low = row.low();
    Long high = row.high();
    if (low == null) {
      return "at most " + high;
    }
    if (high == null) {
      return low + " or more";
    }
    return low.equals(high) ? String.valueOf(low) : low + " to " + high;
  }

  private static String day(@Nullable String published) {
    return published == null ? "" : published.substring(0, Math.min(10, published.length()));
  }

  private static String or(@Nullable String one, @Nullable String other) {
    return one != null ? one : other == null ? "" : other;
  }
}
