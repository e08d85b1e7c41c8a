package org.chancery.analysis.lexicon;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * A regular expression for any of many words, the longest first. Words that begin alike share their
 * beginning, so that a place where none stands is left after a letter or two.
 */
public final class Alternation {
  private final Map<Integer, Alternation> next = new TreeMap<>();
  private boolean isEnd;

  private Alternation() {}

  /** The expression, without group of its own around it; of no words, one that never matches. */
  public static String of(Collection<String> words) {
    Alternation root = new Alternation();
    for (String word : words) {
      Alternation at = root;
      for (int c : word.codePoints().toArray()) {
        at = at.next.computeIfAbsent(c, k -> new Alternation());
      }
      at.isEnd = true;
    }
    return words.isEmpty() ? "(?!)" : root.alternatives();
  }

  private String alternatives() {
    StringBuilder all = new StringBuilder();
    next.forEach(
        (letter, rest) -> {
          all.append(all.isEmpty() ? "" : "|");
          if (!Character.isLetterOrDigit(letter) && letter < 0x80) {
            all.append('\\');
          }
          all.appendCodePoint(letter).append(rest.following());
        });
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
