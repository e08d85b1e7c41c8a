package org.chancery.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What this machine's cores can do in 8-bit integer matrix products through ONNX Runtime, one
 * thread: a model of nothing but products ({@code MatMulInteger}, unsigned states by signed
 * weights), written here in ONNX's protocol-buffer form.
 */
final class IntegerProducts implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final List<int[]> shapes;

  /**
   * @param shapes width in and width out of each product; each input has its own weights
   */
  IntegerProducts(List<int[]> shapes) throws OrtException {
    this.shapes = List.copyOf(shapes);
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    session = environment.createSession(model(), options);
  }

  /** Multiplications with addition of a run over {@code rows} tokens. */
  double products(int rows) {
    return shapes.stream().mapToDouble(s -> (double) rows * s[0] * s[1]).sum();
  }

  /** Seconds of a run over {@code rows} tokens: the median of many, after some to warm up. */
  double seconds(int rows, int runs) throws OrtException {
    Map<String, OnnxTensor> inputs = new java.util.HashMap<>();
    Random random = new Random(1);
    for (int[] shape : shapes) {
      if (!inputs.containsKey("x" + shape[0])) {
        byte[] states = new byte[rows * shape[0]];
        random.nextBytes(states);
        ByteBuffer buffer = ByteBuffer.allocateDirect(states.length).put(states).rewind();
        inputs.put(
            "x" + shape[0],
            OnnxTensor.createTensor(
                environment,
                buffer,
                new long[] {rows, shape[0]},
                ai.onnxruntime.OnnxJavaType.UINT8));
      }
    }
    double[] times = new double[runs];
    for (int run = -runs / 5; run < runs; run++) {
      long began = System.nanoTime();
      session.run(inputs).close();
      if (run >= 0) {
        times[run] = RecordBench.seconds(began);
      }
    }
    inputs.values().forEach(OnnxTensor::close);
    java.util.Arrays.sort(times);
    return times[runs / 2];
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  // ModelProto: 1 ir_version, 7 graph, 8 opset_import. GraphProto: 1 node, 2 name, 5 initializer,
  // 11 input, 12 output (onnx.proto3).
  private byte[] model() {
    Message graph = new Message().text(2, "products");
    Random random = new Random(2);
    java.util.Set<Integer> widths = new java.util.TreeSet<>();
    for (int i = 0; i < shapes.size(); i++) {
      int[] shape = shapes.get(i);
      widths.add(shape[0]);
      graph.message(
          1,
          new Message()
              .text(1, "x" + shape[0])
              .text(1, "w" + i)
              .text(2, "y" + i)
              .text(4, "MatMulInteger"));
      byte[] weights = new byte[shape[0] * shape[1]];
      random.nextBytes(weights);
      graph.message(
          5,
          new Message()
              .number(1, shape[0])
              .number(1, shape[1])
              .number(2, 3) // INT8
              .text(8, "w" + i)
              .bytes(9, weights));
      graph.message(12, value("y" + i, 6, shape[1])); // INT32
    }
    widths.forEach(width -> graph.message(11, value("x" + width, 2, width))); // UINT8
    return new Message()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .out
        .toByteArray();
  }

  /** A named tensor of any number of rows. */
  private static Message value(String name, int type, int width) {
    Message shape =
        new Message()
            .message(1, new Message().text(2, "rows"))
            .message(1, new Message().number(1, width));
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A protocol-buffer message while it is written. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint((long) field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.out.toByteArray());
    }

    private void varint(long value) {
      long left = value;
      while (left > 127) {
        out.write((int) ((left & 127) | 128));
        left >>>= 7;
      }
      out.write((int) left);
    }
  }
}
