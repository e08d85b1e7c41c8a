package org.chancery.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chancery.analysis.coding.PairReader;
import org.chancery.core.ChanceryException;
import org.chancery.core.Span;
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
    subcommands = {EvaluateCommand.Pairs.class, SpeedCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class EvaluateCommand {

  /** Type of the event between a given actor and recipient. */
  @Command(
      name = "pairs",
      mixinStandardHelpOptions = true,
      description = {
        "Reads lines {\"id\", \"text\", \"actors\": [[begin, end]], \"recipients\": [[begin, end]], \"root\"} with offsets in",
        "code points, says the type of event between the two, and prints precision, recall and F1 per type.",
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
      List<Row> rows = new ArrayList<>();
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          if (!line.isBlank()) {
            rows.add(row(line, file + ":" + number, reader));
          }
        }
      } catch (java.nio.file.NoSuchFileException e) {
        throw new ChanceryException("usage", file + " does not exist", e);
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
      boolean yield = labelled.stream().anyMatch(row -> row.gold.equals("YIELD"));
      Scores scores = new Scores();
      labelled.forEach(
          row ->
              scores.add(
                  row.gold,
                  yield && Set.of("CONCEDE", "RETREAT").contains(row.guess) ? "YIELD" : row.guess));
      out.print(scores.report());
      return 0;
    }

    private static Row row(String line, String where, PairReader reader) {
      try {
        JsonNode node = JSON.readTree(line);
        String text = node.path("text").asText("");
        String guess =
            reader.type(
                text,
                spans(node.path("actors"), text, where),
                spans(node.path("recipients"), text, where));
        return new Row(node.path("id").asText(where), node.path("root").asText(""), guess);
      } catch (JsonProcessingException e) {
        throw new ChanceryException("usage", where + ": no JSON object; one a line is needed", e);
      }
    }

    private static List<Span> spans(JsonNode node, String text, String where) {
      List<Span> spans = new ArrayList<>();
      int points = text.codePointCount(0, text.length());
      for (JsonNode pair : node) {
        int begin = pair.path(0).asInt(-1);
        int end = pair.path(1).asInt(-1);
        if (begin < 0 || end <= begin || end > points) {
          throw new ChanceryException(
              "usage", where + ": " + pair + " is no span of its text (code points, half-open)");
        }
        spans.add(new Span(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end)));
      }
      return spans;
    }
  }
}
