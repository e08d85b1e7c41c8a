package org.chancery.analysis.figure;

import java.util.List;
import java.util.function.Predicate;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Verbs in two parts around what they count ("let nine go", "put 131 villagers to death"): the rows
 * of {@code figures/counts.tsv} whose pos is {@code frame}.
 */
record Frames(List<Phrases.Hit<Row>> heads, Tokens tokens, Predicate<Span> number) {
  /** The tail stands so many words behind the number at most. */
  private static final int FAR = 8;

  /** Words between the head and the number. */
  private static final int BETWEEN = 3;

  /** A frame around a number: its row, its first part, and the word at which its tail begins. */
  record Framed(Row row, Span head, int tail) {}

  /**
   * The frame around a number, or null.
   *
   * @param number the word at which the number begins
   * @param noun the word behind it
   * @param fitting whether a row's meaning is one of what is counted
   * @param small whether a word may stand between the head and the number
   */
  @Nullable Framed around(int number, int noun, Predicate<Span> small, Predicate<Row> fitting) {
    for (int at = number - 1; at >= Math.max(0, number - 1 - BETWEEN); at--) {
      if (tokens.breakBefore(at + 1, 0)) {
        return null;
      }
      for (Phrases.Hit<Row> head : heads) {
        if (head.span().end() == tokens.span(at).end()) {
          Framed nearest = nearest(head, noun, fitting);
          if (nearest != null) {
            return nearest;
          }
        }
      }
      if (!small.test(tokens.span(at))) {
        return null;
      }
    }
    return null;
  }

  /** The row whose tail stands nearest; of two such the longer. */
  private @Nullable Framed nearest(Phrases.Hit<Row> head, int noun, Predicate<Row> fitting) {
    Framed best = null;
    for (Row row : head.values()) {
      int tail = fitting.test(row) ? tail(row, noun) : -1;
      boolean nearer =
          best == null
              || tail < best.tail()
              || (tail == best.tail()
                  && row.get("word").length() > best.row().get("word").length());
      if (tail >= 0 && nearer) {
        best = new Framed(row, head.span(), tail);
      }
    }
    return best;
  }

  /** "From camps in Syria": the word belongs to what stands behind it. */
  private boolean preposition(String words, int at) {
    int next = at + 1;
    return words.equals("in")
        && next < tokens.size()
        && !tokens.breakBefore(next, at)
        && (tokens.capital(next) || tokens.word(next).matches("the|an?|its|his|her|their|this"));
  }

  private int tail(Row row, int from) {
    String words = row.get("word").split(CountWords.GAP, 2)[1];
    int length = words.split(" ", -1).length;
    for (int at = from; at <= from + FAR && at + length <= tokens.size(); at++) {
      if (at > from && (tokens.breakBefore(at, from) || number.test(tokens.span(at)))) {
        return -1;
      }
      if (tokens.words(at, length).equals(words) && !preposition(words, at)) {
        return at;
      }
    }
    return -1;
  }
}
