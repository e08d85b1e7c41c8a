package org.chancery.training;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.chancery.analysis.encoder.HeadsFile;
import org.chancery.analysis.encoder.Labels;

/**
 * Puts the heads that are asked of every word piece ({@link Labels#PIECE_HEADS}) into the encoder's
 * graph, side by side, as a second output: ONNX Runtime multiplies several times as fast as Java
 * does. {@code PieceHeads MODEL...}, each a folder with {@code encoder.onnx} and {@code heads.bin};
 * a graph that has such heads already gets those of {@code heads.bin} in their place.
 */
public final class PieceHeads {
  private static final String WEIGHT = Labels.PIECES + ".weight";
  private static final String BIAS = Labels.PIECES + ".bias";
  private static final String PRODUCT = Labels.PIECES + ".product";

  private PieceHeads() {}

  /** Runs it; see the class comment for the arguments. */
  public static void main(String[] args) throws IOException {
    for (String model : args) {
      join(Path.of(model));
    }
  }

  static void join(Path model) throws IOException {
    Path file = model.resolve("encoder.onnx");
    OnnxGraph given = OnnxGraph.file(file);
    Map<String, float[][]> heads = HeadsFile.read(model.resolve("heads.bin"));
    GraphProto old = given.model().getGraph();
    GraphProto.Builder graph =
        old.toBuilder().clearNode().clearInitializer().clearOutput().addOutput(old.getOutput(0));
    old.getNodeList().stream()
        .filter(node -> !node.getName().startsWith(Labels.PIECES))
        .forEach(graph::addNode);
    old.getInitializerList().stream()
        .filter(tensor -> !tensor.getName().startsWith(Labels.PIECES))
        .forEach(graph::addInitializer);
    graph.addInitializer(joined(WEIGHT, heads, ".weight", true));
    graph.addInitializer(joined(BIAS, heads, ".bias", false));
    graph.addNode(node("MatMul", old.getOutput(0).getName(), WEIGHT, PRODUCT));
    graph.addNode(node("Add", PRODUCT, BIAS, Labels.PIECES));
    ValueInfoProto.Builder output = old.getOutput(0).toBuilder().setName(Labels.PIECES);
    int last = output.getType().getTensorType().getShape().getDimCount() - 1;
    output
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(last)
        .setDimValue(width(heads));
    graph.addOutput(output);
    Files.write(file, given.model().toBuilder().setGraph(graph).build().toByteArray());
  }

  private static NodeProto node(String op, String one, String other, String out) {
    return NodeProto.newBuilder()
        .setOpType(op)
        .setName(out + "." + op)
        .addInput(one)
        .addInput(other)
        .addOutput(out)
        .build();
  }

  private static int width(Map<String, float[][]> heads) {
    return Labels.PIECE_HEADS.stream().mapToInt(h -> matrix(heads, h + ".weight")[0].length).sum();
  }

  private static float[][] matrix(Map<String, float[][]> heads, String name) {
    return Objects.requireNonNull(heads.get(name), name);
  }

  private static TensorProto joined(
      String name, Map<String, float[][]> heads, String kind, boolean isMatrix) {
    int rows = matrix(heads, Labels.PIECE_HEADS.get(0) + kind).length;
    int width = width(heads);
    ByteBuffer raw = ByteBuffer.allocate(rows * width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < rows; row++) {
      for (String head : Labels.PIECE_HEADS) {
        for (float value : matrix(heads, head + kind)[row]) {
          raw.putFloat(value);
        }
      }
    }
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(raw.array()));
    return (isMatrix ? tensor.addDims(rows) : tensor).addDims(width).build();
  }
}
