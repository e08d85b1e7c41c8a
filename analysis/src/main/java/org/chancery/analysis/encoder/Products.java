package org.chancery.analysis.encoder;

/** Products of a row vector and a matrix, in a form that the compiler makes vector code of. */
public final class Products {
  private Products() {}

  /**
   * Adds to {@code y} the product of {@code x} and the rows of a matrix from {@code first} on; the
   * matrix is stored row by row.
   */
  public static void add(float[] x, float[] matrix, int first, int columns, float[] y) {
    int r = 0;
    for (; r + 4 <= x.length; r += 4) { // four rows a pass: sums are loaded and stored less often
      int one = (first + r) * columns;
      int two = one + columns;
      int three = two + columns;
      int four = three + columns;
      float a = x[r];
      float b = x[r + 1];
      float c = x[r + 2];
      float d = x[r + 3];
      for (int k = 0; k < columns; k++) {
        y[k] +=
            a * matrix[one + k]
                + b * matrix[two + k]
                + c * matrix[three + k]
                + d * matrix[four + k];
      }
    }
    for (; r < x.length; r++) {
      int at = (first + r) * columns;
      float a = x[r];
      for (int k = 0; k < columns; k++) {
        y[k] += a * matrix[at + k];
      }
    }
  }

  /**
   * The same for two row vectors at once, which reads the matrix once for both; each sum is made in
   * the same order as by {@link #add}.
   */
  public static void addBoth(
      float[] x, float[] other, float[] matrix, int columns, float[] y, float[] otherY) {
    int r = 0;
    for (; r + 4 <= x.length; r += 4) {
      int one = r * columns;
      int two = one + columns;
      int three = two + columns;
      int four = three + columns;
      float a = x[r];
      float b = x[r + 1];
      float c = x[r + 2];
      float d = x[r + 3];
      float e = other[r];
      float f = other[r + 1];
      float g = other[r + 2];
      float h = other[r + 3];
      for (int k = 0; k < columns; k++) {
        float p = matrix[one + k];
        float q = matrix[two + k];
        float s = matrix[three + k];
        float t = matrix[four + k];
        y[k] += a * p + b * q + c * s + d * t;
        otherY[k] += e * p + f * q + g * s + h * t;
      }
    }
    for (; r < x.length; r++) {
      int at = r * columns;
      for (int k = 0; k < columns; k++) {
        y[k] += x[r] * matrix[at + k];
        otherY[k] += other[r] * matrix[at + k];
      }
    }
  }
}
