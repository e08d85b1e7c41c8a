package org.chancery.analysis.linking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Finds lightly edited copies: MinHash (Broder 1997) over shingles of three words, in Lucene's
 * filter with one hash function and {@link #SIZE} buckets, and bands of {@link #ROWS} values as
 * keys. Thread-safe.
 */
public final class Sketcher {
  /** Values of a sketch. */
  public static final int SIZE = 96;

  /** Values of a band; two documents are compared only where a band is equal. */
  public static final int ROWS = 3;

  /** From this share of equal values on (an estimate of Jaccard's index) two are copies. */
  public static final double COPY = 0.3;

  private static final int SHINGLE = 3;
  private static final int LONGEST = 100_000;
  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          StandardTokenizer words = new StandardTokenizer();
          ShingleFilter shingles = new ShingleFilter(new LowerCaseFilter(words), SHINGLE, SHINGLE);
          shingles.setOutputUnigrams(false);
          return new TokenStreamComponents(words, new MinHashFilter(shingles, 1, SIZE, 1, true));
        }
      };

  /** The sketch of a report's text (no headline); empty for one of under three words. */
  public List<Integer> sketch(String text) {
    List<Integer> sketch = new ArrayList<>();
    try (TokenStream stream =
        analyzer.tokenStream("", text.substring(0, Math.min(LONGEST, text.length())))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        sketch.add(term.toString().hashCode());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sketch.size() == SIZE ? List.copyOf(sketch) : List.of();
  }

  /** The keys of a sketch. */
  public Set<Long> bands(List<Integer> sketch) {
    Set<Long> bands = new TreeSet<>();
    for (int from = 0; from + ROWS <= sketch.size(); from += ROWS) {
      int hash = sketch.subList(from, from + ROWS).hashCode();
      bands.add(((long) from << 32) | (hash & 0xffff_ffffL));
    }
    return bands;
  }

  /** The share of equal values: an estimate of the share of shingles in common. */
  public double likeness(List<Integer> one, List<Integer> other) {
    if (one.size() != other.size() || one.isEmpty()) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < one.size(); i++) {
      same += one.get(i).equals(other.get(i)) ? 1 : 0;
    }
    return (double) same / one.size();
  }
}
