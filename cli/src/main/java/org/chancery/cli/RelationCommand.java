package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.linking.Continuations;
import org.chancery.core.ChanceryException;
import org.chancery.store.Engagement;
import org.chancery.store.EventRow;
import org.chancery.store.Pair;
import org.chancery.store.Questions;
import org.chancery.store.RecordStore;
import org.chancery.store.Relation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relation}: what the record says of one party towards another. */
@Command(
    name = "relation",
    mixinStandardHelpOptions = true,
    description =
        "Shows the relation of a directed pair: months, changes, last contact, requests, engagements, figures.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery relation IRN EGY",
      "  chancery relation IRN EGY --from 2023 --to 2024-06"
    })
final class RelationCommand implements Callable<Integer> {
  private static final int LATEST = 12;

  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CODE", description = "The party that acts, such as IRN.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "CODE", description = "The other, such as EGY.")
  private String other = "";

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(names = "--from", paramLabel = "DATE", description = "First day (ISO, may be partial).")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, inclusive.")
  private @Nullable String to;

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Continuations hints = new Continuations(codebook.codebook());
    try (RecordStore store = EventsCommand.existing(record)) {
      Pair pair = Pair.of(store, one, other, from, to);
      Relation relation = Relation.of(pair);
      months(out, relation);
      EventRow last = relation.lastContact();
      out.println("last contact  " + (last == null ? "none" : EventTable.line(last)));
      asks(out, Relation.asks(pair));
      engagements(out, Engagement.of(pair, hints));
      figures(out, Relation.figures(pair));
    } catch (IllegalArgumentException e) {
      throw new ChanceryException("usage", String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private static void months(PrintWriter out, Relation relation) {
    out.println("month    verbal+ material+ verbal- material-  Goldstein mean   sum  types");
    for (Relation.Month month : relation.months()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%s  %7d %9d %7d %9d  %14.2f %6.1f  %s",
              month.month(),
              month.quads().get(0),
              month.quads().get(1),
              month.quads().get(2),
              month.quads().get(3),
              month.mean(),
              month.sum(),
              new java.util.TreeMap<>(month.types())));
    }
    for (Relation.Change change : relation.changes()) {
      out.println(
          String.format(
              Locale.ROOT,
              "change in %s: mean Goldstein from %.1f to %.1f",
              change.month(),
              change.before(),
              change.after()));
    }
  }

  private static void asks(PrintWriter out, List<Relation.Ask> asks) {
    for (Relation.Ask ask : asks) {
      String answer =
          ask.answer() == null
              ? ""
              : " by " + ask.answerType() + " on " + ask.answerDay() + " (" + ask.answer() + ")";
      out.println(
          "asked         "
              + ask.day()
              + " "
              + Terminal.cell(ask.type() + " " + ask.modality(), 20)
              + " "
              + Terminal.cell(ask.words(), 24)
              + " "
              + ask.state()
              + answer);
    }
  }

  private static void engagements(PrintWriter out, List<Engagement> chains) {
    for (Engagement chain : chains) {
      out.println("engagement of " + chain.steps().size() + " steps");
      int first = Math.max(0, chain.steps().size() - LATEST);
      if (first > 0) {
        out.println("  " + first + " earlier steps");
      }
      for (Engagement.Step step : chain.steps().subList(first, chain.steps().size())) {
        out.println(
            "  "
                + step.day()
                + " "
                + Terminal.cell(step.place() == null ? "" : step.place(), 20)
                + " "
                + Terminal.cell(String.join(", ", step.types()), 24)
                + " "
                + step.reports()
                + (step.reports() == 1 ? " report" : " reports")
                + (step.continues() == null
                    ? ""
                    : ", \"" + Terminal.plain(step.continues()) + '"'));
      }
    }
  }

  private static void figures(PrintWriter out, List<Questions.Answer> figures) {
    for (Questions.Answer row : figures) {
      out.println(
          "figures       "
              + Terminal.cell(row.text("counts"), 12)
              + " "
              + Terminal.cell(row.text("least") + "-" + row.text("most"), 16)
              + " "
              + row.text("figures")
              + " x "
              + Terminal.cell(row.text("said_by"), 40));
    }
  }
}
