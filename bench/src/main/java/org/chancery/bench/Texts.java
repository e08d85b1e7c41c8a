package org.chancery.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.chancery.analysis.Engine;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.Layer;
import org.chancery.core.Pipeline;
import org.chancery.core.Reading;
import org.chancery.core.Stage;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;

/** Samples, drawn with a fixed seed, of the sets that speed is measured on. */
final class Texts {
  /** Documents of the ordinary sample; fewer only to try the measures out. */
  static final int ORDINARY = Integer.getInteger("bench.ordinary", 24);

  private static final int DENSE = Integer.getInteger("bench.dense", 300);
  private static final long SEED = 20261130;

  private Texts() {}

  /** The engine that is measured: with {@code -Dbench.codebook=DIR} with that layer over it. */
  static Engine engine() {
    String layer = System.getProperty("bench.codebook", "");
    return new Engine(layer.isEmpty() ? List.of() : List.of(Path.of(layer)), true);
  }

  /** One event-dense sentence a document. */
  static List<Document> dense(Path dev) throws IOException {
    return sample(dev.resolve("plover/plv.jsonl"), DENSE);
  }

  /** Ordinary news: political, local, and of disease, a third of the documents each. */
  static List<Document> ordinary(Path dev, int documents) throws IOException {
    List<Document> all = new ArrayList<>();
    all.addAll(sample(dev.resolve("attribution/polnear-dev.jsonl"), documents / 3));
    all.addAll(sample(dev.resolve("geo/lgl.jsonl"), documents / 3));
    all.addAll(sample(dev.resolve("geo/geovirus.jsonl"), documents / 3));
    return all;
  }

  static List<Document> read(Path file) throws IOException {
    List<Document> all = new ArrayList<>();
    try (Inputs inputs = new Inputs(List.of(file.toString()), Mapping.DEFAULT, System.in)) {
      while (inputs.hasNext()) {
        if (inputs.next() instanceof Reading.Read read) {
          all.add(read.document());
        }
      }
    }
    if (all.isEmpty()) {
      throw new IOException(file + " holds no documents; give the folder of the development sets");
    }
    return all;
  }

  private static List<Document> sample(Path file, int documents) throws IOException {
    List<Document> all = read(file);
    Collections.shuffle(all, new Random(SEED));
    return List.copyOf(all.subList(0, Math.min(documents, all.size())));
  }

  /** A document as far as the gate, or further where {@code last} is another stage's layer. */
  static Analysis until(Engine engine, Document document, Layer<?> last) {
    Analysis analysis = Analysis.of(document);
    try {
      for (Stage stage : engine.stages) {
        analysis = stage.apply(analysis);
        if (stage.provides().contains(last)) {
          break;
        }
      }
    } catch (Pipeline.SkipException skipped) {
      return analysis;
    }
    return analysis;
  }

  /** Sentences of documents, as our splitter counts them: the unit for every program measured. */
  static int sentences(Engine engine, List<Document> documents) {
    int sentences = 0;
    for (Document document : documents) {
      Analysis analysis = until(engine, document, Layer.SENTENCES);
      sentences += analysis.get(Layer.SENTENCES).size();
    }
    return sentences;
  }
}
