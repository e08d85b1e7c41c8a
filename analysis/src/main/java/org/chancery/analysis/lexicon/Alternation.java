package org.chancery.analysis.lexicon;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Codebook;

/**
 * A regular expression for any of many words, the longest first. Words that begin alike share their
 * beginning, so that a place where none stands is left after a letter or two.
 */
public final class Alternation {
  private final Map<String, Alternation> next = new TreeMap<>();
  private boolean isEnd;

  private Alternation() {}

  /** The expression, without group of its own around it; of no words, one that never matches. */
  public static String of(Collection<String> words) {
    return ofLetters(words.stream().map(Alternation::letters).toList());
  }

  /** Any of the words of one kind in a table of the codebook with the columns word and kind. */
  public static String of(Codebook codebook, String table, String kind) {
    return of(
        codebook.table(table).stream()
            .filter(row -> row.get("kind").equals(kind))
            .map(row -> row.get("word"))
            .toList());
  }

  /** The same of words whose letters are expressions, such as {@code [Mm]}. */
  public static String ofLetters(Collection<List<String>> words) {
    Alternation root = new Alternation();
    for (List<String> word : words) {
      Alternation at = root;
      for (String letter : word) {
        at = at.next.computeIfAbsent(letter, k -> new Alternation());
      }
      at.isEnd = true;
    }
    return words.isEmpty() ? "(?!)" : root.alternatives();
  }

  /** The letters of a word, each an expression that stands for itself. */
  public static List<String> letters(String word) {
    return word.codePoints().mapToObj(Alternation::literal).toList();
  }

  private static String literal(int letter) {
    boolean plain = Character.isLetterOrDigit(letter) || letter >= 0x80;
    return (plain ? "" : "\\") + Character.toString(letter);
  }

  private String alternatives() {
    StringBuilder all = new StringBuilder();
    next.forEach(
        (letter, rest) ->
            all.append(all.isEmpty() ? "" : "|").append(letter).append(rest.following()));
    return all.toString();
  }

  private String following() {
    if (next.isEmpty()) {
      return "";
    }
    return next.size() == 1 && !isEnd
        ? alternatives()
        : "(?:" + alternatives() + (isEnd ? ")?" : ")");
  }
}
