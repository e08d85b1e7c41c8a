package org.chancery.analysis.encoder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.core.ChanceryException;
import org.chancery.core.Span;

/** The heads' matrices, and their arithmetic in plain Java (small beside the encoder's). */
final class HeadWeights {
  /** Heads that are asked of every piece: their weights stand side by side, for one pass. */
  private static final List<String> TAGS = List.of("roles", "names", "settings", "cues");

  private final Map<String, Matrix> matrices = new HashMap<>();
  private final Map<String, Span> tags = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // weights, read once and never compared
  private record Matrix(int rows, int columns, float[] values) {}

  HeadWeights(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        int rows = in.readInt();
        int columns = in.readInt();
        byte[] bytes = in.readNBytes(rows * columns * 4);
        float[] values = new float[rows * columns];
        java.nio.ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        matrices.put(name, new Matrix(rows, columns, values));
      }
    } catch (IOException e) {
      throw new ChanceryException(
          "model", file + " cannot be read; train again: " + e.getMessage(), e);
    }
    check("roles", Labels.ROLES);
    check("names", Labels.NAMES);
    check("settings", Labels.SETTINGS);
    check("cues", Labels.CUES);
    check("parts", Labels.PARTS);
    check("relevance", Labels.RELEVANCE);
    check("types", Labels.TYPES);
    check("modalities", Labels.MODALITIES);
    joinTags();
  }

  private void joinTags() {
    int columns = 0;
    for (String head : TAGS) {
      int first = columns;
      columns += matrix(head + ".weight").columns;
      tags.put(head, new Span(first, columns));
    }
    int rows = matrix(TAGS.get(0) + ".weight").rows;
    float[] weights = new float[rows * columns];
    float[] biases = new float[columns];
    for (String head : TAGS) {
      Matrix own = matrix(head + ".weight");
      int first = columns(head).begin();
      for (int r = 0; r < rows; r++) {
        System.arraycopy(own.values, r * own.columns, weights, r * columns + first, own.columns);
      }
      System.arraycopy(matrix(head + ".bias").values, 0, biases, first, own.columns);
    }
    matrices.put("tags.weight", new Matrix(rows, columns, weights));
    matrices.put("tags.bias", new Matrix(1, columns, biases));
  }

  private Span columns(String head) {
    return Objects.requireNonNull(tags.get(head), head);
  }

  /** What one of the heads of tags says, from what {@code linear(state, "tags")} gave. */
  float[] tag(float[] all, String head) {
    Span own = columns(head);
    return Arrays.copyOfRange(all, own.begin(), own.end());
  }

  private void check(String head, List<String> labels) {
    Matrix matrix = matrices.get(head + ".weight");
    if (matrix == null || matrix.columns != labels.size()) {
      throw new ChanceryException(
          "model", "the model's head '" + head + "' does not fit; train again");
    }
  }

  /** Row vector times the head's weights plus its bias. */
  float[] linear(float[] x, String head) {
    return block(x, head, 0, true);
  }

  /**
   * Row vector times the rows of the head's weights from {@code first} on, with or without bias.
   */
  float[] block(float[] x, String head, int first, boolean bias) {
    Matrix weight = matrix(head + ".weight");
    float[] y = bias ? matrix(head + ".bias").values.clone() : new float[weight.columns];
    Products.add(x, weight.values, first, weight.columns, y);
    return y;
  }

  /** The vector that stands for a missing argument (0 actor, 1 recipient, 2 trigger). */
  void missing(int argument, float[] into, int at, int width) {
    System.arraycopy(matrix("missing").values, argument * width, into, at, width);
  }

  private Matrix matrix(String name) {
    return Objects.requireNonNull(matrices.get(name), name);
  }

  /** GELU, in place, between the points of {@link Gelu}. */
  static void gelu(float[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Gelu.of(x[i]);
    }
  }

  /** Softmax, in place. */
  static float[] softmax(float[] x) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float v : x) {
      largest = Math.max(largest, v);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) Math.exp(x[i] - largest);
      sum += x[i];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] /= (float) sum;
    }
    return x;
  }
}
