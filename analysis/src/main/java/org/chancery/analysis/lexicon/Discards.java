package org.chancery.analysis.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Span;

/**
 * Phrases of {@code lexicon/discards.tsv}: a sentence, or a whole report, with one is not coded.
 */
public final class Discards {
  private final Phrases<String> phrases;
  private final boolean none;
  private final boolean noReports;

  /** Reads the list. */
  public Discards(Codebook codebook) {
    Map<String, List<String>> all = new HashMap<>();
    boolean reports = false;
    for (Row row : codebook.table("lexicon/discards.tsv")) {
      String scope = row.get("scope");
      if (!scope.equals("sentence") && !scope.equals("report")) {
        throw row.fault("scope must be sentence or report, not '" + scope + "'");
      }
      reports |= scope.equals("report");
      all.put(row.get("phrase"), List.of(scope));
    }
    phrases = new Phrases<>(all, true);
    none = all.isEmpty();
    noReports = !reports;
  }

  boolean in(String text, Span sentence) {
    return !none && !phrases.all(text, sentence.begin(), sentence.end()).isEmpty();
  }

  boolean whole(String text) {
    return !noReports
        && phrases.all(text, 0, text.length()).stream()
            .anyMatch(hit -> hit.values().contains("report"));
  }
}
