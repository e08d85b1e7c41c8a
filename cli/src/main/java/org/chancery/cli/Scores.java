package org.chancery.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts of gold and predicted labels, and the usual figures from them. */
final class Scores {
  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
  private int all;
  private int right;

  void add(String gold, String guess) {
    confusion.computeIfAbsent(gold, g -> new TreeMap<>()).merge(guess, 1, Integer::sum);
    all++;
    right += gold.equals(guess) ? 1 : 0;
  }

  private int count(String gold, String guess) {
    return confusion.getOrDefault(gold, Map.of()).getOrDefault(guess, 0);
  }

  private int predicted(String label) {
    return confusion.keySet().stream().mapToInt(gold -> count(gold, label)).sum();
  }

  private int gold(String label) {
    return confusion.getOrDefault(label, Map.of()).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private double f1(String label) {
    int both = predicted(label) + gold(label);
    return both == 0 ? 0 : 2.0 * count(label, label) / both;
  }

  /** The plain mean of F1 over the labels that occur in gold. */
  double macroF1() {
    return confusion.keySet().stream().mapToDouble(this::f1).average().orElse(0);
  }

  double accuracy() {
    return (double) right / Math.max(1, all);
  }

  /** A table of labels, the means, and the confusions. */
  String report() {
    if (all == 0) {
      return "no labelled rows\n";
    }
    StringBuilder out = new StringBuilder("type        precision recall    F1  rows\n");
    for (String label : confusion.keySet()) {
      double precision =
          predicted(label) == 0 ? 0 : (double) count(label, label) / predicted(label);
      double recall = (double) count(label, label) / gold(label);
      out.append(
          String.format(
              Locale.ROOT,
              "%-11s %9.3f %6.3f %5.3f %5d%n",
              label,
              precision,
              recall,
              f1(label),
              gold(label)));
    }
    out.append(
        String.format(
            Locale.ROOT,
            "macro-F1 %.4f  accuracy %.4f  rows %d%n%nconfusion (rows gold, columns predicted)%n",
            macroF1(),
            accuracy(),
            all));
    TreeSet<String> labels = new TreeSet<>(confusion.keySet());
    confusion.values().forEach(row -> labels.addAll(row.keySet()));
    out.append(String.format("%-10s", ""));
    labels.forEach(label -> out.append(String.format(" %5.5s", label)));
    out.append('\n');
    for (String gold : confusion.keySet()) {
      out.append(String.format("%-10s", gold));
      labels.forEach(
          guess ->
              out.append(
                  String.format(
                      " %5s", count(gold, guess) == 0 ? "." : String.valueOf(count(gold, guess)))));
      out.append('\n');
    }
    return out.toString();
  }
}
