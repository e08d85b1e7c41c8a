package org.chancery.analysis.coding;

import java.util.List;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/**
 * Turns the coder's score of an event mention into the share of such mentions that are right: a
 * logistic curve over the score's logit (Platt 1999), of {@code models/calibration.tsv}.
 *
 * @param slope of the logit
 * @param offset added to it
 */
public record Calibration(double slope, double offset) {
  private static final String FILE = "models/calibration.tsv";
  private static final double EDGE = 1e-6;
  private static final int ROUNDS = 2_000;
  private static final double RATE = 0.5;

  /** A score of the coder, and whether the mention was right. */
  public record Observed(double score, boolean right) {}

  /** The curve of a codebook; without one, scores stay as they are. */
  public static Calibration of(Codebook codebook) {
    if (!codebook.files("models").contains(FILE)) {
      return new Calibration(1, 0);
    }
    Row row = codebook.table(FILE).get(0);
    return new Calibration(row.number("slope"), row.number("offset"));
  }

  /** The calibrated confidence of a score, both from 0 to 1. */
  public double confidence(double score) {
    return 1 / (1 + Math.exp(-(slope * logit(score) + offset)));
  }

  /** The curve that applies another first, then this. */
  public Calibration after(Calibration first) {
    return new Calibration(slope * first.slope, slope * first.offset + offset);
  }

  private static double logit(double score) {
    double inside = Math.min(1 - EDGE, Math.max(EDGE, score));
    return Math.log(inside / (1 - inside));
  }

  /** The curve of greatest likelihood, found by gradient descent from the identity. */
  public static Calibration fit(List<Observed> observed) {
    double slope = 1;
    double offset = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double slopeStep = 0;
      double offsetStep = 0;
      Calibration now = new Calibration(slope, offset);
      for (Observed one : observed) {
        double error = now.confidence(one.score) - (one.right ? 1 : 0);
        slopeStep += error * logit(one.score);
        offsetStep += error;
      }
      slope -= RATE * slopeStep / observed.size() / 4;
      offset -= RATE * offsetStep / observed.size();
    }
    return new Calibration(slope, offset);
  }

  /**
   * Expected calibration error (Naeini et al. 2015): the mean distance between confidence and share
   * of right ones, over ten bins of confidence, weighted by their sizes.
   */
  public double error(List<Observed> observed) {
    int bins = 10;
    double[] confidence = new double[bins];
    int[] right = new int[bins];
    int[] all = new int[bins];
    for (Observed one : observed) {
      double p = confidence(one.score);
      int bin = Math.min(bins - 1, (int) (p * bins));
      confidence[bin] += p;
      right[bin] += one.right ? 1 : 0;
      all[bin]++;
    }
    double sum = 0;
    for (int i = 0; i < bins; i++) {
      sum += Math.abs(confidence[i] - right[i]);
    }
    return observed.isEmpty() ? 0 : sum / observed.size();
  }
}
