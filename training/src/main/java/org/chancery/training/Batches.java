package org.chancery.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.analysis.codebook.AttributionExample;
import org.chancery.analysis.codebook.Example;

/** Makes the batches of an epoch. */
final class Batches {
  private static final int BATCH = 16;
  private final Items items;

  Batches(Items items) {
    this.items = items;
  }

  /** Batches of inputs of like length, in random order. */
  List<List<Items.Item>> of(
      List<Example> examples, List<AttributionExample> attributed, Random random) {
    List<Items.Item> all = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    examples.forEach(e -> counts.merge(type(e), 1, Integer::sum));
    double even = counts.values().stream().mapToInt(Integer::intValue).min().orElse(1);
    for (Example example : examples) {
      // a type with more examples than the rarest is drawn less often (by the root), none excepted
      int count = counts.getOrDefault(type(example), 1);
      if (example.events().isEmpty() || random.nextDouble() < Math.sqrt(even / count)) {
        all.add(items.item(example, random));
      }
    }
    attributed.forEach(example -> all.add(items.item(example, random)));
    return inBatches(all, random);
  }

  private static List<List<Items.Item>> inBatches(List<Items.Item> all, Random random) {
    Collections.shuffle(all, random);
    List<List<Items.Item>> batches = new ArrayList<>();
    int pool = BATCH * 16;
    for (int from = 0; from < all.size(); from += pool) {
      List<Items.Item> part = new ArrayList<>(all.subList(from, Math.min(all.size(), from + pool)));
      part.sort(Comparator.comparingInt(i -> i.ids().length));
      for (int at = 0; at < part.size(); at += BATCH) {
        batches.add(part.subList(at, Math.min(part.size(), at + BATCH)));
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private static String type(Example example) {
    return example.events().isEmpty() ? "NONE" : example.events().get(0).type();
  }

  /** Ids of a batch, padded with 0 to one length. */
  static long[][] padded(List<Items.Item> batch) {
    int length = batch.stream().mapToInt(i -> i.ids().length).max().orElse(1);
    long[][] ids = new long[batch.size()][];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Arrays.copyOf(batch.get(i).ids(), length);
    }
    return ids;
  }

  /** What each piece is to each cue of a batch, in the order of the logits. */
  static int[] partLabels(List<Items.Item> batch, int length) {
    List<Items.Cue> said = batch.stream().flatMap(i -> i.said().stream()).toList();
    int[] labels = new int[said.size() * length];
    Arrays.fill(labels, Items.IGNORE);
    for (int i = 0; i < said.size(); i++) {
      int[] parts = said.get(i).parts();
      System.arraycopy(parts, 0, labels, i * length, parts.length);
    }
    return labels;
  }
}
