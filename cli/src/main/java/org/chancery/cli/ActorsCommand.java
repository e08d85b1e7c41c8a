package org.chancery.cli;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.actor.ActorLookup;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code actors}: what a name or office means on a day, and why. */
@Command(
    name = "actors",
    mixinStandardHelpOptions = true,
    description = "Shows what a name, an office or other words for a party mean on a day, and why.",
    footer = {
      "",
      "Examples:",
      "  chancery actors \"the Egyptian foreign minister\" --on 2015-03-01",
      "  chancery actors Cairo",
      "  chancery actors \"NATO chief\" --on 2008-06-01 --codebook mine"
    })
final class ActorsCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The words, as a report has them.")
  private List<String> words = List.of();

  @Option(names = "--on", paramLabel = "DATE", description = "The day (ISO; default: today).")
  private @Nullable String on;

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    String day = day();
    ActorLookup lookup = new ActorLookup(codebook.codebook());
    List<ActorLookup.Meaning> meanings = lookup.on(String.join(" ", words), day);
    if (meanings.isEmpty()) {
      out.println("No party: these words name none that the codebook knows.");
      return 1;
    }
    meanings.forEach(meaning -> print(out, meaning, day));
    return 0;
  }

  private String day() {
    try {
      return on == null
          ? LocalDate.now(java.time.ZoneOffset.UTC).toString()
          : LocalDate.parse(on).toString();
    } catch (DateTimeException e) {
      throw new ChanceryException("usage", "--on " + on + ": give a day as 2024-05-05", e);
    }
  }

  private static void print(PrintWriter out, ActorLookup.Meaning meaning, String day) {
    ActorMention mention = meaning.mention();
    Actor actor = mention.actor();
    out.printf("\"%s\" on %s%n", Terminal.plain(mention.text()), day);
    if (actor == null) {
      out.println("  who         unresolved");
    } else {
      out.printf("  who         %s%n", Terminal.plain(actor.name()));
      out.printf("  code        %s   (%s)%n", actor.code(), Terminal.plain(actor.id()));
      Actor.Office office = actor.office();
      if (office != null) {
        out.printf(
            "  office      %s, %s to %s%n",
            office.title(),
            office.from() == null ? "?" : office.from(),
            office.to() == null ? "now" : office.to());
      }
    }
    out.printf(
        Locale.ROOT,
        "  why         %s as %s, confidence %.2f%n",
        mention.resolvedBy(),
        mention.form().name().toLowerCase(Locale.ROOT),
        mention.confidence());
    meaning.terms().forEach(term -> out.println("  term        " + Terminal.plain(term)));
    meaning.others().stream()
        .limit(8)
        .forEach(other -> out.println("  also        " + Terminal.plain(other)));
  }
}
