package org.chancery.training;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.chancery.core.ChanceryException;

/**
 * An ONNX file in memory: its initialisers by name, and the name of the matrix behind a MatMul
 * node.
 */
final class OnnxGraph {
  private final ModelProto.Builder model;
  private final Map<String, Integer> initialisers = new HashMap<>();

  private OnnxGraph(ModelProto model) {
    this.model = model.toBuilder();
    GraphProto graph = model.getGraph();
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      initialisers.put(graph.getInitializer(i).getName(), i);
    }
  }

  static OnnxGraph resource(String name) {
    try (InputStream in = OnnxGraph.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ChanceryException("model", name + " is not on the class path");
      }
      return read(in);
    } catch (IOException e) {
      throw new ChanceryException("model", name + " cannot be read: " + e.getMessage(), e);
    }
  }

  static OnnxGraph file(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  private static OnnxGraph read(InputStream in) throws IOException {
    CodedInputStream coded = CodedInputStream.newInstance(in);
    coded.setSizeLimit(Integer.MAX_VALUE);
    return new OnnxGraph(ModelProto.parseFrom(coded));
  }

  ModelProto model() {
    return model.build();
  }

  boolean hasInitialiser(String name) {
    return initialisers.containsKey(name);
  }

  /** The name that a quantised matrix, its scale and its zero point begin with. */
  static String base(String quantised) {
    return quantised.substring(0, quantised.length() - "_quantized".length());
  }

  /** The initialiser that a MatMul node multiplies by. */
  String matrixOf(String node) {
    for (NodeProto candidate : model.getGraph().getNodeList()) {
      if (candidate.getName().equals(node)) {
        return candidate.getInput(1);
      }
    }
    throw new ChanceryException("model", "the graph has no node " + node);
  }

  float[] floats(String name) {
    TensorProto tensor = tensor(name);
    int size = 1;
    for (long dim : tensor.getDimsList()) {
      size *= (int) dim;
    }
    float[] values = new float[size];
    if (tensor.getFloatDataCount() > 0) {
      for (int i = 0; i < size; i++) {
        values[i] = tensor.getFloatData(i);
      }
    } else {
      tensor
          .getRawData()
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
    }
    return values;
  }

  byte[] bytes(String name) {
    TensorProto tensor = tensor(name);
    if (tensor.getInt32DataCount() == 0) {
      return tensor.getRawData().toByteArray();
    }
    byte[] values = new byte[tensor.getInt32DataCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) tensor.getInt32Data(i);
    }
    return values;
  }

  void setFloats(String name, float[] values) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    setBytes(name, raw.array());
  }

  void setBytes(String name, byte[] raw) {
    TensorProto changed =
        tensor(name).toBuilder()
            .clearFloatData()
            .clearInt32Data()
            .setRawData(ByteString.copyFrom(raw))
            .build();
    model.getGraphBuilder().setInitializer(index(name), changed);
  }

  /** Writes the first layers of the model in their fused form. */
  void write(Path file, int layers) throws IOException {
    Files.write(file, FusedGraph.of(this, layers).toByteArray());
  }

  TensorProto tensor(String name) {
    return model.getGraph().getInitializer(index(name));
  }

  private int index(String name) {
    Integer index = initialisers.get(name);
    if (index == null) {
      throw new ChanceryException("model", "the graph has no initialiser " + name);
    }
    return index;
  }
}
