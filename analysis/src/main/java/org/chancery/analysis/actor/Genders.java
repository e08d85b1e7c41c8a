package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.jspecify.annotations.Nullable;

/**
 * Whether persons can be "he" or "she": by their given names ({@code lexicon/given-names.tsv}), by
 * words beside the names ("Mrs", "Sister", "the king"), by pronouns that stood for them before.
 */
final class Genders {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Set<String> things = new HashSet<>();

  Genders(Codebook codebook) {
    codebook
        .table("lexicon/given-names.tsv")
        .forEach(row -> names.put(row.get("name"), row.get("gender")));
    for (Row row : codebook.table("lexicon/bodies.tsv")) {
      if (!row.get("sectors").isEmpty()) {
        things.add(row.get("word"));
      }
    }
    for (Row row : codebook.table("places/kinds.tsv")) {
      if (!row.get("position").equals("first")) {
        things.add(row.get("word").toLowerCase(Locale.ROOT));
      }
    }
    for (Row row : codebook.table("lexicon/references.tsv")) {
      if (row.get("kind").equals("thing")) {
        things.add(row.get("word"));
      }
      if (row.get("kind").equals("gender")) {
        words.put(row.get("word"), row.get("value"));
      }
    }
  }

  /** Whether a name of no list is one of a body or a place: "Harbour Gazette". */
  boolean isThing(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return things.contains(last) && !isGiven(name.substring(0, Math.max(0, name.indexOf(' '))));
  }

  /** Whether a word is a given name, or a double one that begins with one: "Jean-Rémy". */
  boolean isGiven(String word) {
    int hyphen = word.indexOf('-');
    return names.containsKey(word)
        || (hyphen > 0
            && hyphen + 1 < word.length()
            && Character.isUpperCase(word.charAt(hyphen + 1))
            && names.containsKey(word.substring(0, hyphen)));
  }

  /** "m", "f", both, or empty where neither the words of a mention nor the name tell. */
  String of(String mention, String name, @Nullable String country) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word : mention.toLowerCase(Locale.ROOT).split("[ ,]")) {
      String gender = words.get(word);
      if (gender != null && !lower.contains(word)) { // "Julie Bishop" is no bishop
        return gender;
      }
    }
    if (SaidNames.isFamilyFirstIn(country)) {
      return ""; // "Kim" is a surname there
    }
    int space = name.indexOf(' ');
    String first = space < 0 ? name : name.substring(0, space);
    int hyphen = first.indexOf('-');
    return names.getOrDefault(
        first, hyphen < 0 ? "" : names.getOrDefault(first.substring(0, hyphen), ""));
  }
}
