package org.chancery.analysis.lexicon;

import java.util.Arrays;
import java.util.List;
import org.chancery.core.Span;

/**
 * A text with plain words in the place of loaded ones, and the way between the offsets of both. A
 * word that is left out takes a space with it.
 */
public final class PlainText {
  private final String words;
  private final int[] begins;
  private final int[] ends;
  private final int[] plain;

  /** Reads a text with plain words for these, which are in order and do not overlap. */
  public PlainText(String text, List<Phrases.Hit<String>> loaded) {
    StringBuilder all = new StringBuilder(text.length());
    plain = new int[text.length() + 1];
    int longest = text.length() + loaded.stream().mapToInt(h -> h.values().get(0).length()).sum();
    int[] from = new int[longest];
    int[] to = new int[longest];
    int at = 0;
    for (Phrases.Hit<String> word : loaded) {
      String instead = word.values().get(0);
      Span span = instead.isEmpty() ? withSpace(text, word.span(), at) : word.span();
      for (; at < span.begin(); at++) {
        keep(text, at, all, from, to);
      }
      Arrays.fill(plain, at, span.end(), all.length());
      for (int i = 0; i < instead.length(); i++) {
        from[all.length()] = span.begin();
        to[all.length()] = span.end();
        all.append(instead.charAt(i));
      }
      at = Math.max(at, span.end());
    }
    for (; at < text.length(); at++) {
      keep(text, at, all, from, to);
    }
    plain[text.length()] = all.length();
    words = all.toString();
    begins = from;
    ends = to;
  }

  private void keep(String text, int at, StringBuilder all, int[] from, int[] to) {
    plain[at] = all.length();
    from[all.length()] = at;
    to[all.length()] = at + 1;
    all.append(text.charAt(at));
  }

  private static Span withSpace(String text, Span span, int from) {
    if (span.end() < text.length() && text.charAt(span.end()) == ' ') {
      return new Span(span.begin(), span.end() + 1);
    }
    boolean before = span.begin() > from && text.charAt(span.begin() - 1) == ' ';
    return before ? new Span(span.begin() - 1, span.end()) : span;
  }

  /** The text in plain words. */
  public String words() {
    return words;
  }

  /** Where something of the text as written stands in the plain one. */
  public Span toPlain(Span written) {
    return new Span(plain[written.begin()], plain[written.end()]);
  }

  /** Where something of the plain text, not empty, stands in the text as written. */
  public Span toWritten(Span inPlain) {
    return new Span(begins[inPlain.begin()], ends[inPlain.end() - 1]);
  }
}
