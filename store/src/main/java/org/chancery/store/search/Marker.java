package org.chancery.store.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.chancery.core.Span;

/** Chooses the words of a hit to show, and marks what was asked for. No markup is made here. */
final class Marker {
  /** Words of a hit are no longer than this, in UTF-16 code units. */
  private static final int LONGEST = 1_000;

  private static final int PASSAGE = 240;

  /** A report is looked through for a passage no further than this. */
  private static final int LONGEST_TEXT = 200_000;

  private static final int MOST_MARKS = 50;

  private final Analyzer analyzer;
  private final Query query;

  Marker(Analyzer analyzer, Query query) {
    this.analyzer = analyzer;
    this.query = query;
  }

  /** The hit with its words cut to size and marked. */
  Hit mark(Hit hit, double score) {
    Passage passage = best(hit.words(), hit.in() == In.DOCUMENTS);
    int begin = passage == null ? 0 : passage.getStartOffset();
    int end = passage == null ? hit.words().length() : passage.getEndOffset();
    end = cut(hit.words(), Math.min(end, begin + LONGEST));
    List<Span> marks = new ArrayList<>();
    int last = begin;
    for (Span match : matches(passage)) {
      if (match.begin() >= last && match.end() <= end && marks.size() < MOST_MARKS) {
        marks.add(new Span(match.begin() - begin, match.end() - begin));
        last = match.end();
      }
    }
    return new Hit(
        hit.in(),
        hit.document(),
        hit.id(),
        hit.title(),
        hit.publisher(),
        hit.date(),
        hit.about(),
        hit.words().substring(begin, end),
        marks,
        score);
  }

  /** No surrogate pair is cut in two. */
  private static int cut(String text, int end) {
    return end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
        ? end - 1
        : end;
  }

  private static List<Span> matches(@org.jspecify.annotations.Nullable Passage passage) {
    List<Span> matches = new ArrayList<>();
    for (int i = 0; passage != null && i < passage.getNumMatches(); i++) {
      int begin = passage.getMatchStarts()[i];
      int end = passage.getMatchEnds()[i];
      if (begin < end) {
        matches.add(new Span(begin, end));
      }
    }
    matches.sort(Comparator.comparingInt(Span::begin).thenComparingInt(Span::end));
    return matches;
  }

  private @org.jspecify.annotations.Nullable Passage best(String text, boolean passages) {
    if (text.isEmpty()) {
      return null;
    }
    UnifiedHighlighter highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analyzer)
            .withMaxLength(LONGEST_TEXT)
            .withMaxNoHighlightPassages(1)
            .withFormatter(new Passages())
            .withBreakIterator(
                () ->
                    passages
                        ? LengthGoalBreakIterator.createClosestToLength(
                            BreakIterator.getSentenceInstance(Locale.ENGLISH), PASSAGE, 0.5f)
                        : new WholeBreakIterator())
            .build();
    try {
      Object found = highlighter.highlightWithoutSearcher("text", query, text, 1);
      return found instanceof Passage passage ? passage : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the passage itself instead of text with markup. */
  private static final class Passages extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      return passages.length == 0
          ? ""
          : Arrays.stream(passages)
              .max(Comparator.comparingDouble(Passage::getScore))
              .orElse(passages[0]);
    }
  }
}
