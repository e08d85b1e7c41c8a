package org.chancery.training;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.ChanceryException;

/**
 * The mean of models of one shape that were trained from the same beginning, seed included
 * (Wortsman et al. 2022, "model soups"): {@code Average CODEBOOK OUT MODEL...}, each model a folder
 * with {@code encoder.onnx} and {@code heads.bin}. Writes those two and the vectors of the
 * codebook's examples to OUT.
 */
public final class Average {
  private static final String ENCODER = "encoder.onnx";
  private static final String HEADS = "heads.bin";

  private Average() {}

  /** Runs it; see the class comment for the arguments. */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[1]);
    List<Path> models = Arrays.stream(args).skip(2).map(Path::of).toList();
    Files.createDirectories(out);
    List<OnnxGraph> graphs = new ArrayList<>();
    for (Path model : models) {
      graphs.add(OnnxGraph.file(model.resolve(ENCODER)));
    }
    OnnxGraph mean = OnnxGraph.file(models.get(0).resolve(ENCODER));
    encoder(mean, graphs);
    Files.write(out.resolve(ENCODER), mean.model().toByteArray());
    heads(models.stream().map(model -> model.resolve(HEADS)).toList(), out.resolve(HEADS));
    PieceHeads.join(out);
    ExampleVectors.write(Codebook.of(List.of(Path.of(args[0]))), out);
  }

  private static void encoder(OnnxGraph mean, List<OnnxGraph> graphs) {
    for (TensorProto tensor : List.copyOf(mean.model().getGraph().getInitializerList())) {
      String name = tensor.getName();
      if (tensor.getDataType() == TensorProto.DataType.INT8_VALUE && tensor.getDimsCount() == 2) {
        matrix(mean, graphs, name, (int) tensor.getDims(1));
      } else if (tensor.getDataType() == TensorProto.DataType.UINT8_VALUE
          && tensor.getDimsCount() == 2) {
        mean.setBytes(name, levels(graphs.stream().map(graph -> graph.bytes(name)).toList()));
      } else if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE
          && !name.endsWith("_scale")) {
        mean.setFloats(name, mean(graphs.stream().map(graph -> graph.floats(name)).toList()));
      }
    }
  }

  /** Dequantises all, and quantises their mean again, a column at a time. */
  private static void matrix(OnnxGraph mean, List<OnnxGraph> graphs, String name, int columns) {
    String scaled = mean.hasInitialiser(name + "_scale") ? name : OnnxGraph.base(name);
    float[] values =
        mean(
            graphs.stream()
                .map(graph -> dequantised(graph.bytes(name), graph.floats(scaled + "_scale")))
                .toList());
    Export.Quantised quantised = Export.quantised(values, columns);
    mean.setBytes(name, quantised.levels());
    mean.setFloats(scaled + "_scale", quantised.scales());
  }

  private static float[] dequantised(byte[] levels, float[] scales) {
    float[] values = new float[levels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = levels[i] * scales[i % scales.length];
    }
    return values;
  }

  private static float[] mean(List<float[]> all) {
    float[] mean = new float[all.get(0).length];
    for (float[] one : all) {
      same(mean.length, one.length);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= all.size();
    }
    return mean;
  }

  /** The embedding tables have one scale; only rows of reserved tokens differ. */
  private static byte[] levels(List<byte[]> all) {
    byte[] mean = new byte[all.get(0).length];
    for (int i = 0; i < mean.length; i++) {
      int sum = 0;
      for (byte[] one : all) {
        sum += one[i] & 0xFF;
      }
      mean[i] = (byte) Math.round(sum / (float) all.size());
    }
    return mean;
  }

  private static void heads(List<Path> files, Path out) throws IOException {
    List<ByteBuffer> all = new ArrayList<>();
    for (Path file : files) {
      all.add(ByteBuffer.wrap(Files.readAllBytes(file)));
    }
    try (DataOutputStream mean =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
      int count = sameInt(all);
      mean.writeInt(count);
      for (int i = 0; i < count; i++) {
        byte[] name = sameName(all);
        int rows = sameInt(all);
        int columns = sameInt(all);
        mean.writeShort(name.length);
        mean.write(name);
        mean.writeInt(rows);
        mean.writeInt(columns);
        for (int k = 0; k < rows * columns; k++) {
          float sum = 0;
          for (ByteBuffer one : all) {
            sum += one.getFloat();
          }
          mean.writeFloat(sum / all.size());
        }
      }
    }
  }

  private static int sameInt(List<ByteBuffer> all) {
    int first = all.get(0).getInt();
    for (ByteBuffer other : all.subList(1, all.size())) {
      same(first, other.getInt());
    }
    return first;
  }

  private static byte[] sameName(List<ByteBuffer> all) {
    byte[] first = new byte[0];
    for (ByteBuffer one : all) {
      byte[] name = new byte[one.getShort()];
      one.get(name);
      if (first.length > 0 && !Arrays.equals(first, name)) {
        throw new ChanceryException("model", "the models have other heads");
      }
      first = name;
    }
    return first;
  }

  private static void same(int one, int other) {
    if (one != other) {
      throw new ChanceryException("model", "the models are not of one shape");
    }
  }
}
