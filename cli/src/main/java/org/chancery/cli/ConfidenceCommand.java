package org.chancery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.coding.Confidence;
import org.chancery.analysis.coding.EventCoder;
import org.chancery.analysis.coding.Evidence;
import org.chancery.core.EventMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate confidence}: fits what the evidence for a mention weighs. */
@Command(
    name = "confidence",
    mixinStandardHelpOptions = true,
    description = {
      "Fits the confidence of event mentions and writes it (codebook/models/confidence.tsv).",
      "The weights of single sentences come from the kept-aside examples of even hash; those of"
          + " reports from",
      "judged mentions, when they are given, and stay as they are otherwise."
    },
    footer = {
      "",
      "Example:",
      "  chancery evaluate confidence --judged judged.jsonl codebook/models/confidence.tsv"
    })
final class ConfidenceCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("confidence.tsv");

  @Option(
      names = "--judged",
      paramLabel = "JSONL",
      description =
          "Reports with mentions that people judged, as tools/draw_mentions.py --verdicts prints"
              + " them.")
  private @Nullable Path judged;

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Engine engine = new Engine(codebook.layers, true);
    Confidence fitted = Confidence.of(engine.codebook);
    AsideScores even = new AsideScores();
    AsideScores odd = new AsideScores();
    for (Example example : engine.codebook.examples()) {
      if (example.heldOut()) {
        boolean isEven = (example.text().hashCode() & 1) == 0;
        (isEven ? even : odd).add(example, AccuracyCommand.analyse(engine, example.text()));
      }
    }
    fitted = fitted.withAlone(Confidence.fit(even.thought()));
    out.println("Kept-aside examples, half that was not fitted to:");
    say(out, again(fitted, odd.thought(), 1));
    if (judged != null) {
      List<List<Confidence.Observed>> halves = List.of(new ArrayList<>(), new ArrayList<>());
      for (JsonNode row : PairRow.lines(Objects.requireNonNull(judged))) {
        String text = row.path("text").asText();
        halves.get(text.hashCode() & 1).addAll(judged(engine, row, text));
      }
      List<Confidence.Observed> all = new ArrayList<>(halves.get(0));
      all.addAll(halves.get(1));
      for (int half = 0; half < 2; half++) {
        Confidence trial = fitted.withReport(Confidence.fit(halves.get(half)));
        out.println("Judged mentions, fitted to one half, of the other half:");
        say(out, again(trial, halves.get(1 - half), Integer.MAX_VALUE));
      }
      fitted = fitted.withReport(Confidence.fit(all));
    }
    Files.writeString(file, fitted.table());
    return 0;
  }

  /** The judged mentions of a report that the coder still thinks of. */
  private static List<Confidence.Observed> judged(Engine engine, JsonNode row, String text) {
    List<Confidence.Observed> found = new ArrayList<>();
    List<Evidence> evidence = AccuracyCommand.analyse(engine, text).get(EventCoder.EVIDENCE);
    for (JsonNode one : row.path("judged")) {
      Span trigger = span(one.path("trigger"));
      evidence.stream()
          .filter(e -> e.mention().trigger().span().overlaps(trigger))
          .filter(e -> e.mention().type().equals(one.path("type").asText()))
          .filter(e -> sameSide(e.mention().actors(), one.path("actors")))
          .filter(e -> sameSide(e.mention().recipients(), one.path("recipients")))
          .findFirst()
          .ifPresent(
              e ->
                  found.add(
                      new Confidence.Observed(
                          e.values(), e.mention().confidence(), one.path("right").asBoolean())));
    }
    return found;
  }

  private static boolean sameSide(List<EventMention.Participant> side, JsonNode spans) {
    if (side.isEmpty() || spans.isEmpty()) {
      return side.isEmpty() && spans.isEmpty();
    }
    return side.get(0).span().overlaps(span(spans.get(0)));
  }

  private static Span span(JsonNode pair) {
    return new Span(pair.get(0).asInt(), pair.get(1).asInt());
  }

  private static List<Confidence.Observed> again(
      Confidence confidence, List<Confidence.Observed> observed, int sentences) {
    return observed.stream()
        .map(
            o ->
                new Confidence.Observed(
                    o.values(), confidence.of(o.values(), sentences), o.right()))
        .toList();
  }

  private static void say(PrintWriter out, List<Confidence.Observed> observed) {
    long right = observed.stream().filter(Confidence.Observed::right).count();
    out.printf(
        Locale.ROOT,
        "  %d mentions, %d right; calibration error %.4f%n",
        observed.size(),
        right,
        Confidence.error(observed));
    for (int tenth = 0; tenth < 10; tenth++) {
      double least = tenth / 10.0;
      List<Confidence.Observed> kept =
          observed.stream().filter(o -> o.confidence() >= least).toList();
      long good = kept.stream().filter(Confidence.Observed::right).count();
      out.printf(
          Locale.ROOT,
          "  least %.1f: %d kept, %.3f of them right, %.3f of the right ones%n",
          least,
          kept.size(),
          good / (double) Math.max(1, kept.size()),
          good / (double) Math.max(1, right));
    }
  }
}
