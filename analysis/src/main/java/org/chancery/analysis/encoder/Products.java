package org.chancery.analysis.encoder;

/**
 * Products of a row vector and a matrix. The matrix is kept as an array for each row, since the
 * compiler makes vector code only of arrays that are read at one and the same place: four times as
 * fast as one array with the rows behind one another, which it cannot tell from the sum.
 */
public final class Products {
  private Products() {}

  /** Adds to {@code y} the product of {@code x} and the rows of a matrix from {@code first} on. */
  public static void add(float[] x, float[][] rows, int first, float[] y) {
    int r = 0;
    for (; r + 4 <= x.length; r += 4) { // four rows a pass: sums are loaded and stored less often
      int at = first + r;
      addFour(
          y,
          x[r],
          rows[at],
          x[r + 1],
          rows[at + 1],
          x[r + 2],
          rows[at + 2],
          x[r + 3],
          rows[at + 3]);
    }
    for (; r < x.length; r++) {
      addOne(y, x[r], rows[first + r]);
    }
  }

  private static void addFour(
      float[] y,
      float a,
      float[] one,
      float b,
      float[] two,
      float c,
      float[] three,
      float d,
      float[] four) {
    for (int k = 0; k < y.length; k++) {
      y[k] += a * one[k] + b * two[k] + c * three[k] + d * four[k];
    }
  }

  private static void addOne(float[] y, float a, float[] one) {
    for (int k = 0; k < y.length; k++) {
      y[k] += a * one[k];
    }
  }
}
