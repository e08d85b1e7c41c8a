package org.chancery.analysis.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/**
 * What the words beside a name say of it: {@code places/context.tsv} (log-odds of a place by the
 * word before or after), {@code places/kinds.tsv} (words that make a name one of a street, river,
 * county), {@code lexicon/given-names.tsv} and {@code places/ambiguous.tsv}.
 */
final class PlaceContext {
  private final Map<String, Double> before = new HashMap<>();
  private final Map<String, Double> after = new HashMap<>();
  private final Map<String, String> firstKinds = new HashMap<>();
  private final Map<String, String> lastKinds = new HashMap<>();
  private final Set<String> given = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> never = new HashSet<>();

  PlaceContext(Codebook codebook) {
    for (Row row : codebook.table("places/context.tsv")) {
      switch (row.get("position")) {
        case "before" -> before.put(row.get("word"), row.number("weight"));
        case "after" -> after.put(row.get("word"), row.number("weight"));
        default -> throw row.fault("position must be 'before' or 'after'");
      }
    }
    for (Row row : codebook.table("places/kinds.tsv")) {
      switch (row.get("position")) {
        case "first" -> firstKinds.put(row.get("word"), row.get("feature"));
        case "last" -> lastKinds.put(row.get("word"), row.get("feature"));
        case "either" -> {
          firstKinds.put(row.get("word"), row.get("feature"));
          lastKinds.put(row.get("word"), row.get("feature"));
        }
        default -> throw row.fault("position must be 'first', 'last' or 'either'");
      }
    }
    codebook.table("lexicon/given-names.tsv").forEach(row -> given.add(row.get("name")));
    for (Row row : codebook.table("places/ambiguous.tsv")) {
      (row.get("note").equals("never") ? never : ambiguous).add(row.get("name"));
    }
  }

  /** Log-odds that the word before a name gives, 0 where none is listed. */
  double before(String word) {
    return before.getOrDefault(word.toLowerCase(Locale.ROOT), 0.0);
  }

  /** Whether a word before a name says that something is there. */
  boolean isPreposition(String word) {
    return before(word) >= 1.5;
  }

  double after(String word) {
    return after.getOrDefault(word.toLowerCase(Locale.ROOT), 0.0);
  }

  boolean isListedAfter(String word) {
    return after.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /** The feature of a name that begins with this word, or empty. */
  String firstKind(String word) {
    return firstKinds.getOrDefault(word, "");
  }

  /** The feature of a name that ends with this word, or empty. */
  String lastKind(String word) {
    return lastKinds.getOrDefault(word, "");
  }

  boolean isGivenName(String word) {
    return given.contains(word);
  }

  /** Whether a name is more often a person, a firm or a word than a place. */
  boolean isAmbiguous(String name) {
    return ambiguous.contains(name);
  }

  /** Whether a word alone is no place, whatever stands beside it ("The", "August"). */
  boolean isNever(String word) {
    return never.contains(word);
  }
}
