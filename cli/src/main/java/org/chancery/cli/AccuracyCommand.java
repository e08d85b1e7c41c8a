package org.chancery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.coding.PairReader;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.EventMention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code evaluate accuracy}: all measures of event coding, as a page of Markdown. */
@Command(
    name = "accuracy",
    mixinStandardHelpOptions = true,
    description = {
      "Measures event coding on the codebook's kept-aside examples and on the sets of a folder, and"
          + " prints the page",
      "docs/accuracy.md. FOLDER holds plover/plv.jsonl, cameo/class.jsonl and cameo/spans.jsonl;"
          + " what is missing is left out."
    },
    footer = {"", "Example:", "  chancery evaluate accuracy ../shared/dev > docs/accuracy.md"})
final class AccuracyCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The folder of the sets.")
  private Path folder = Path.of("../shared/dev");

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Engine engine = new Engine(codebook.layers, true);
    out.println("# Accuracy of event coding");
    out.println();
    out.println(
        "Written by `chancery evaluate accuracy`. Model "
            + engine.encoder.id()
            + ", codebook "
            + engine.codebook.hash()
            + ". None of these sets was trained on. What the measures mean, and what remains wrong,"
            + " is in [measurements](measurements.md).");
    aside(engine, out);
    Path pairs = folder.resolve("plover/plv.jsonl");
    if (Files.exists(pairs)) {
      pairs(engine, PairRow.read(pairs), out);
    }
    Path classes = folder.resolve("cameo/class.jsonl");
    if (Files.exists(classes)) {
      quads(engine, PairRow.lines(classes), out);
    }
    Path spans = folder.resolve("cameo/spans.jsonl");
    if (Files.exists(spans)) {
      table(out, "Spans and direction (`cameo/spans.jsonl`)");
      SpanScores scores = new SpanScores();
      for (JsonNode row : PairRow.lines(spans)) {
        scores.add(row, code(engine, SpanScores.text(row)));
      }
      out.print(scores.report());
    }
    return 0;
  }

  private static void table(PrintWriter out, String title) {
    out.printf("%n## %s%n%n| measure | value | of |%n|---|---|---|%n", title);
  }

  private static List<EventMention> code(Engine engine, String text) {
    return engine.pipeline.code(document(text)).eventMentions();
  }

  static Analysis analyse(Engine engine, String text) {
    return engine.pipeline.analyse(document(text));
  }

  private static Document document(String text) {
    return new Document("measured", null, null, null, "en", null, text, "evaluate");
  }

  private static void aside(Engine engine, PrintWriter out) {
    table(out, "Examples kept aside, whole sentences (a fifth of the codebook's)");
    AsideScores scores = new AsideScores();
    PairReader reader = new PairReader(engine.names, engine.blinder, engine.encoder);
    Scores types = new Scores();
    for (Example example : engine.codebook.examples()) {
      if (example.heldOut()) {
        scores.add(example, analyse(engine, example.text()));
        for (Example.Labelled event : example.events()) {
          types.add(event.type(), reader.type(example.text(), event.actors(), event.recipients()));
        }
      }
    }
    out.print(scores.report());
    out.printf("%nType of their marked pairs:%n%n```%n%s```%n", types.report());
  }

  private static void pairs(Engine engine, List<PairRow> rows, PrintWriter out) {
    boolean yield = PairRow.hasYield(rows);
    PairReader reader = new PairReader(engine.names, engine.blinder, engine.encoder);
    Scores types = new Scores();
    EventScores events = new EventScores();
    for (PairRow row : rows) {
      types.add(
          row.root(),
          PairRow.older(reader.type(row.text(), row.actors(), row.recipients()), yield));
      events.add(row, code(engine, row.text()), yield);
    }
    out.printf("%n## Type of a given pair (`plover/plv.jsonl`)%n%n```%n%s```%n", types.report());
    table(out, "Events found in plain text (`plover/plv.jsonl`)");
    out.print(events.report());
  }

  /**
   * Quad class of a sentence by its surest event, 0 for none. The set follows CAMEO, where appeals
   * (02) are statements, yielding (08) is material cooperation and reduced relations (16) count as
   * verbal conflict, as its sentences show; so do we here, by our CAMEO codes.
   */
  private static void quads(Engine engine, List<JsonNode> rows, PrintWriter out) {
    Scores byCode = new Scores();
    Scores byClass = new Scores();
    for (JsonNode row : rows) {
      EventMention surest =
          code(engine, row.path("text").asText()).stream()
              .max(Comparator.comparingDouble(EventMention::confidence))
              .orElse(null);
      byCode.add(row.path("quad").asText(), surest == null ? "0" : quad(surest));
      byClass.add(
          row.path("quad").asText(), surest == null ? "0" : String.valueOf(surest.quadClass()));
    }
    out.printf(
        Locale.ROOT,
        "%n## Quad class (`cameo/class.jsonl`)%n%nBy the record's own quad class: accuracy %.4f. By"
            + " CAMEO code, as the set counts (appeals are statements, 16 verbal"
            + " conflict):%n%n```%n%s```%n",
        byClass.accuracy(),
        byCode.report());
  }

  private static String quad(EventMention mention) {
    String code = mention.cameo() == null ? "" : mention.cameo();
    int root = code.length() < 2 ? 0 : Integer.parseInt(code.substring(0, 2));
    if (root <= 2) {
      return "0";
    }
    return root <= 5 ? "1" : root <= 8 ? "2" : root <= 13 || root == 16 ? "3" : "4";
  }
}
