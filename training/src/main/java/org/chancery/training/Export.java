package org.chancery.training;

import ai.djl.ndarray.NDArray;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chancery.analysis.encoder.Labels;

/** Writes fine-tuned weights into the int8 graph, and the heads beside it. */
final class Export {
  private Export() {}

  /**
   * The largest level: seven bits, so that two products of an unsigned byte fit into 16 bits. On
   * processors without VNNI ONNX Runtime adds such pairs with saturation; with eight bits their
   * results were others (ADR 17).
   */
  private static final float LEVELS = 64;

  /** A matrix in levels, with the scale of each column. */
  @SuppressWarnings("ArrayRecordComponent") // handed over at once
  record Quantised(byte[] levels, float[] scales) {}

  /** Quantises a column at a time, symmetric: scale = largest magnitude / 64, zero point 0. */
  static Quantised quantised(float[] values, int columns) {
    int rows = values.length / columns;
    float[] scales = new float[columns];
    byte[] levels = new byte[values.length];
    for (int c = 0; c < columns; c++) {
      float largest = 1e-8f;
      for (int r = 0; r < rows; r++) {
        largest = Math.max(largest, Math.abs(values[r * columns + c]));
      }
      scales[c] = largest / LEVELS;
      for (int r = 0; r < rows; r++) {
        levels[r * columns + c] = (byte) Math.round(values[r * columns + c] / scales[c]);
      }
    }
    return new Quantised(levels, scales);
  }

  /** Writes the body's matrices quantised, all else as it is, in a graph of as many layers. */
  static void model(Bert bert, OnnxGraph graph, Path file) throws IOException {
    for (Map.Entry<String, String> entry : bert.matrices().entrySet()) {
      NDArray weight = bert.parameters.get(entry.getKey());
      if (weight == null) {
        throw new IllegalStateException(entry.getKey());
      }
      String quantised = graph.matrixOf(entry.getValue() + "_quant");
      String base = OnnxGraph.base(quantised);
      int columns = (int) weight.getShape().get(1);
      Quantised levels = quantised(weight.toFloatArray(), columns);
      graph.setBytes(quantised, levels.levels());
      graph.setFloats(base + "_scale", levels.scales());
      graph.setBytes(base + "_zero_point", new byte[columns]);
    }
    for (Map.Entry<String, NDArray> entry : bert.parameters.entrySet()) {
      if (!bert.matrices().containsKey(entry.getKey()) && !entry.getKey().equals(Bert.RESERVED)) {
        graph.setFloats(entry.getKey(), entry.getValue().toFloatArray());
      }
    }
    embeddings(bert, graph);
    graph.write(file, bert.layers);
  }

  private static void embeddings(Bert bert, OnnxGraph graph) {
    String name = "embeddings.word_embeddings.weight";
    float scale = graph.floats(name + "_scale")[0];
    int zero = graph.bytes(name + "_zero_point")[0] & 0xFF;
    byte[] table = graph.bytes(name + "_quantized");
    float[] rows = bert.reservedRows();
    for (int i = 0; i < rows.length; i++) {
      int level = Math.round(rows[i] / scale) + zero;
      table[Labels.FIRST_RESERVED * Bert.WIDTH + i] = (byte) Math.max(0, Math.min(255, level));
    }
    graph.setBytes(name + "_quantized", table);
  }

  /** Name, rows, columns and values of each matrix, big-endian floats. */
  static void heads(Heads heads, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(heads.parameters.size());
      for (Map.Entry<String, NDArray> entry : heads.parameters.entrySet()) {
        long[] shape = entry.getValue().getShape().getShape();
        out.writeUTF(entry.getKey());
        out.writeInt((int) (shape.length == 1 ? 1 : shape[0]));
        out.writeInt((int) shape[shape.length - 1]);
        for (float value : entry.getValue().toFloatArray()) {
          out.writeFloat(value);
        }
      }
    }
  }
}
