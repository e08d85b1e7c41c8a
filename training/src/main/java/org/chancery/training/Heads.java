package org.chancery.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.analysis.encoder.Labels;

/**
 * The heads over the encoder's last hidden states: role, name, setting and cue tags, whether a
 * sentence holds an event, type and modality of a triple, source and content of a cue.
 */
final class Heads {
  static final int INNER = 384;
  static final int JOINT = 96;
  private static final int WIDTH = Bert.WIDTH;
  private static final double SMOOTHING = 0.05;
  final Map<String, NDArray> parameters = new LinkedHashMap<>();

  Heads(NDManager manager) {
    matrix(manager, "roles", WIDTH, Labels.ROLES.size());
    matrix(manager, "names", WIDTH, Labels.NAMES.size());
    matrix(manager, "settings", WIDTH, Labels.SETTINGS.size());
    matrix(manager, "cues", WIDTH, Labels.CUES.size());
    matrix(manager, "relevance", WIDTH, Labels.RELEVANCE.size());
    matrix(manager, "piece", WIDTH, 2 * JOINT);
    matrix(manager, "cue", WIDTH, 2 * JOINT);
    matrix(manager, "side", 1, JOINT);
    matrix(manager, "parts", 2 * JOINT, Labels.PARTS.size());
    matrix(manager, "inner", 4 * WIDTH, INNER);
    matrix(manager, "types", INNER, Labels.TYPES.size());
    matrix(manager, "modalities", INNER, Labels.MODALITIES.size());
    parameters.put(
        "missing",
        manager.randomNormal(
            0f, 0.02f, new Shape(3, WIDTH), ai.djl.ndarray.types.DataType.FLOAT32));
  }

  private void matrix(NDManager manager, String name, int rows, int columns) {
    parameters.put(
        name + ".weight",
        manager.randomNormal(
            0f, 0.02f, new Shape(rows, columns), ai.djl.ndarray.types.DataType.FLOAT32));
    parameters.put(name + ".bias", manager.zeros(new Shape(columns)));
  }

  /**
   * Logits of types and modalities of the triples of a batch, rows in order of items then triples.
   */
  NDList triples(
      NDManager manager, NDArray hidden, List<Items.Item> batch, int length, boolean training) {
    int rows = batch.stream().mapToInt(i -> i.triples().size()).sum();
    int pieces = batch.size() * length;
    float[][] pool = new float[4][rows * pieces];
    float[] missing = new float[rows * 9];
    int row = 0;
    for (int b = 0; b < batch.size(); b++) {
      for (Items.Triple triple : batch.get(b).triples()) {
        pool[0][row * pieces + b * length] = 1;
        List<List<Integer>> arguments =
            List.of(triple.actor(), triple.recipient(), triple.trigger());
        for (int k = 0; k < 3; k++) {
          List<Integer> argument = arguments.get(k);
          if (argument.isEmpty()) {
            missing[row * 9 + k * 3 + k] = 1;
          }
          for (int piece : argument) {
            pool[k + 1][row * pieces + b * length + piece] += 1f / argument.size();
          }
        }
        row++;
      }
    }
    NDArray flat = hidden.reshape(pieces, WIDTH);
    NDList parts = new NDList();
    NDArray absent = manager.create(missing, new Shape(rows, 9));
    for (int k = 0; k < 4; k++) {
      NDArray part = manager.create(pool[k], new Shape(rows, pieces)).matMul(flat);
      if (k > 0) {
        part = part.add(absent.get(":, " + (k - 1) * 3 + ":" + k * 3).matMul(p("missing")));
      }
      parts.add(part);
    }
    NDArray inner = Activation.gelu(linear(NDArrays.concat(parts, 1), "inner"));
    if (training) {
      inner = Dropout.dropout(inner, 0.1f, true).singletonOrThrow();
    }
    return new NDList(linear(inner, "types"), linear(inner, "modalities"));
  }

  /**
   * Logits of what each piece of a batch's inputs is to each cue: rows in order of items, then
   * cues, then pieces. A piece and a cue are joined twice, by sum and by product.
   */
  NDArray parts(NDManager manager, NDArray hidden, List<Items.Item> batch, int length) {
    int rows = batch.stream().mapToInt(i -> i.said().size()).sum();
    int pieces = batch.size() * length;
    float[] own = new float[rows * batch.size()];
    float[] pool = new float[rows * pieces];
    float[] before = new float[rows * length];
    int row = 0;
    for (int b = 0; b < batch.size(); b++) {
      for (Items.Cue cue : batch.get(b).said()) {
        own[row * batch.size() + b] = 1;
        for (int piece : cue.pieces()) {
          pool[row * pieces + b * length + piece] += 1f / cue.pieces().size();
        }
        for (int t = 0; t < length; t++) {
          before[row * length + t] = t < cue.pieces().get(0) ? 1 : 0;
        }
        row++;
      }
    }
    NDArray each = linear(hidden.reshape(pieces, WIDTH), "piece");
    each =
        manager
            .create(own, new Shape(rows, batch.size()))
            .matMul(each.reshape(batch.size(), (long) length * 2 * JOINT))
            .reshape(rows, length, 2 * JOINT);
    NDArray cues =
        linear(
                manager.create(pool, new Shape(rows, pieces)).matMul(hidden.reshape(pieces, WIDTH)),
                "cue")
            .reshape(rows, 1, 2 * JOINT);
    NDArray side = linear(manager.create(before, new Shape(rows * (long) length, 1)), "side");
    String low = ":, :, :" + JOINT;
    String high = ":, :, " + JOINT + ":";
    NDArray sum =
        Activation.gelu(each.get(low).add(cues.get(low)).add(side.reshape(rows, length, JOINT)));
    NDArray product = each.get(high).mul(cues.get(high));
    return linear(
        NDArrays.concat(new NDList(sum, product), 2).reshape(rows * (long) length, 2 * JOINT),
        "parts");
  }

  /** Logits of a tag head, a row a piece. */
  NDArray tags(NDArray hidden, String head) {
    return linear(hidden.reshape(-1, WIDTH), head);
  }

  /**
   * Smoothed cross-entropy over rows whose label is not {@link Items#IGNORE}; null when there is
   * none.
   */
  static @org.jspecify.annotations.Nullable NDArray loss(
      NDManager manager, NDArray logits, int[] labels) {
    int classes = (int) logits.getShape().get(1);
    float[] targets = new float[labels.length * classes];
    int counted = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == Items.IGNORE) {
        continue;
      }
      counted++;
      for (int k = 0; k < classes; k++) {
        targets[i * classes + k] =
            (float) (SMOOTHING / classes + (k == labels[i] ? 1 - SMOOTHING : 0));
      }
    }
    if (counted == 0) {
      return null;
    }
    NDArray expected = manager.create(targets, new Shape(labels.length, classes));
    return logits.logSoftmax(-1).mul(expected).sum().neg().div(counted);
  }

  private NDArray linear(NDArray x, String name) {
    return x.matMul(p(name + ".weight")).add(p(name + ".bias"));
  }

  private NDArray p(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }
}
