package org.chancery.analysis.encoder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.chancery.core.ChanceryException;

/** Reads {@code heads.bin}: name, rows, columns and values of each matrix, big-endian floats. */
public final class HeadsFile {
  private HeadsFile() {}

  /** The rows of each matrix by its name. */
  public static Map<String, float[][]> read(Path file) {
    Map<String, float[][]> matrices = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        int rows = in.readInt();
        int columns = in.readInt();
        FloatBuffer values = ByteBuffer.wrap(in.readNBytes(rows * columns * 4)).asFloatBuffer();
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
          values.get(row);
        }
        matrices.put(name, matrix);
      }
    } catch (IOException e) {
      throw new ChanceryException(
          "model", file + " cannot be read; train again: " + e.getMessage(), e);
    }
    return matrices;
  }
}
