package org.chancery.analysis.figure;

import java.util.List;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** What stands behind "of": the goods of a measure, the deeds of a container. */
record Contained(CountWords words, Tokens tokens, List<CountWords.Hit> hits, Nouns nouns) {
  /** Words of what a container holds. */
  private static final int CONTAINED = 4;

  /** What stands after a measure of goods: "tonnes of wheat". */
  @Nullable Span goods(int of, Quantity quantity) {
    if (of + 1 >= tokens.size() || !tokens.word(of).equals("of") || of == 0) {
      return null;
    }
    CountWords.Hit measure = CountWords.ending(hits, tokens.span(of - 1).end(), "noun");
    if (measure == null || !measure.counts().equals("aid")) {
      return null;
    }
    return nouns.noun(new Quantity(quantity.span().union(tokens.span(of)), 0L, 0L, ""));
  }

  /** What a container is of: "cases of torture", "reports of abductions". */
  CountWords.@Nullable Hit about(int of) {
    boolean container =
        of > 0
            && of + 1 < tokens.size()
            && tokens.word(of).equals("of")
            && words.is("container", tokens.word(of - 1));
    for (int at = of + 1; container && at < Math.min(tokens.size(), of + CONTAINED); at++) {
      CountWords.Hit noun = CountWords.beginning(hits, tokens.span(at).begin(), "noun");
      if (noun != null) {
        return noun;
      }
      if (tokens.breakBefore(at, of) || words.is("end", tokens.word(at))) {
        return null;
      }
    }
    return null;
  }
}
