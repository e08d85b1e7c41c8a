package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/** The words of a sentence, in lower case, with their places. */
final class Tokens {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}'\u2019.-]*[\\p{L}\\p{Nd}]|[\\p{L}\\p{Nd}]");
  private final String text;
  private final Span sentence;
  private final List<Span> spans = new ArrayList<>();

  /** Ends of quantities that take a comma with them: "hundreds, if not thousands,". */
  private final Set<Integer> commas = new HashSet<>();

  Tokens(String text, Span sentence, List<Quantity> quantities) {
    this.text = text;
    this.sentence = sentence;
    for (Quantity quantity : quantities) {
      int end = quantity.span().end();
      if (text.charAt(end - 1) == ',') {
        commas.add(end);
      }
    }
    Matcher word = WORD.matcher(text).region(sentence.begin(), sentence.end());
    while (word.find()) {
      spans.add(new Span(word.start(), word.end()));
    }
  }

  int size() {
    return spans.size();
  }

  int end() {
    return sentence.end();
  }

  Span span(int at) {
    return spans.get(at);
  }

  String word(int at) {
    String own = spans.get(at).of(text);
    return own.equals("US") ? own : own.toLowerCase(Locale.ROOT); // no pronoun
  }

  /** Whether a word begins with a capital. */
  boolean capital(int at) {
    return Character.isUpperCase(text.charAt(spans.get(at).begin()));
  }

  /** Some words in a row, a space between. */
  String words(int at, int length) {
    StringBuilder words = new StringBuilder();
    for (int i = at; i < at + length; i++) {
      words.append(i > at ? " " : "").append(word(i));
    }
    return words.toString();
  }

  /** Index of the first word that begins at or after an offset. */
  int from(int offset) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).begin() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The four words before a span, the nearest first. */
  List<Span> before(Span span) {
    int at = from(span.begin());
    List<Span> before = new ArrayList<>();
    for (int back = at - 1; back >= Math.max(0, at - 4); back--) {
      before.add(spans.get(back));
    }
    return before;
  }

  /** Whether a comma, bracket, dash or mark stands between a word and the one before it. */
  boolean breakBefore(int at, int from) {
    if (at == 0 || at >= spans.size()) {
      return false; // nothing stands there, as before a number that ends the sentence
    }
    if (commas.contains(spans.get(at).begin() - 1)) {
      return false;
    }
    String between = text.substring(spans.get(at - 1).end(), spans.get(at).begin());
    return at >= from && !between.isBlank() && !between.matches("-|[\\s\"\u201c\u201d']*");
  }
}
