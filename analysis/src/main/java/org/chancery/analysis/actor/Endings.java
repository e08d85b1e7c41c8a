package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.jspecify.annotations.Nullable;

/** Where family names end so ({@code lexicon/surname-endings.tsv}). */
final class Endings {
  private static final int SHORTEST = 2;

  private final Map<String, List<String>> countries = new HashMap<>();

  Endings(Codebook codebook) {
    for (Row row : codebook.table("lexicon/surname-endings.tsv")) {
      countries.put(row.get("ending"), row.list("countries"));
    }
  }

  /** Countries whose family names end as that of a name, by the longest ending; none if unknown. */
  private List<String> of(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    for (int from = 1; from + SHORTEST <= last.length(); from++) {
      List<String> found = countries.get(last.substring(from));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /**
   * Where somebody of no list is likely from: the country in which what is said happens, or the one
   * of the report that is likelier by the end of the family name.
   */
  @Nullable String home(String name, Discourse discourse) {
    String there = discourse.surroundings();
    List<String> likely = of(name);
    String other =
        there == null || likely.isEmpty() || likely.contains(there)
            ? null
            : discourse.focus(likely::contains);
    return other == null ? there : other;
  }
}
