package org.chancery.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * B-cubed precision and recall (Bagga and Baldwin 1998) of a clustering: for each item, the share
 * of its cluster that is of its class, and the share of its class that is in its cluster, averaged.
 */
final class LinkingScores {
  private final List<String> classes = new ArrayList<>();
  private final List<String> clusters = new ArrayList<>();

  /** Adds an item with its true class and the cluster that it was put in. */
  void add(String trueClass, String cluster) {
    classes.add(trueClass);
    clusters.add(cluster);
  }

  int items() {
    return classes.size();
  }

  double precision() {
    return share(clusters, classes);
  }

  double recall() {
    return share(classes, clusters);
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  private static double share(List<String> of, List<String> with) {
    Map<String, Integer> sizes = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (int i = 0; i < of.size(); i++) {
      sizes.merge(of.get(i), 1, Integer::sum);
      both.merge(of.get(i) + "\n" + with.get(i), 1, Integer::sum);
    }
    double sum = 0;
    for (int i = 0; i < of.size(); i++) {
      sum +=
          (double) both.getOrDefault(of.get(i) + "\n" + with.get(i), 0)
              / sizes.getOrDefault(of.get(i), 1);
    }
    return of.isEmpty() ? 0 : sum / of.size();
  }

  String line() {
    return String.format(
        Locale.ROOT, "precision %.3f recall %.3f F1 %.3f", precision(), recall(), f1());
  }
}
