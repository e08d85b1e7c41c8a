package org.chancery.analysis.attribution;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Quotations with the name of who said them behind: "'We are afraid.' - Lena Marou", and those set
 * apart whose name is the next line, within the marks.
 */
final class SignedQuotations {
  private static final Pattern SIGNED =
      Pattern.compile(
          "[ \u00a0]{0,3}([-\u2013\u2014\u2015]{1,2})[ \u00a0]{0,3}(\\p{Lu}[\\p{L}.'\u2019-]*(?:,? [\\p{L}\\p{N}.'\u2019-]+){0,11}?)[. \u00a0]{0,4}(?=\n|\\z)");

  /** The line behind one that was left open: "Lena Marou, of the union.'" */
  private static final Pattern LAST_LINE =
      Pattern.compile(
          "[ \u00a0]?\n{1,2}(\\p{Lu}[\\p{L}.'\u2019-]*(?:,? [\\p{L}\\p{N}.'\u2019&()-]+){0,11}?)[.,]?([\"\u201d])[ \u00a0]*(?=\n|\\z)");

  /** The paper that a digest takes its words from: "'...' [The Courier]". */
  private static final Pattern TAKEN =
      Pattern.compile(" ?(\\[)(\\p{Lu}[\\p{L}\\p{N}.'\u2019& -]{0,38}[\\p{L}\\p{N}.])\\]");

  private static final int LONGEST_NAME = 160;

  private SignedQuotations() {}

  /** A paragraph of its own with a name behind it, or any with that of a paper in brackets. */
  static @Nullable Said of(String text, Span quotation) {
    int limit = Math.min(text.length(), quotation.end() + LONGEST_NAME);
    Matcher taken = TAKEN.matcher(text).region(quotation.end(), limit);
    if (taken.lookingAt()) {
      return said(
          text, new Span(taken.start(1), taken.end(1)), taken.start(2), taken.end(2), quotation);
    }
    int first = quotation.begin();
    while (first > 0 && Character.isSpaceChar(text.charAt(first - 1))) {
      first--;
    }
    if (first > 0 && text.charAt(first - 1) != '\n') {
      return null;
    }
    Matcher name = SIGNED.matcher(text).region(quotation.end(), limit).useTransparentBounds(true);
    if (name.lookingAt()) {
      return said(
          text, new Span(name.start(1), name.end(1)), name.start(2), name.end(2), quotation);
    }
    Matcher line =
        LAST_LINE.matcher(text).region(quotation.end(), limit).useTransparentBounds(true);
    return line.lookingAt()
        ? said(text, new Span(line.start(2), line.end(2)), line.start(1), line.end(1), quotation)
        : null;
  }

  private static Said said(String text, Span cue, int begin, int end, Span quotation) {
    Span source = new Span(begin, text.charAt(end - 1) == '.' ? end - 1 : end);
    return new Said(cue, List.of(source), List.of(quotation), source);
  }
}
