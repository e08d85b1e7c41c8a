package org.chancery.analysis.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;

/** PLOVER contexts of a sentence, by the words of {@code lexicon/contexts.tsv}. */
final class Contexts {
  private static final int MOST = 3;
  private final Phrases<List<String>> phrases;

  Contexts(Codebook codebook) {
    Map<String, List<List<String>>> all = new HashMap<>();
    for (Row row : codebook.table("lexicon/contexts.tsv")) {
      all.put(row.get("phrase"), List.of(row.list("contexts")));
    }
    phrases = new Phrases<>(all, true);
  }

  /** At most three contexts, those with the most words first, then by name. */
  List<String> of(String text, Span sentence) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Phrases.Hit<List<String>> hit : phrases.longest(text, sentence.begin(), sentence.end())) {
      hit.values().get(0).forEach(context -> counts.merge(context, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
