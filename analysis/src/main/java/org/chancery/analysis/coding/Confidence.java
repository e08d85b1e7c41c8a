package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/**
 * How likely a mention is right: a logistic curve over its evidence, with the weights of {@code
 * models/confidence.tsv}. There are two sets of weights, since the same signs mean less in running
 * news than in a sentence that somebody picked: one for a sentence alone, one for a long report;
 * between them it goes by the number of sentences. The rows {@code least} say what is too unsure to
 * be coded: of what two known parties of different countries, bodies or groups do to one another,
 * which a record is kept for, another share than of all else.
 *
 * @param alone weights of a sentence that is all there is
 * @param report weights in a report of many sentences
 */
public record Confidence(Map<String, Double> alone, Map<String, Double> report) {
  private static final String FILE = "models/confidence.tsv";
  private static final String LEAST = "least";
  private static final String LEAST_BETWEEN = "least between two parties";
  private static final String OFFSET = "offset";
  private static final double PENALTY = 20;
  private static final int ROUNDS = 4_000;
  private static final double RATE = 0.5;

  /** Copies the weights. */
  public Confidence {
    alone = Map.copyOf(alone);
    report = Map.copyOf(report);
  }

  /** Evidence of a mention, and whether the mention was right. */
  public record Observed(Map<String, Double> values, double confidence, boolean right) {
    /** Copies the values. */
    public Observed {
      values = Map.copyOf(values);
    }
  }

  /** The weights of a codebook. */
  public static Confidence of(Codebook codebook) {
    Map<String, Double> alone = new HashMap<>();
    Map<String, Double> report = new HashMap<>();
    for (Row row : codebook.table(FILE)) {
      alone.put(row.get("evidence"), row.number("alone"));
      report.put(row.get("evidence"), row.number("report"));
    }
    return new Confidence(alone, report);
  }

  /** From 0 to 1, for a report of so many sentences. */
  public double of(Map<String, Double> values, int sentences) {
    double sum = weight(OFFSET, sentences);
    for (Map.Entry<String, Double> value : new TreeMap<>(values).entrySet()) {
      sum += value.getValue() * weight(value.getKey(), sentences); // in one order: sums of floats
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The confidence under which a mention with this evidence is not coded. */
  public double least(Map<String, Double> values, int sentences) {
    boolean between = values.getOrDefault(EvidenceReader.BETWEEN, 0.0) > 0;
    double few = Math.max(1, sentences); // a report of three sentences is one all the same
    return weight(between ? LEAST_BETWEEN : LEAST, few * few);
  }

  private double weight(String name, double sentences) {
    double own = alone.getOrDefault(name, 0.0);
    double others = report.getOrDefault(name, 0.0);
    return own + (others - own) * (1 - 1.0 / Math.max(1, sentences));
  }

  /** The same with other weights for single sentences; what is too unsure stays as it is. */
  public Confidence withAlone(Map<String, Double> weights) {
    return new Confidence(withLeast(weights, alone), report);
  }

  /** The same with other weights for reports; what is too unsure stays as it is. */
  public Confidence withReport(Map<String, Double> weights) {
    return new Confidence(alone, withLeast(weights, report));
  }

  private static Map<String, Double> withLeast(
      Map<String, Double> weights, Map<String, Double> before) {
    Map<String, Double> all = new HashMap<>(weights);
    for (String name : List.of(LEAST, LEAST_BETWEEN)) {
      all.put(name, before.getOrDefault(name, 0.0));
    }
    return all;
  }

  /** The table, as the codebook keeps it. */
  public String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        "# What the evidence for a mention weighs (logistic curve; least: what is less sure is not coded); written by chancery evaluate confidence. Licence Apache-2.0.\n");
    out.append("evidence\talone\treport\n");
    TreeSet<String> names = new TreeSet<>(alone.keySet());
    names.addAll(report.keySet());
    for (String name : names) {
      out.append(
          String.format(
              Locale.ROOT,
              "%s\t%.4f\t%.4f%n",
              name,
              alone.getOrDefault(name, 0.0),
              report.getOrDefault(name, 0.0)));
    }
    return out.toString();
  }

  /**
   * The weights of greatest likelihood with a penalty on their squares (ridge), by gradient descent
   * over standardised evidence.
   */
  public static Map<String, Double> fit(List<Observed> observed) {
    TreeSet<String> all = new TreeSet<>();
    observed.forEach(o -> all.addAll(o.values.keySet()));
    List<String> names = new ArrayList<>(all);
    int width = names.size();
    double[][] rows = new double[observed.size()][width];
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < width; k++) {
        rows[i][k] = observed.get(i).values.getOrDefault(names.get(k), 0.0);
        mean[k] += rows[i][k] / rows.length;
      }
    }
    for (double[] row : rows) {
      for (int k = 0; k < width; k++) {
        spread[k] += (row[k] - mean[k]) * (row[k] - mean[k]) / rows.length;
      }
    }
    for (int k = 0; k < width; k++) {
      spread[k] = spread[k] < 1e-9 ? Double.POSITIVE_INFINITY : Math.sqrt(spread[k]);
      for (double[] row : rows) {
        row[k] = (row[k] - mean[k]) / spread[k];
      }
    }
    double[] weights = new double[width];
    double offset = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = new double[width];
      double offsetStep = 0;
      for (int i = 0; i < rows.length; i++) {
        double sum = offset;
        for (int k = 0; k < width; k++) {
          sum += weights[k] * rows[i][k];
        }
        double error = 1 / (1 + Math.exp(-sum)) - (observed.get(i).right ? 1 : 0);
        offsetStep += error;
        for (int k = 0; k < width; k++) {
          step[k] += error * rows[i][k];
        }
      }
      offset -= RATE * offsetStep / rows.length;
      for (int k = 0; k < width; k++) {
        weights[k] -= RATE * (step[k] + PENALTY * weights[k]) / rows.length;
      }
    }
    Map<String, Double> fitted = new HashMap<>();
    for (int k = 0; k < width; k++) {
      fitted.put(names.get(k), weights[k] / spread[k]);
      offset -= weights[k] / spread[k] * mean[k];
    }
    fitted.put(OFFSET, offset);
    return fitted;
  }

  /**
   * Expected calibration error (Naeini et al. 2015): the mean distance between confidence and share
   * of right ones, over ten bins of confidence, weighted by their sizes.
   */
  public static double error(List<Observed> observed) {
    int bins = 10;
    double[] distance = new double[bins];
    for (Observed one : observed) {
      int bin = Math.min(bins - 1, (int) (one.confidence * bins));
      distance[bin] += one.confidence - (one.right ? 1 : 0);
    }
    double sum = 0;
    for (double one : distance) {
      sum += Math.abs(one);
    }
    return observed.isEmpty() ? 0 : sum / observed.size();
  }
}
