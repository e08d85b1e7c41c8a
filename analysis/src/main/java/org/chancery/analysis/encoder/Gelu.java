package org.chancery.analysis.encoder;

/**
 * The Gaussian error linear unit, x times the normal distribution up to x, drawn straight between
 * points 1/1024 apart: within 1e-6 of the formula, many times faster. Points by the error function
 * of Abramowitz and Stegun 7.1.26, whose error is below 1.5e-7.
 */
final class Gelu {
  private static final int REACH = 8;
  private static final int PER_ONE = 1024;
  private static final float[] POINTS = new float[2 * REACH * PER_ONE + 1];

  static {
    for (int i = 0; i < POINTS.length; i++) {
      double x = (double) i / PER_ONE - REACH;
      POINTS[i] = (float) (0.5 * x * (1 + Math.signum(x) * erf(Math.abs(x) / Math.sqrt(2))));
    }
  }

  private Gelu() {}

  static float of(float x) {
    float at = (x + REACH) * PER_ONE;
    if (!(at > 0)) {
      return 0;
    }
    int point = (int) at;
    if (point >= POINTS.length - 1) {
      return x;
    }
    return POINTS[point] + (at - point) * (POINTS[point + 1] - POINTS[point]);
  }

  private static double erf(double z) {
    double t = 1 / (1 + 0.3275911 * z);
    double poly =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return 1 - poly * Math.exp(-z * z);
  }
}
