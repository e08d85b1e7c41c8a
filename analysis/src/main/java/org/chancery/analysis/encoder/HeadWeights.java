package org.chancery.analysis.encoder;

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
  /** Heads that are asked of every triple. */
  static final String READING = "reading";

  /** Heads that are asked of the same vector: their weights stand side by side, for one pass. */
  private static final List<String> TOGETHER = List.of("types", "modalities");

  private final Map<String, Matrix> matrices = new HashMap<>();
  private final Map<String, Span> columns = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // weights, read once and never compared
  private record Matrix(float[][] rows) {
    int columns() {
      return rows[0].length;
    }
  }

  HeadWeights(Path file) {
    HeadsFile.read(file).forEach((name, rows) -> matrices.put(name, new Matrix(rows)));
    check("roles", Labels.ROLES);
    check("names", Labels.NAMES);
    check("settings", Labels.SETTINGS);
    check("cues", Labels.CUES);
    check("parts", Labels.PARTS);
    check("relevance", Labels.RELEVANCE);
    check("types", Labels.TYPES);
    check("modalities", Labels.MODALITIES);
    beside(Labels.PIECE_HEADS);
    join(READING, TOGETHER);
  }

  /** Notes where the outputs of each of these heads begin and end; gives the width of all. */
  private int beside(List<String> heads) {
    int width = 0;
    for (String head : heads) {
      int first = width;
      width += matrix(head + ".weight").columns();
      columns.put(head, new Span(first, width));
    }
    return width;
  }

  private void join(String all, List<String> heads) {
    int width = beside(heads);
    for (String kind : List.of(".weight", ".bias")) {
      float[][] joined = new float[matrix(heads.get(0) + kind).rows.length][width];
      for (String head : heads) {
        float[][] own = matrix(head + kind).rows;
        for (int r = 0; r < joined.length; r++) {
          System.arraycopy(own[r], 0, joined[r], columns(head).begin(), own[r].length);
        }
      }
      matrices.put(all + kind, new Matrix(joined));
    }
  }

  /** Where a head's outputs stand among those that are given together. */
  Span columns(String head) {
    return Objects.requireNonNull(columns.get(head), head);
  }

  /** What one of several heads says, from what was given for all of them. */
  float[] part(float[] all, String head) {
    Span own = columns(head);
    return Arrays.copyOfRange(all, own.begin(), own.end());
  }

  private void check(String head, List<String> labels) {
    Matrix matrix = matrices.get(head + ".weight");
    if (matrix == null || matrix.columns() != labels.size()) {
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
    float[] y = bias ? matrix(head + ".bias").rows[0].clone() : new float[weight.columns()];
    Products.add(x, weight.rows, first, y);
    return y;
  }

  /** The vector that stands for a missing argument (0 actor, 1 recipient, 2 trigger). */
  float[] missing(int argument) {
    return matrix("missing").rows[argument].clone();
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
