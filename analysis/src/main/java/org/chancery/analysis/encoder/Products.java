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
}
