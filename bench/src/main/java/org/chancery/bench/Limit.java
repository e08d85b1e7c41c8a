package org.chancery.bench;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import org.chancery.analysis.Engine;
import org.chancery.analysis.encoder.EncoderInput;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Span;

/**
 * The physical limit: the encoder alone on the sentences that pass the gate, against the time that
 * its matrix products alone take, and against the best rate of the core at such products.
 */
final class Limit {
  // bge-small: codebook/models/CARD.md
  private static final int LAYERS = 12;
  private static final int WIDTH = 384;
  private static final int INNER = 1536;
  private static final int RUNS = 300;

  private Limit() {}

  static void measure(Engine engine, String kind, List<Document> documents, int rounds)
      throws OrtException {
    List<EncoderInput> inputs = inputs(engine, documents);
    double tokens = inputs.stream().mapToInt(i -> i.ids().length).sum();
    double products = inputs.stream().mapToDouble(i -> products(i.ids().length)).sum();
    int mean = (int) Math.round(tokens / inputs.size());
    RecordBench.say(
        "%s: %d sentences pass the gate, %.1f tokens a sentence, %.3f G products a sentence",
        kind, inputs.size(), tokens / inputs.size(), products / inputs.size() / 1e9);
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      long began = System.nanoTime();
      inputs.forEach(engine.encoder::encode);
      if (round > 0) {
        rates.add(inputs.size() / RecordBench.seconds(began));
      }
    }
    double rate = RecordBench.median(rates);
    RecordBench.say(
        "encoder alone: %.1f sentences/s (rounds: %s), %.0f tokens/s, %.0f G products/s = %.0f G int8 operations/s",
        rate,
        rates.stream().map(r -> String.format(java.util.Locale.ROOT, "%.1f", r)).toList(),
        rate * tokens / inputs.size(),
        rate * products / inputs.size() / 1e9,
        2 * rate * products / inputs.size() / 1e9);
    try (IntegerProducts all = new IntegerProducts(shapes())) {
      for (int rows : new int[] {mean, 64, 128, 512}) {
        double seconds = all.seconds(rows, rows > 200 ? RUNS / 5 : RUNS);
        RecordBench.say(
            "the weights' products alone, %d tokens a run: %.2f ms a run, %.0f G products/s, %.0f tokens/s",
            rows, seconds * 1e3, all.products(rows) / seconds / 1e9, rows / seconds);
      }
    }
  }

  /** The best that the core does: one large product whose operands stay near the core. */
  static void peak() throws OrtException {
    for (int width : new int[] {384, 768, 1536}) {
      try (IntegerProducts one = new IntegerProducts(List.of(new int[] {width, width}))) {
        double seconds = one.seconds(512, RUNS);
        RecordBench.say(
            "one product of 512 x %d x %d: %.0f G products/s = %.0f G int8 operations/s",
            width, width, one.products(512) / seconds / 1e9, 2 * one.products(512) / seconds / 1e9);
      }
    }
  }

  private static List<int[]> shapes() {
    List<int[]> shapes = new ArrayList<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      for (int i = 0; i < 4; i++) { // query, key, value, output
        shapes.add(new int[] {WIDTH, WIDTH});
      }
      shapes.add(new int[] {WIDTH, INNER});
      shapes.add(new int[] {INNER, WIDTH});
    }
    return shapes;
  }

  /** Products of a sentence: those with weights, and each token's attention to each. */
  private static double products(double tokens) {
    double weights = LAYERS * (4.0 * WIDTH * WIDTH + 2.0 * WIDTH * INNER);
    return tokens * weights + LAYERS * 2.0 * tokens * tokens * WIDTH;
  }

  private static List<EncoderInput> inputs(Engine engine, List<Document> documents) {
    List<EncoderInput> inputs = new ArrayList<>();
    for (Document document : documents) {
      Analysis analysis = Texts.until(engine, document, Layers.GATED);
      for (Span sentence : analysis.get(Layers.GATED)) {
        inputs.add(
            engine.blinder.plain(
                document.text(),
                sentence,
                sentence.among(analysis.get(Layers.NAMES), Phrases.Hit::span)));
      }
    }
    return inputs;
  }
}
