package org.chancery.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks measured turn by turn, so that a change of the machine's mood meets all of them alike; one
 * round more at the start warms the virtual machine and is not counted.
 */
final class Rounds {
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  private record Task(Runnable work, double units) {}

  /** Adds a task that does {@code units} of work (sentences, documents) each time it is run. */
  Rounds add(String name, double units, Runnable work) {
    tasks.put(name, new Task(work, units));
    return this;
  }

  /** Runs all tasks in each round, and says rates, medians and spread. */
  Rounds run(int rounds, String unit) {
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Task> task : tasks.entrySet()) {
        long began = System.nanoTime();
        task.getValue().work().run();
        double rate = task.getValue().units() / RecordBench.seconds(began);
        RecordBench.say(
            "%s %s: %.2f %s/s",
            round == 0 ? "warm-up" : "round " + round, task.getKey(), rate, unit);
        if (round > 0) {
          rates.computeIfAbsent(task.getKey(), k -> new ArrayList<>()).add(rate);
        }
      }
    }
    rates.forEach(
        (name, found) ->
            RecordBench.say(
                "median %s: %.2f %s/s (%.2f to %.2f over %d rounds)",
                name,
                RecordBench.median(found),
                unit,
                found.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                found.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                found.size()));
    return this;
  }

  /**
   * Says how many times as fast one task is as another: median and spread of the rounds' ratios.
   */
  void ratio(String one, String other) {
    List<Double> ratios = new ArrayList<>();
    List<Double> ours = rates.getOrDefault(one, List.of());
    List<Double> theirs = rates.getOrDefault(other, List.of());
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      ratios.add(ours.get(i) / theirs.get(i));
    }
    RecordBench.say(
        "ratio %s / %s: %.2f (%.2f to %.2f)",
        one,
        other,
        RecordBench.median(ratios),
        ratios.stream().mapToDouble(Double::doubleValue).min().orElse(0),
        ratios.stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }
}
