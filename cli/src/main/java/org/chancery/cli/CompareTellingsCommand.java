package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.chancery.store.EventRow;
import org.chancery.store.FigureRow;
import org.chancery.store.RecordStore;
import org.chancery.store.Tellings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare-tellings}: the reports of one happening side by side. */
@Command(
    name = "compare-tellings",
    mixinStandardHelpOptions = true,
    description =
        "Puts the reports of one happening side by side: who says what, in whose words, with which figures, and what only one report mentions.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery events --type ASSAULT --format csv     the column event_mention holds the ids",
      "  chancery compare-tellings em-5b0c"
    })
final class CompareTellingsCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "EVENT",
      description = "Id of an event or of one of its mentions, or the beginning of it.")
  private String id = "";

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (RecordStore store = EventsCommand.existing(record)) {
      List<Tellings.Telling> tellings = id.isBlank() ? List.of() : Tellings.of(store, id);
      if (tellings.isEmpty()) {
        Log.of(spec.commandLine())
            .error(
                "chancery: no event of record "
                    + record
                    + " has the id \""
                    + Terminal.plain(id)
                    + "\"; chancery events --format csv lists them");
        return 1;
      }
      tellings.forEach(telling -> print(out, telling));
      only(out, tellings);
      out.println(tellings.size() + (tellings.size() == 1 ? " report" : " reports"));
    }
    return 0;
  }

  private static void print(PrintWriter out, Tellings.Telling telling) {
    List<String> head = new ArrayList<>();
    for (String part :
        new @Nullable String[] {telling.publisher(), telling.published(), telling.document()}) {
      if (part != null) {
        head.add(part);
      }
    }
    out.println(Terminal.plain(String.join(" · ", head)));
    for (EventRow row : telling.mentions()) {
      out.println("  " + EventTable.line(row));
    }
    for (String sentence : telling.sentences()) {
      out.println("  | " + Terminal.plain(sentence).replace('\n', ' '));
    }
    for (Tellings.Framed framed : telling.framings()) {
      out.println(
          "  words    "
              + Terminal.cell('"' + framed.text() + '"', 30)
              + " "
              + Terminal.cell(framed.saidBy(), 30)
              + " "
              + Terminal.plain(framed.term()));
    }
    for (FigureRow figure : telling.figures()) {
      out.println(
          "  figure   "
              + Terminal.cell(figure.counts() + " " + FiguresCommand.range(figure), 30)
              + " "
              + Terminal.cell(figure.saidBy(), 30)
              + " "
              + Terminal.plain('"' + figure.text() + '"'));
    }
    out.println();
  }

  /** What one report has and no other. */
  private static void only(PrintWriter out, List<Tellings.Telling> tellings) {
    if (tellings.size() < 2) {
      return;
    }
    for (Tellings.Telling telling : tellings) {
      Set<String> lines = new LinkedHashSet<>();
      alone(lines, "words", tellings, telling, CompareTellingsCommand::words);
      alone(lines, "figures", tellings, telling, CompareTellingsCommand::figures);
      alone(lines, "sources", tellings, telling, CompareTellingsCommand::sources);
      lines.forEach(
          line -> out.println(Terminal.plain("only in " + telling.document() + ": " + line)));
    }
    out.println();
  }

  private static void alone(
      Set<String> lines,
      String what,
      List<Tellings.Telling> all,
      Tellings.Telling own,
      Function<Tellings.Telling, Set<String>> of) {
    Set<String> left = new LinkedHashSet<>(of.apply(own));
    all.stream().filter(t -> !t.equals(own)).forEach(t -> left.removeAll(of.apply(t)));
    if (!left.isEmpty()) {
      lines.add(what + ": " + String.join(", ", left));
    }
  }

  private static Set<String> words(Tellings.Telling telling) {
    Set<String> words = new LinkedHashSet<>();
    telling.framings().forEach(f -> words.add(f.text().toLowerCase(java.util.Locale.ROOT)));
    return words;
  }

  private static Set<String> figures(Tellings.Telling telling) {
    Set<String> figures = new LinkedHashSet<>();
    telling.figures().forEach(f -> figures.add(f.counts() + " " + FiguresCommand.range(f)));
    return figures;
  }

  private static Set<String> sources(Tellings.Telling telling) {
    Set<String> sources = new LinkedHashSet<>();
    telling.mentions().forEach(m -> sources.add(m.saidBy()));
    telling.figures().forEach(f -> sources.add(f.saidBy()));
    telling.framings().forEach(f -> sources.add(f.saidBy()));
    sources.remove("narrator");
    return sources;
  }
}
