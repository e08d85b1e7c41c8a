package org.chancery.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.coding.NearestExamples;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.OnnxEncoder;
import org.chancery.analysis.encoder.WordPieceTokenizer;
import org.chancery.analysis.lexicon.Names;

/**
 * Writes {@code examples.bin}: for each labelled event of the codebook the vector that the trained
 * encoder makes of it, a byte a dimension.
 */
public final class ExampleVectors {
  private ExampleVectors() {}

  /** {@code ExampleVectors CODEBOOK OUT}, where OUT holds the trained model. */
  public static void main(String[] args) throws IOException {
    write(Codebook.of(List.of(Path.of(args[0]))), Path.of(args[1]));
  }

  static void write(Codebook codebook, Path out) throws IOException {
    OnnxEncoder encoder =
        new OnnxEncoder(
            out.resolve("encoder.onnx"), out.resolve("heads.bin"), codebook.file("models/CARD.md"));
    Names names = new Names(codebook);
    Blinder blinder =
        new Blinder(
            codebook,
            new WordPieceTokenizer(Files.readAllLines(codebook.file("models/vocab.txt"))));
    Map<String, byte[]> vectors = new TreeMap<>();
    int width = 0;
    for (Example example : codebook.examples()) {
      for (int i = 0; i < Math.max(1, example.events().size()); i++) {
        float[] vector = NearestExamples.vector(example, i, names, blinder, encoder);
        width = Math.max(width, vector.length);
        if (vector.length > 0) {
          vectors.put(NearestExamples.key(example, i), bytes(vector));
        }
      }
    }
    try (DataOutputStream file =
        new DataOutputStream(
            new java.io.BufferedOutputStream(Files.newOutputStream(out.resolve("examples.bin"))))) {
      file.writeInt(vectors.size());
      file.writeInt(width);
      for (Map.Entry<String, byte[]> vector : vectors.entrySet()) {
        file.write(vector.getKey().getBytes(StandardCharsets.US_ASCII));
        file.write(vector.getValue());
      }
    }
  }

  private static byte[] bytes(float[] vector) {
    float largest = 1e-9f;
    for (float v : vector) {
      largest = Math.max(largest, Math.abs(v));
    }
    byte[] bytes = new byte[vector.length];
    for (int d = 0; d < bytes.length; d++) {
      bytes[d] = (byte) Math.round(vector[d] / largest * 127);
    }
    return bytes;
  }
}
