package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/** Countries that a number and a word mean together, of {@code actors/sets.tsv}. */
final class CountrySets {
  private final CountryNames names;
  private final Map<String, Row> sets = new HashMap<>();

  CountrySets(Codebook codebook, CountryNames names) {
    this.names = names;
    for (Row row : codebook.table("actors/sets.tsv")) {
      sets.put(row.get("number") + " " + row.get("words"), row);
    }
  }

  /**
   * So many countries: those listed right behind an offset ("the three allies, A, B and C"), else
   * those that the number and one of some words mean; or none.
   */
  List<String> told(int number, String text, int offset, List<String> words, Discourse discourse) {
    List<String> listed = names.behind(text, offset);
    return listed.size() == number
        ? listed
        : words.stream()
            .map(word -> of(number, word, discourse))
            .filter(set -> !set.isEmpty())
            .findFirst()
            .orElse(List.of());
  }

  private List<String> of(int number, String word, Discourse discourse) {
    Row row = sets.get(number + " " + word.toLowerCase(Locale.ROOT));
    if (row == null) {
      return List.of();
    }
    String beside = row.get("beside");
    boolean fits = beside.isEmpty() || discourse.last(s -> s.actor().id().equals(beside)) != null;
    return fits ? row.list("countries") : List.of();
  }
}
