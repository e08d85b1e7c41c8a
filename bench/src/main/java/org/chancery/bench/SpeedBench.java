package org.chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.Engine;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Layer;
import org.chancery.core.Pipeline;
import org.chancery.core.Runner;
import org.chancery.core.Stage;

/**
 * Measures of the pipeline: {@code stages}, {@code cores} and {@code limit} take the folder of the
 * development sets and the number of rounds; {@code inputs} writes the same reports as JSON lines,
 * text and pages; {@code memory} codes made reports. See bench/speed.sh.
 */
public final class SpeedBench {
  private SpeedBench() {}

  /** Runs one measure. */
  public static void main(String[] args) throws Exception {
    if (args.length < 3) {
      throw new IllegalArgumentException(
          "say stages, cores or limit with DEV ROUNDS, inputs DEV FOLDER, or memory FOLDER REPORTS");
    }
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "inputs" -> inputs(folder, Path.of(args[2]));
      case "memory" -> MemoryBench.run(folder, Integer.parseInt(args[2]));
      default -> pipeline(args[0], folder, Integer.parseInt(args[2]));
    }
  }

  private static void pipeline(String measure, Path dev, int rounds) throws Exception {
    Engine engine = Texts.engine();
    Map<String, List<Document>> kinds = new LinkedHashMap<>();
    kinds.put("event-dense", Texts.dense(dev));
    kinds.put("ordinary", Texts.ordinary(dev, Texts.ORDINARY));
    for (Map.Entry<String, List<Document>> kind : kinds.entrySet()) {
      List<Document> documents = kind.getValue();
      switch (measure) {
        case "stages" -> stages(engine, kind.getKey(), documents, rounds);
        case "cores" -> cores(engine, kind.getKey(), documents, rounds);
        case "limit" -> Limit.measure(engine, kind.getKey(), documents, rounds);
        default -> throw new IllegalArgumentException("no measure is called " + measure);
      }
    }
    if (measure.equals("limit")) {
      Limit.peak();
    }
  }

  private static void cores(Engine engine, String kind, List<Document> documents, int rounds) {
    int sentences = Texts.sentences(engine, documents);
    RecordBench.say("%s: %d documents, %d sentences", kind, documents.size(), sentences);
    Rounds measured = new Rounds();
    for (int threads = 1; threads <= 2; threads++) {
      Runner runner = new Runner(threads);
      measured.add(
          threads + " threads",
          sentences,
          () -> runner.run(documents.iterator(), engine.pipeline::code, record -> {}));
    }
    measured.run(rounds, "sentences").ratio("2 threads", "1 threads");
  }

  /** Time of each stage in the round in which the whole took the median time. */
  private static void stages(Engine engine, String kind, List<Document> documents, int rounds) {
    List<Map<String, Double>> found = new ArrayList<>();
    int sentences = 0;
    int gated = 0;
    for (int round = 0; round <= rounds; round++) {
      Map<String, Double> spent = new LinkedHashMap<>();
      sentences = 0;
      gated = 0;
      for (Document document : documents) {
        Analysis analysis = timed(engine, document, spent);
        sentences += analysis.get(Layer.SENTENCES).size();
        gated += analysis.get(Layers.GATED).size();
      }
      if (round > 0) {
        found.add(spent);
      }
    }
    found.sort(java.util.Comparator.comparingDouble(SpeedBench::sum));
    Map<String, Double> middle = found.get(found.size() / 2);
    double all = sum(middle);
    RecordBench.say(
        "%s: %d documents, %d sentences, %d (%.1f%%) pass the gate; all stages %.2f s (%.2f to %.2f), %.1f sentences/s",
        kind,
        documents.size(),
        sentences,
        gated,
        100.0 * gated / sentences,
        all,
        sum(found.get(0)),
        sum(found.get(found.size() - 1)),
        sentences / all);
    int count = sentences;
    middle.forEach(
        (stage, seconds) ->
            RecordBench.say(
                "  %-16s %5.1f%% of the time, %8.3f ms a sentence",
                stage, 100 * seconds / all, 1e3 * seconds / count));
  }

  private static double sum(Map<String, Double> spent) {
    return spent.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Analysis timed(Engine engine, Document document, Map<String, Double> spent) {
    Analysis analysis = Analysis.of(document);
    try {
      for (Stage stage : engine.stages) {
        long began = System.nanoTime();
        analysis = stage.apply(analysis);
        spent.merge(stage.getClass().getSimpleName(), RecordBench.seconds(began), Double::sum);
      }
    } catch (Pipeline.SkipException skipped) {
      return analysis;
    }
    return analysis;
  }

  /** The ordinary sample as JSON lines, one text file a report, and one page a report. */
  private static void inputs(Path dev, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("text"));
    Files.createDirectories(folder.resolve("pages"));
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (Document document : Texts.ordinary(dev, 300)) {
      String name = String.format(java.util.Locale.ROOT, "%04d", number++);
      lines.add(MadeFiles.json(name, document.text()));
      Files.writeString(folder.resolve("text/" + name + ".txt"), document.text());
      Files.writeString(folder.resolve("pages/" + name + ".html"), MadeFiles.page(document.text()));
    }
    Files.write(folder.resolve("reports.jsonl"), lines);
    RecordBench.say("%d reports written to %s", number, folder);
  }
}
