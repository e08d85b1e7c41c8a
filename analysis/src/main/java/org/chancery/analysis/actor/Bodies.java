package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/** Words for bodies, of {@code lexicon/bodies.tsv}. */
final class Bodies {
  private final Map<String, List<String>> sectors = new HashMap<>();
  private final Set<String> ofStates = new HashSet<>();
  private final Map<String, String> back = new HashMap<>();

  Bodies(Codebook codebook) {
    for (Row row : codebook.table("lexicon/bodies.tsv")) {
      String word = row.get("word");
      if (!row.get("sectors").isEmpty()) {
        sectors.put(word, row.list("sectors"));
      }
      if (row.get("state").equals("yes")) {
        ofStates.add(word);
      }
      back.put(word, row.get("back"));
    }
  }

  /** Sectors of a body that no list has, by the words of its name; of citizens where none tells. */
  List<String> sectorsOf(String bodyName) {
    List<String> found = List.of("NGO");
    for (String word : bodyName.toLowerCase(Locale.ROOT).split("[ -]")) {
      found = sectors.getOrDefault(word, found);
    }
    return found;
  }

  /** Whether every state has such a body. */
  boolean isOfState(String word) {
    return word.endsWith("ministry") || word.endsWith("government") || ofStates.contains(word);
  }

  /** Beginning of the ids of the bodies that a noun can refer back to, or empty. */
  String takenUpBy(String noun) {
    return back.getOrDefault(noun, "");
  }
}
