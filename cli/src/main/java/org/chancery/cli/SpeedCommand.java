package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Layer;
import org.chancery.core.Pipeline;
import org.chancery.core.Reading;
import org.chancery.core.Runner;
import org.chancery.core.Stage;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code evaluate speed}: how fast each stage reads, and what share of sentences the gate lets
 * through.
 */
@Command(
    name = "speed",
    mixinStandardHelpOptions = true,
    description =
        "Measures sentences a second of each stage and of the whole, the gate's share, and peak"
            + " memory.",
    footer = {"", "Example:", "  chancery evaluate speed samples"})
final class SpeedCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Inputs as for code.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--rounds",
      description = "Measured rounds after one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Engine engine = new Engine(codebook.layers, true);
    List<Document> documents = new ArrayList<>();
    try (Inputs reader = new Inputs(inputs, Mapping.DEFAULT, System.in)) {
      while (reader.hasNext()) {
        if (reader.next() instanceof Reading.Read read) {
          documents.add(read.document());
        }
      }
    }
    Map<String, Long> nanos = new LinkedHashMap<>();
    long sentences = 0;
    long gated = 0;
    long read = 0;
    try (Progress progress =
        Progress.start(
            spec.commandLine(), "measuring", "reports", (rounds + 1L) * documents.size(), true)) {
      for (int round = 0; round <= rounds; round++) {
        nanos.clear();
        sentences = 0;
        gated = 0;
        for (Document document : documents) {
          Analysis analysis = analyse(engine, document, nanos);
          sentences += analysis.get(Layer.SENTENCES).size();
          gated += analysis.get(Layers.GATED).size();
          progress.step(++read);
        }
        report(out, round, nanos, sentences, gated);
      }
    }
    out.printf(
        Locale.ROOT,
        "%d documents, %d sentences, %d (%.1f%%) pass the gate%n",
        documents.size(),
        sentences,
        gated,
        100.0 * gated / Math.max(1, sentences));
    for (int threads = 1; threads <= 2; threads++) {
      long start = System.nanoTime();
      new Runner(threads).run(documents.iterator(), engine.pipeline::code, record -> {});
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT,
          "end to end, %d thread(s): %.1f sentences/s, %.1f gated sentences/s%n",
          threads,
          sentences / seconds,
          gated / seconds);
    }
    out.println("peak memory of the process: " + peak());
    return 0;
  }

  private static Analysis analyse(Engine engine, Document document, Map<String, Long> nanos) {
    Analysis analysis = Analysis.of(document);
    try {
      for (Stage stage : engine.stages) {
        long start = System.nanoTime();
        analysis = stage.apply(analysis);
        nanos.merge(stage.getClass().getSimpleName(), System.nanoTime() - start, Long::sum);
      }
    } catch (Pipeline.SkipException skipped) {
      return analysis;
    }
    return analysis;
  }

  private static void report(
      PrintWriter out, int round, Map<String, Long> nanos, long sentences, long gated) {
    long encoder = nanos.getOrDefault("EncoderStage", 1L);
    long others = nanos.values().stream().mapToLong(Long::longValue).sum() - encoder;
    out.printf(
        Locale.ROOT,
        "round %d%s: other stages cost %.1f%% of the encoder's time%n",
        round,
        round == 0 ? " (warm-up)" : "",
        100.0 * others / encoder);
    nanos.forEach(
        (stage, spent) ->
            out.printf(
                Locale.ROOT,
                "  %-18s %8.0f sentences/s %8.1f ms%n",
                stage,
                (stage.equals("EncoderStage") ? gated : sentences) * 1e9 / spent,
                spent / 1e6));
  }

  private static String peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
        }
      }
    }
    return "not known on this system";
  }
}
