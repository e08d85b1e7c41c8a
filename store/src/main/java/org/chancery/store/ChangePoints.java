package org.chancery.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where the level of a series changes: the cuts that make the sum of squared distances from each
 * part's mean, and a penalty for each part, smallest. Exact search of all cuts (optimal
 * partitioning: Jackson et al. 2005, "An algorithm for optimal partitioning of data on an
 * interval"; PELT, Killick, Fearnhead and Eckley 2012, finds the same with less work on series
 * longer than a record's months). The penalty is {@link #STRICTNESS} times the variance of the
 * noise times ln n; the noise is taken from the differences of neighbours (median absolute
 * deviation), which a few changes of level hardly move.
 */
final class ChangePoints {
  /** Shortest part, in values: a single month is news, not a change of the relation. */
  static final int SHORTEST = 3;

  /** Higher finds fewer changes; 2 would be the Bayesian information criterion of one mean. */
  static final double STRICTNESS = 3;

  private static final double MAD_TO_SIGMA = 1.4826;

  private ChangePoints() {}

  /** The indexes at which a new level begins, in order; none of a series that is too short. */
  static List<Integer> of(double[] values) {
    int n = values.length;
    double noise = noise(values);
    if (n < 2 * SHORTEST || noise == 0) {
      return List.of();
    }
    double penalty = STRICTNESS * noise * Math.log(n);
    double[] sums = new double[n + 1];
    double[] squares = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + values[i];
      squares[i + 1] = squares[i] + values[i] * values[i];
    }
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int end = SHORTEST; end <= n; end++) {
      for (int begin = 0; begin <= end - SHORTEST; begin++) {
        double sum = sums[end] - sums[begin];
        double cost = squares[end] - squares[begin] - sum * sum / (end - begin);
        double total = best[begin] + cost + penalty;
        if (total < best[end]) {
          best[end] = total;
          from[end] = begin;
        }
      }
    }
    List<Integer> cuts = new ArrayList<>();
    for (int at = from[n]; at > 0; at = from[at]) {
      cuts.add(at);
    }
    Collections.reverse(cuts);
    return cuts;
  }

  /** Variance of the noise of one value, from differences of neighbours, which have twice that. */
  private static double noise(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double[] differences = new double[values.length - 1];
    double squares = 0;
    for (int i = 0; i < differences.length; i++) {
      differences[i] = Math.abs(values[i + 1] - values[i]);
      squares += differences[i] * differences[i];
    }
    Arrays.sort(differences);
    double sigma = MAD_TO_SIGMA * differences[differences.length / 2];
    double variance = sigma > 0 ? sigma * sigma : squares / differences.length;
    return variance / 2;
  }
}
