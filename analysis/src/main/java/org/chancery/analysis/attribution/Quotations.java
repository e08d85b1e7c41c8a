package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/**
 * The quotations of a text, by its quotation marks: straight and curly, doubled singles, guillemets
 * and low-high pairs. A quotation ends with its paragraph; one that is still open there goes on
 * where the next paragraph opens another. Single marks open only where no letter stands before and
 * close only where none follows, so that an apostrophe is none.
 */
final class Quotations {
  /** Beyond this a mark that was never closed is taken for a slip. */
  static final int LONGEST = 20_000;

  private static final String OPENERS = "\u201c\u00ab\u201e";
  private static final String CLOSERS = "\u201d\u00bb";
  private static final String CLOSING = "\"'\u201c\u201d\u2019\u00bb";

  private static final Pattern SLIP = Pattern.compile("[.!?]['\u2019](?=\\s+\\p{Lu}|\\s*$)");

  /** Words whose first letters an apostrophe stands for: no quotation opens there. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("(?i)(?:\\d\\ds?|em|til|tis|twas|bout|cause|n)\\b");

  private Quotations() {}

  /**
   * One quotation with its marks.
   *
   * @param goesOn whether it was still open where its paragraph ended, and the next opens one
   */
  record Quotation(Span span, boolean goesOn) {}

  /** All quotations, in order, not overlapping; one within another is part of it. */
  static List<Quotation> of(String text) {
    List<Quotation> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = paragraphEnd(text, at);
      paragraph(text, at, end, found);
      at = end + 1;
    }
    return found;
  }

  private static int paragraphEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static void paragraph(String text, int begin, int end, List<Quotation> found) {
    int open = -1;
    int inner = 0;
    boolean nested = count(text, '\u201d', begin, end) >= count(text, '\u201c', begin, end);
    String mark = "";
    for (int i = begin; i < end; i++) {
      String here = mark(text, i, end);
      if (here.isEmpty()) {
        continue;
      }
      if (open < 0) {
        if (opens(text, i, here, begin, end)) {
          open = i;
          mark = here;
          inner = 0;
        }
      } else if (here.equals("\u201c")
          && !endsWord(text, i, end)
          && (mark.equals("\"") || (nested && mark.equals(here)))) {
        inner++; // "what he calls 'hell'", with the same marks
      } else if (mark.equals("\u201c") && here.equals(mark) && slip(text, open, i) > 0) {
        found.add(new Quotation(new Span(open, slip(text, open, i)), false));
        open = i;
      } else if (inner > 0 && here.equals("\u201d")) {
        inner--;
      } else if (closes(text, i, here, mark, end)) {
        if (i + here.length() - open <= LONGEST) {
          found.add(new Quotation(new Span(open, i + here.length()), false));
        }
        open = -1;
      }
      i += here.length() - 1;
    }
    int slip = mark.equals("\u201c") && open >= 0 ? slip(text, open, end) : -1;
    if (slip > 0 && slip - open <= LONGEST && !opensNext(text, end, mark)) {
      found.add(new Quotation(new Span(open, slip), false));
      paragraph(text, slip, end, found);
    } else if (open >= 0 && end - open <= LONGEST && end - open > 2) {
      int last = end;
      while (last > open && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      found.add(new Quotation(new Span(open, last), opensNext(text, end, mark)));
    }
  }

  /** Where a quotation that is never closed ends with a single mark by a slip: "'So be it.' He". */
  private static int slip(String text, int open, int end) {
    Matcher closes = SLIP.matcher(text).region(open, end);
    return closes.find() ? closes.start() + 2 : -1;
  }

  /** The last character of a quotation before the marks that close it. */
  static int last(String text, Span quotation) {
    int last = quotation.end() - 1;
    while (last > quotation.begin() && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last;
  }

  /** Whether nothing but white space stands between two offsets. */
  static boolean isFirst(String text, int begin, int at) {
    int i = at;
    while (i > begin && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i == begin;
  }

  private static int count(String text, char mark, int begin, int end) {
    return (int) text.substring(begin, end).chars().filter(c -> c == mark).count();
  }

  private static boolean opensNext(String text, int end, String mark) {
    int i = end;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.startsWith(mark, i);
  }

  /** The quotation mark at an offset, or nothing. */
  private static String mark(String text, int i, int end) {
    char c = text.charAt(i);
    if ((c == '\'' || c == '`' || c == '\u2019' || c == '\u2018')
        && i + 1 < end
        && text.charAt(i + 1) == c) {
      return text.substring(i, i + 2);
    }
    boolean plain = c == '"' || OPENERS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
    return plain || c == '\u2018' || c == '\u2019' || c == '\'' ? String.valueOf(c) : "";
  }

  private static boolean opens(String text, int i, String mark, int begin, int end) {
    char c = mark.charAt(0);
    boolean free = i == begin || !Character.isLetterOrDigit(text.charAt(i - 1));
    if (mark.length() == 2) {
      return true;
    }
    if (OPENERS.indexOf(c) >= 0) {
      return !endsWord(text, i, end);
    }
    if (CLOSERS.indexOf(c) >= 0) { // turned by a slip: a closing mark before the first word
      return c == '\u201d' && isFirst(text, begin, i) && letter(text, i + 1, end);
    }
    if (c == '\u2019') {
      return false;
    }
    boolean word = i + 1 < end && !Character.isWhitespace(text.charAt(i + 1));
    if (c == '"') {
      return word && free;
    }
    // a single mark must close again before another word begins with one: 'so' but not 'tis
    return free
        && word
        && !LEFT_OUT.matcher(text).region(i + 1, end).lookingAt()
        && singleCloses(text, i + 1, end, c);
  }

  private static boolean singleCloses(String text, int from, int end, char opener) {
    char closer = opener == '\u2018' ? '\u2019' : '\'';
    for (int i = from + 1; i < end; i++) {
      if (text.charAt(i) == closer
          && !letter(text, i + 1, end)
          && !Character.isWhitespace(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean closes(String text, int i, String mark, String opener, int end) {
    char c = mark.charAt(0);
    char o = opener.charAt(0);
    if (opener.length() == 2) {
      return mark.length() == 2;
    }
    return switch (o) {
      case '"' ->
          (c == '"' && (!letter(text, i + 1, end) || !letter(text, i - 1, end)))
              || (c == '\u201d' && endsWord(text, i, end));
      case '\u201c' -> c == '\u201d' || c == '"' || (c == '\u201c' && endsWord(text, i, end));
      case '\u201e' -> c == '\u201d' || c == '\u201c';
      case '\u00ab' -> c == '\u00bb';
      case '\u2018' -> c == '\u2019' && mark.length() == 1 && !letter(text, i + 1, end);
      default -> c == o && mark.length() == 1 && !letter(text, i + 1, end);
    };
  }

  /** Whether a mark stands where a closing one would: a word before it, none behind. */
  private static boolean endsWord(String text, int i, int end) {
    boolean behind = i > 0 && (letter(text, i - 1, end) || ".,?!".indexOf(text.charAt(i - 1)) >= 0);
    return behind && (i + 1 >= end || " \u00a0,.;:)".indexOf(text.charAt(i + 1)) >= 0);
  }

  private static boolean letter(String text, int i, int end) {
    return i >= 0 && i < end && Character.isLetterOrDigit(text.charAt(i));
  }
}
