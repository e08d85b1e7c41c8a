package org.chancery.training;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.ChanceryException;

/**
 * The mean of two models of one shape that were trained from the same beginning (Wortsman et al.
 * 2022, "model soups"): {@code Average CODEBOOK MODEL1 MODEL2 OUT}, each a folder with {@code
 * encoder.onnx} and {@code heads.bin}. Writes those two and the vectors of the codebook's examples
 * to OUT.
 */
public final class Average {
  private static final String ENCODER = "encoder.onnx";
  private static final String HEADS = "heads.bin";

  private Average() {}

  /** Runs it; see the class comment for the arguments. */
  public static void main(String[] args) throws IOException {
    Path first = Path.of(args[1]);
    Path second = Path.of(args[2]);
    Path out = Path.of(args[3]);
    Files.createDirectories(out);
    OnnxGraph mean = OnnxGraph.file(first.resolve(ENCODER));
    encoder(mean, OnnxGraph.file(second.resolve(ENCODER)));
    Files.write(out.resolve(ENCODER), mean.model().toByteArray());
    heads(first.resolve(HEADS), second.resolve(HEADS), out.resolve(HEADS));
    ExampleVectors.write(Codebook.of(List.of(Path.of(args[0]))), out);
  }

  private static void encoder(OnnxGraph mean, OnnxGraph other) {
    for (TensorProto tensor : List.copyOf(mean.model().getGraph().getInitializerList())) {
      String name = tensor.getName();
      if (tensor.getDataType() == TensorProto.DataType.INT8_VALUE && tensor.getDimsCount() == 2) {
        matrix(mean, other, name, (int) tensor.getDims(1));
      } else if (tensor.getDataType() == TensorProto.DataType.UINT8_VALUE
          && tensor.getDimsCount() == 2) {
        mean.setBytes(name, levels(mean.bytes(name), other.bytes(name)));
      } else if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE
          && !name.endsWith("_scale")) {
        mean.setFloats(name, mean(mean.floats(name), other.floats(name)));
      }
    }
  }

  /** Dequantises both, and quantises their mean again, a column at a time. */
  private static void matrix(OnnxGraph mean, OnnxGraph other, String name, int columns) {
    String scaled = mean.hasInitialiser(name + "_scale") ? name : OnnxGraph.base(name);
    float[] values =
        mean(
            dequantised(mean.bytes(name), mean.floats(scaled + "_scale")),
            dequantised(other.bytes(name), other.floats(scaled + "_scale")));
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

  private static float[] mean(float[] one, float[] other) {
    if (one.length != other.length) {
      throw new ChanceryException("model", "the two models are not of one shape");
    }
    float[] mean = new float[one.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (one[i] + other[i]) / 2;
    }
    return mean;
  }

  /** The embedding tables have one scale; only rows of reserved tokens differ. */
  private static byte[] levels(byte[] one, byte[] other) {
    byte[] mean = new byte[one.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (byte) (((one[i] & 0xFF) + (other[i] & 0xFF) + 1) / 2);
    }
    return mean;
  }

  private static void heads(Path first, Path second, Path out) throws IOException {
    try (DataInputStream one =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(first)));
        DataInputStream other =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(second)));
        DataOutputStream mean =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
      int count = same(one.readInt(), other.readInt());
      mean.writeInt(count);
      for (int i = 0; i < count; i++) {
        String name = one.readUTF();
        if (!name.equals(other.readUTF())) {
          throw new ChanceryException("model", "the two models have other heads: " + name);
        }
        int rows = same(one.readInt(), other.readInt());
        int columns = same(one.readInt(), other.readInt());
        mean.writeUTF(name);
        mean.writeInt(rows);
        mean.writeInt(columns);
        for (int k = 0; k < rows * columns; k++) {
          mean.writeFloat((one.readFloat() + other.readFloat()) / 2);
        }
      }
    }
  }

  private static int same(int one, int other) {
    if (one != other) {
      throw new ChanceryException("model", "the two models are not of one shape");
    }
    return one;
  }
}
