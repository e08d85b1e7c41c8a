package org.chancery.bench;

import java.util.Arrays;
import java.util.Random;

/** Draws ranks from 0 on with probability proportional to 1 / (rank + 1)^exponent (Zipf's law). */
final class Zipf {
  private final double[] cumulated;

  Zipf(int size, double exponent) {
    cumulated = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.pow(i + 1.0, -exponent);
      cumulated[i] = sum;
    }
  }

  int draw(Random random) {
    double at = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, at);
    return Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found);
  }
}
