package org.chancery.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.coding.PairReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate pairs}: measures the coder on sentences with one marked pair. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures the coder against labelled data.",
    subcommands = {
      EvaluateCommand.Pairs.class,
      AccuracyCommand.class,
      ConfidenceCommand.class,
      SpeedCommand.class,
      LinkingCommand.class,
      ArticlesCommand.class,
      ReadersCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class EvaluateCommand {

  /** Type of the event between a given actor and recipient. */
  @Command(
      name = "pairs",
      mixinStandardHelpOptions = true,
      description = {
        "Reads lines {\"id\", \"text\", \"actors\": [[begin, end]], \"recipients\": [[begin, end]],"
            + " \"root\"} with offsets in",
        "code points, says the type of event between the two, and prints precision, recall and F1"
            + " per type.",
        "Where the gold labels hold YIELD (older PLOVER), CONCEDE and RETREAT count as YIELD."
      },
      footer = {
        "",
        "Example:",
        "  chancery evaluate pairs plv.jsonl --predictions predictions.jsonl"
      })
  static final class Pairs implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    @CommandLine.Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSONL as above.")
    private Path file = Path.of("");

    @Option(
        names = "--predictions",
        paramLabel = "OUT",
        description = "Writes {\"id\", \"root\"} lines to this file.")
    private @Nullable Path predictions;

    @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

    private record Row(String id, String gold, String guess) {}

    @Override
    public Integer call() throws IOException {
      Engine engine = new Engine(codebook.layers, true);
      PairReader reader = new PairReader(engine.names, engine.blinder, engine.encoder);
      List<PairRow> gold = PairRow.read(file);
      List<Row> rows = new ArrayList<>();
      try (Progress progress =
          Progress.start(
              Objects.requireNonNull(spec).commandLine(), "typing", "pairs", gold.size(), false)) {
        for (PairRow row : gold) {
          String guess = reader.type(row.text(), row.actors(), row.recipients());
          rows.add(new Row(row.id(), row.root(), guess));
          progress.step(rows.size());
        }
      }
      if (predictions != null) {
        List<String> out = new ArrayList<>();
        for (Row row : rows) {
          out.add(
              JSON.writeValueAsString(
                  JSON.createObjectNode().put("id", row.id).put("root", row.guess)));
        }
        Files.write(predictions, out);
      }
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      List<Row> labelled = rows.stream().filter(row -> !row.gold.isEmpty()).toList();
      boolean yield = PairRow.hasYield(gold);
      Scores scores = new Scores();
      labelled.forEach(row -> scores.add(row.gold, PairRow.older(row.guess, yield)));
      out.print(scores.report());
      return 0;
    }
  }
}
