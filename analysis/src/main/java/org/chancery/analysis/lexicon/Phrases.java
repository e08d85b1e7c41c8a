package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.Span;

/**
 * A set of phrases found in one pass, each with its values. Phrases match whole words; the text is
 * folded character by character (curly apostrophes to straight, other spaces to a space, and to
 * lower case where asked). Phrases are hashed by their first word: that builds in a tenth of the
 * time of an automaton over all of them, and every start waits for it (ADR 6).
 *
 * @param <V> what a phrase stands for
 */
public final class Phrases<V> {
  private final Map<String, List<Phrase<V>>> byFirstWord = new HashMap<>();
  private final boolean ignoreCase;

  private record Phrase<V>(String folded, List<V> values) {}

  /** Hashes the phrases; {@code ignoreCase} folds both sides to lower case. */
  public Phrases(Map<String, List<V>> phrases, boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
    Map<String, List<V>> folded = new HashMap<>();
    phrases.forEach(
        (phrase, values) -> {
          String key = fold(phrase);
          List<V> here = folded.putIfAbsent(key, values);
          if (here != null && !here.equals(values)) {
            List<V> both = new ArrayList<>(here);
            both.addAll(values);
            folded.put(key, both);
          }
        });
    folded.forEach(
        (phrase, values) -> {
          if (!phrase.isBlank()) {
            byFirstWord
                .computeIfAbsent(phrase.substring(0, endOfWord(phrase, 0)), k -> new ArrayList<>(1))
                .add(new Phrase<>(phrase, values));
          }
        });
  }

  /** A phrase found, and what it may stand for. */
  public record Hit<V>(Span span, List<V> values) {}

  /**
   * All hits in {@code text[begin, end)}, overlapping ones too, in order of begin, longest first.
   */
  public List<Hit<V>> all(String text, int begin, int end) {
    List<Hit<V>> hits = new ArrayList<>();
    String folded = fold(text.substring(begin, end));
    int at = 0;
    while (at < folded.length()) {
      int next = endOfWord(folded, at);
      List<Phrase<V>> candidates = byFirstWord.get(folded.substring(at, next));
      if (candidates != null) {
        for (Phrase<V> phrase : candidates) {
          int to = at + phrase.folded.length();
          if (folded.startsWith(phrase.folded, at)
              && isBoundary(folded, at)
              && isBoundary(folded, to)) {
            hits.add(new Hit<>(new Span(begin + at, begin + to), phrase.values));
          }
        }
      }
      at = next;
    }
    hits.sort(
        Comparator.comparingInt((Hit<V> h) -> h.span().begin())
            .thenComparingInt(h -> -h.span().length()));
    return hits;
  }

  /** The leftmost longest hits, not overlapping. */
  public List<Hit<V>> longest(String text, int begin, int end) {
    List<Hit<V>> kept = new ArrayList<>();
    int free = begin;
    for (Hit<V> hit : all(text, begin, end)) {
      if (hit.span().begin() >= free) {
        kept.add(hit);
        free = hit.span().end();
      }
    }
    return kept;
  }

  /** One past the letters and digits from an offset on; one past a single other character. */
  private static int endOfWord(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end == at ? at + 1 : end;
  }

  private String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '`') {
        c = '\'';
      } else if (c == '\u00a0' || c == '\n' || c == '\t' || c == '\r' || c == '\u202f') {
        c = ' ';
      } else if (c == '\u2010' || c == '\u2011') {
        c = '-';
      }
      folded.append(ignoreCase ? Character.toLowerCase(c) : c);
    }
    return folded.toString();
  }

  private static boolean isBoundary(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }
}
