package org.chancery.analysis.coding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Takes off a tagged span what belongs to no party, punctuation and bare function words at its
 * ends, and puts to it what was cut off.
 */
final class SpanTrimmer {
  private static final Set<String> EMPTY =
      Set.of(
          "the", "a", "an", "of", "to", "and", "or", "in", "on", "with", "that", "by", "for",
          "from", "at", "as", "his", "her", "its", "their", "this");

  private static final double SURE = 0.5;

  private SpanTrimmer() {}

  /** A tagged party that cuts a name in two, with the whole name. */
  static Span whole(Encoded.Tagged role, List<Encoded.Tagged> names) {
    Span span = role.span();
    for (Encoded.Tagged name : names) {
      if (!role.label().equals("t")
          && name.probability() >= SURE
          && name.span().overlaps(span)
          && !span.contains(name.span())) {
        span = span.union(name.span());
      }
    }
    return span;
  }

  /** A party of which only what stands before its noun is tagged ("Tajik" of "Tajik villagers"). */
  static Span withNoun(String text, Span span, List<Phrases.Hit<Term>> terms) {
    Span whole = span;
    for (Phrases.Hit<Term> hit : terms) {
      Span noun = hit.span();
      if (noun.begin() == span.end() + 1
          && text.charAt(span.end()) == ' '
          && Character.isLowerCase(text.charAt(noun.begin()))
          && noun.end() > whole.end()
          && !genitive(text, span.end())
          && hit.values().stream().anyMatch(term -> term.kind() == Term.Kind.AGENT)) {
        whole = span.union(noun);
      }
    }
    return whole;
  }

  /** The span without such ends, or null when nothing is left. */
  static @Nullable Span trim(String text, Span span) {
    int begin = span.begin();
    int end = span.end();
    while (begin > 0
        && letter(text, begin)
        && (letter(text, begin - 1) || grouped(text, begin) || apostrophe(text, begin))) {
      begin -= apostrophe(text, begin) ? 2 : 1; // a tag may begin or end inside a word
    }
    while (end < text.length() && letter(text, end) && letter(text, end - 1)) {
      end++;
    }
    while (begin < end && !letter(text, begin)) {
      begin++;
    }
    while (end > begin && !letter(text, end - 1) && text.charAt(end - 1) != '.') {
      end--;
    }
    int cut = lastWord(text, begin, end);
    while (cut > begin && EMPTY.contains(text.substring(cut, end).toLowerCase(Locale.ROOT))) {
      end = cut;
      while (end > begin && !letter(text, end - 1)) {
        end--;
      }
      cut = lastWord(text, begin, end);
    }
    if (end - 2 > begin && end > span.begin() && begin < span.begin() && genitive(text, end)) {
      end -= 2; // of "Queensland's" the tag held the "s"
    }
    String left = text.substring(begin, Math.max(begin, end));
    return left.isEmpty() || EMPTY.contains(left.toLowerCase(Locale.ROOT)) || isFragment(left)
        ? null
        : new Span(begin, end);
  }

  /** One letter names nobody but the speaker: initials, "D-Pa.". */
  private static boolean isFragment(String left) {
    return !left.equals("I")
        && left.replace(".", "").length() == 1
        && !Character.isDigit(left.charAt(0));
  }

  /** Whether an apostrophe inside a word stands before {@code at}. */
  private static boolean apostrophe(String text, int at) {
    return at > 1
        && (text.charAt(at - 1) == '\'' || text.charAt(at - 1) == '\u2019')
        && Character.isLetter(text.charAt(at - 2));
  }

  private static boolean genitive(String text, int end) {
    return text.charAt(end - 1) == 's' && apostrophe(text, end - 1);
  }

  /** Whether a comma before {@code at} groups digits, as in 2,000. */
  private static boolean grouped(String text, int at) {
    return at > 1
        && text.charAt(at - 1) == ','
        && Character.isDigit(text.charAt(at))
        && Character.isDigit(text.charAt(at - 2));
  }

  private static int lastWord(String text, int begin, int end) {
    int at = end;
    while (at > begin && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean letter(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || Character.isSurrogate(text.charAt(at));
  }
}
