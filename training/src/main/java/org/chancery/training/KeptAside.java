package org.chancery.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.chancery.analysis.codebook.AttributionExample;
import org.chancery.analysis.codebook.Example;

/** Accuracies on the fifth of the examples that is kept aside, for the log. */
final class KeptAside {
  private final Batches making;
  private final NDManager manager;
  private final Bert bert;
  private final Heads heads;

  KeptAside(Batches making, NDManager manager, Bert bert, Heads heads) {
    this.making = making;
    this.manager = manager;
    this.bert = bert;
    this.heads = heads;
  }

  /**
   * Type and modality accuracy on the fifth kept aside, pairs given, in the marked and plain forms
   * as they come.
   */
  String types(List<Example> aside) {
    Random random = new Random(7);
    int right = 0;
    int rightModality = 0;
    int modalities = 0;
    int all = 0;
    for (List<Items.Item> batch : making.of(aside, List.of(), random)) {
      List<Items.Triple> triples = batch.stream().flatMap(i -> i.triples().stream()).toList();
      if (triples.isEmpty()) {
        continue;
      }
      try (NDManager scope = manager.newSubManager()) {
        long[][] ids = Batches.padded(batch);
        NDArray hidden = bert.forward(scope, ids, 0f, false);
        NDList logits = heads.triples(scope, hidden, batch, ids[0].length, false);
        long[] types = logits.get(0).argMax(1).toLongArray();
        long[] moods = logits.get(1).argMax(1).toLongArray();
        for (int i = 0; i < types.length; i++) {
          all++;
          right += types[i] == triples.get(i).type() ? 1 : 0;
          if (triples.get(i).modality() != Items.IGNORE) {
            modalities++;
            rightModality += moods[i] == triples.get(i).modality() ? 1 : 0;
          }
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "kept aside: type accuracy %.4f of %d triples, modality accuracy %.4f of %d",
        right / (double) all,
        all,
        rightModality / (double) modalities,
        modalities);
  }

  /** Accuracy of what pieces are to given cues, on the fifth kept aside. */
  String parts(List<AttributionExample> aside) {
    Random random = new Random(7);
    long right = 0;
    long counted = 0;
    for (List<Items.Item> batch : making.of(List.of(), aside, random)) {
      if (batch.stream().allMatch(i -> i.said().isEmpty())) {
        continue;
      }
      try (NDManager scope = manager.newSubManager()) {
        long[][] ids = Batches.padded(batch);
        NDArray hidden = bert.forward(scope, ids, 0f, false);
        int[] labels = Batches.partLabels(batch, ids[0].length);
        long[] parts = heads.parts(scope, hidden, batch, ids[0].length).argMax(1).toLongArray();
        for (int i = 0; i < parts.length; i++) {
          counted += labels[i] == Items.IGNORE ? 0 : 1;
          right += labels[i] == parts[i] ? 1 : 0;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "kept aside: source and content of given cues %.4f of %d pieces",
        right / (double) Math.max(1, counted),
        counted);
  }
}
