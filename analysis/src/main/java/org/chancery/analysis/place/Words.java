package org.chancery.analysis.place;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/** The words of a sentence with what is needed to find names among them. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{L}\\.){2,}|(?:Sa?in|S|Mt|Ft|Pt|Ste?)?t?\\.(?= \\p{Lu})|\\p{L}[\\p{L}\\p{M}'\u2019\u02bb\u02bc\u02bf\u02be]*|\\d+");
  private static final Pattern INSIDE =
      Pattern.compile("[ \u00a0-]|\\. ?|\n| ?/ ?|(?:['\u2019]s )|\u2013");
  private final String text;
  private final List<Span> spans = new ArrayList<>();

  Words(String text, Span sentence) {
    this.text = text;
    Matcher matcher = WORD.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      int end = matcher.end();
      String word = matcher.group();
      if (word.endsWith("'s") || word.endsWith("\u2019s")) {
        end -= 2;
      } else if (word.endsWith("'") || word.endsWith("\u2019")) {
        end -= 1;
      }
      if (end > matcher.start()) {
        spans.add(new Span(matcher.start(), end));
      }
    }
  }

  int size() {
    return spans.size();
  }

  Span span(int i) {
    return spans.get(i);
  }

  String word(int i) {
    return i < 0 || i >= spans.size() ? "" : spans.get(i).of(text);
  }

  boolean isCapital(int i) {
    return i >= 0 && i < spans.size() && Character.isUpperCase(text.charAt(spans.get(i).begin()));
  }

  boolean isNumber(int i) {
    return i >= 0 && i < spans.size() && Character.isDigit(text.charAt(spans.get(i).begin()));
  }

  /** What stands between word {@code i} and the next. */
  String gap(int i) {
    return i < 0 || i + 1 >= spans.size()
        ? ""
        : text.substring(spans.get(i).end(), spans.get(i + 1).begin());
  }

  /** Whether word {@code i} and the next may be parts of one name. */
  boolean joins(int i) {
    return i >= 0 && i + 1 < spans.size() && INSIDE.matcher(gap(i)).matches();
  }

  /** Whether a plain space or hyphen is all between word {@code i} and the next. */
  boolean touches(int i) {
    String gap = gap(i);
    return gap.equals(" ") || gap.equals("-") || gap.equals("\u00a0") || gap.equals("\n");
  }

  Span span(int from, int to) {
    return new Span(spans.get(from).begin(), spans.get(to - 1).end());
  }
}
