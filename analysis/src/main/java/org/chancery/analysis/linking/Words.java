package org.chancery.analysis.linking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text, stemmed, and how rare each is. Rareness comes from the order of the
 * encoder's vocabulary, which lists words from frequent to rare, so it is the same for every
 * record.
 */
final class Words implements AutoCloseable {
  /** Lines before the first word of the vocabulary. */
  private static final int FIRST_WORD = 1_990;

  private static final double UNLISTED = 1.2;

  private final Map<String, Integer> ranks = new HashMap<>();
  private final double last;
  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          StandardTokenizer words = new StandardTokenizer();
          TokenStream stream = new EnglishPossessiveFilter(words);
          stream = new StopFilter(new LowerCaseFilter(stream), EnglishAnalyzer.getDefaultStopSet());
          return new TokenStreamComponents(words, new KStemFilter(stream));
        }
      };

  /** Reads the vocabulary file, a word piece a line. */
  Words(Path vocabulary) {
    try {
      List<String> lines = Files.readAllLines(vocabulary, StandardCharsets.UTF_8);
      for (int i = FIRST_WORD; i < lines.size(); i++) {
        ranks.put(lines.get(i), i - FIRST_WORD);
      }
      last = Math.log(lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stems of a text in order of first appearance, each once. */
  Set<String> of(String text) {
    Set<String> stems = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (term.length() > 1 && term.length() <= 40) {
          stems.add(term.toString());
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  /** 0 for the most frequent word to 1 for the rarest of the vocabulary; more for one not in it. */
  double rareness(String stem) {
    Integer rank = ranks.get(stem);
    if (rank == null) {
      return UNLISTED;
    }
    double share = Math.log(rank + 1.0) / last;
    return share * share;
  }

  /** The rarest stems of a text, rarest first, no numbers. */
  List<String> rarest(Set<String> stems, int most) {
    List<String> words = new ArrayList<>(stems);
    words.removeIf(word -> Character.isDigit(word.charAt(0)));
    words.sort(
        java.util.Comparator.comparingDouble((String w) -> -rareness(w))
            .thenComparing(java.util.Comparator.naturalOrder()));
    return List.copyOf(words.subList(0, Math.min(most, words.size())));
  }

  @Override
  public void close() {
    analyzer.close();
  }
}
