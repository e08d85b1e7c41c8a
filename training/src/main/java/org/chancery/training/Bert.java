package org.chancery.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.chancery.analysis.encoder.Labels;

/**
 * The BERT encoder (Devlin et al. 2019; 12 layers, 384 wide, 12 heads, GELU, layer norm after) as
 * functions over parameters that keep the names of the ONNX graph. Word, position and type
 * embeddings are fixed; the rows of the reserved tokens learn.
 */
final class Bert {
  static final int WIDTH = 384;
  static final int HEADS = 12;
  static final String RESERVED = "reserved";
  private static final float EPSILON = 1e-12f;
  private static final String[][] MATRICES = {
    {"attention.self.query", "attention/self/query/MatMul", "384", "384"},
    {"attention.self.key", "attention/self/key/MatMul", "384", "384"},
    {"attention.self.value", "attention/self/value/MatMul", "384", "384"},
    {"attention.output.dense", "attention/output/dense/MatMul", "384", "384"},
    {"intermediate.dense", "intermediate/dense/MatMul", "384", "1536"},
    {"output.dense", "output/dense/MatMul", "1536", "384"},
  };

  final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final float[] words;
  private final float[] positions;
  private final float[] types;
  final int layers;

  Bert(NDManager manager, OnnxGraph graph, int layers) {
    this.layers = layers;
    words = graph.floats("embeddings.word_embeddings.weight");
    positions = graph.floats("embeddings.position_embeddings.weight");
    types = graph.floats("embeddings.token_type_embeddings.weight");
    int reserved = Labels.END_RESERVED - Labels.FIRST_RESERVED;
    parameters.put(RESERVED, manager.zeros(new Shape(reserved, WIDTH)));
    norm(manager, graph, "embeddings.LayerNorm");
    for (int i = 0; i < layers; i++) {
      String prefix = "encoder.layer." + i + ".";
      for (String[] matrix : MATRICES) {
        int rows = Integer.parseInt(matrix[2]);
        int columns = Integer.parseInt(matrix[3]);
        String name = graph.matrixOf("/encoder/layer." + i + "/" + matrix[1]);
        parameters.put(
            prefix + matrix[0] + ".weight",
            manager.create(graph.floats(name), new Shape(rows, columns)));
        parameters.put(
            prefix + matrix[0] + ".bias",
            manager.create(graph.floats(prefix + matrix[0] + ".bias")));
      }
      norm(manager, graph, prefix + "attention.output.LayerNorm");
      norm(manager, graph, prefix + "output.LayerNorm");
    }
  }

  /** Takes over a deeper encoder's parameters, of its layers those at even steps up to the last. */
  void startFrom(Bert deeper) {
    int step = deeper.layers / layers;
    parameters.forEach(
        (name, p) -> {
          String from = name;
          if (name.startsWith("encoder.layer.")) {
            String[] parts = name.split("\\.", 4);
            from =
                "encoder.layer." + ((Integer.parseInt(parts[2]) + 1) * step - 1) + "." + parts[3];
          }
          Objects.requireNonNull(deeper.parameters.get(from)).copyTo(p);
        });
  }

  private void norm(NDManager manager, OnnxGraph graph, String name) {
    parameters.put(name + ".weight", manager.create(graph.floats(name + ".weight")));
    parameters.put(name + ".bias", manager.create(graph.floats(name + ".bias")));
  }

  /** Last hidden states, batch x length x width; ids are padded with 0 to one length. */
  NDArray forward(NDManager manager, long[][] ids, float dropout, boolean training) {
    int batch = ids.length;
    int length = ids[0].length;
    int reserved = Labels.END_RESERVED - Labels.FIRST_RESERVED;
    float[] embedded = new float[batch * length * WIDTH];
    float[] oneHot = new float[batch * length * reserved];
    float[] mask = new float[batch * length];
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < length; t++) {
        int id = (int) ids[b][t];
        int at = b * length + t;
        for (int k = 0; k < WIDTH; k++) {
          embedded[at * WIDTH + k] = words[id * WIDTH + k] + positions[t * WIDTH + k] + types[k];
        }
        if (id >= Labels.FIRST_RESERVED && id < Labels.END_RESERVED) {
          oneHot[at * reserved + id - Labels.FIRST_RESERVED] = 1;
        }
        mask[at] = id == 0 ? -10000f : 0f;
      }
    }
    NDArray x =
        manager
            .create(embedded, new Shape((long) batch * length, WIDTH))
            .add(
                manager
                    .create(oneHot, new Shape((long) batch * length, reserved))
                    .matMul(p(RESERVED)));
    x = drop(norm(x, "embeddings.LayerNorm"), dropout, training);
    NDArray bias = manager.create(mask, new Shape(batch, 1, 1, length));
    for (int i = 0; i < layers; i++) {
      String prefix = "encoder.layer." + i + ".";
      NDArray attended = attention(x, prefix, bias, batch, length, dropout, training);
      attended = drop(linear(attended, prefix + "attention.output.dense"), dropout, training);
      x = norm(x.add(attended), prefix + "attention.output.LayerNorm");
      NDArray inner = Activation.gelu(linear(x, prefix + "intermediate.dense"));
      inner = drop(linear(inner, prefix + "output.dense"), dropout, training);
      x = norm(x.add(inner), prefix + "output.LayerNorm");
    }
    return x.reshape(batch, length, WIDTH);
  }

  private NDArray attention(
      NDArray x,
      String prefix,
      NDArray bias,
      int batch,
      int length,
      float dropout,
      boolean training) {
    Shape split = new Shape(batch, length, HEADS, WIDTH / HEADS);
    NDArray q = linear(x, prefix + "attention.self.query").reshape(split).transpose(0, 2, 1, 3);
    NDArray k = linear(x, prefix + "attention.self.key").reshape(split).transpose(0, 2, 3, 1);
    NDArray v = linear(x, prefix + "attention.self.value").reshape(split).transpose(0, 2, 1, 3);
    NDArray scores =
        q.matMul(k).div((float) Math.sqrt(WIDTH / (double) HEADS)).add(bias).softmax(-1);
    scores = drop(scores, dropout, training);
    return scores.matMul(v).transpose(0, 2, 1, 3).reshape((long) batch * length, WIDTH);
  }

  private NDArray linear(NDArray x, String name) {
    return x.matMul(p(name + ".weight")).add(p(name + ".bias"));
  }

  private NDArray norm(NDArray x, String name) {
    return LayerNorm.layerNorm(x, new Shape(WIDTH), p(name + ".weight"), p(name + ".bias"), EPSILON)
        .singletonOrThrow();
  }

  private static NDArray drop(NDArray x, float rate, boolean training) {
    NDList out = training && rate > 0 ? Dropout.dropout(x, rate, true) : new NDList(x);
    return out.singletonOrThrow();
  }

  private NDArray p(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  /** The rows of the reserved tokens as the embedding table has them plus what was learnt. */
  float[] reservedRows() {
    float[] learnt = p(RESERVED).toFloatArray();
    for (int i = 0; i < learnt.length; i++) {
      learnt[i] += words[Labels.FIRST_RESERVED * WIDTH + i];
    }
    return learnt;
  }

  /** Names of a layer's matrices: our parameter and the MatMul node of the graph. */
  Map<String, String> matrices() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < layers; i++) {
      for (String[] matrix : MATRICES) {
        names.put(
            "encoder.layer." + i + "." + matrix[0] + ".weight",
            "/encoder/layer." + i + "/" + matrix[1]);
      }
    }
    return names;
  }
}
