package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

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
  List<String> of(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    for (int from = 1; from + SHORTEST <= last.length(); from++) {
      List<String> found = countries.get(last.substring(from));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }
}
