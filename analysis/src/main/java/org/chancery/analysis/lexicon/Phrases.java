package org.chancery.analysis.lexicon;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.Span;

/**
 * A set of phrases found in one Aho-Corasick pass, each with its values. Phrases match whole words;
 * the text is folded character by character (curly apostrophes to straight, other spaces to a
 * space, and to lower case where asked).
 *
 * @param <V> what a phrase stands for
 */
public final class Phrases<V> {
  private final AhoCorasickDoubleArrayTrie<List<V>> trie = new AhoCorasickDoubleArrayTrie<>();
  private final boolean ignoreCase;
  private final boolean empty;

  /** Builds the automaton; {@code ignoreCase} folds both sides to lower case. */
  public Phrases(Map<String, List<V>> phrases, boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
    TreeMap<String, List<V>> folded = new TreeMap<>();
    phrases.forEach(
        (phrase, values) ->
            folded.computeIfAbsent(fold(phrase), k -> new ArrayList<>()).addAll(values));
    folded.remove("");
    empty = folded.isEmpty();
    if (!empty) {
      trie.build(folded);
    }
  }

  /** A phrase found, and what it may stand for. */
  public record Hit<V>(Span span, List<V> values) {}

  /**
   * All hits in {@code text[begin, end)}, overlapping ones too, in order of begin, longest first.
   */
  public List<Hit<V>> all(String text, int begin, int end) {
    List<Hit<V>> hits = new ArrayList<>();
    if (empty) {
      return hits;
    }
    String folded = fold(text.substring(begin, end));
    trie.parseText(
        folded,
        (from, to, values) -> {
          if (isBoundary(folded, from) && isBoundary(folded, to)) {
            hits.add(new Hit<>(new Span(begin + from, begin + to), values));
          }
        });
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
