package org.chancery.analysis.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * The nouns that the numbers of one sentence stand before: "12 young men", "five of their cousins",
 * "15 of the 90 passengers".
 */
final class Nouns {
  private static final int LONGEST = 6;

  /** The end of a word for several. */
  static final String PLURAL = ".*(?:s|men|people|children|troops|personnel|staff|crew|police)";

  private static final String PRONOUN = "(?:.* )?of (?:them|whom|which|these|those)";
  private final CountWords words;
  private final String text;
  private final Tokens tokens;
  private final Map<Span, Quantity> numbers = new HashMap<>();
  private final Map<Quantity, Words> read = new HashMap<>();
  private final List<CountWords.Hit> hits;

  Nouns(
      CountWords words,
      String text,
      Tokens tokens,
      List<Quantity> numbers,
      List<CountWords.Hit> hits) {
    this.words = words;
    this.text = text;
    this.tokens = tokens;
    int first = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Span token = tokens.span(at);
      while (first < numbers.size() && numbers.get(first).span().end() <= token.begin()) {
        first++;
      }
      if (first < numbers.size() && numbers.get(first).span().overlaps(token)) {
        this.numbers.put(token, numbers.get(first));
      }
    }
    this.hits = hits;
  }

  /**
   * Words of a noun.
   *
   * @param begin its first word
   * @param end past its last word; the same as {@code begin} where there is no noun
   * @param of the number of all, in "15 of the 90 passengers"
   */
  record Words(int begin, int end, @Nullable Quantity of) {}

  /** Words of the noun after a quantity. */
  Words words(Quantity quantity) {
    Words known = read.get(quantity);
    if (known == null) {
      known = find(quantity);
      read.put(quantity, known);
    }
    return known;
  }

  private Words find(Quantity quantity) {
    int next = tokens.from(quantity.span().end());
    if (next >= tokens.size() || tokens.breakBefore(next, next)) {
      return new Words(next, next, null);
    }
    int begin = skip(next, "skip");
    String skipped = tokens.words(next, begin - next);
    if (skipped.matches(".*\\bof\\b.*") && begin < tokens.size()) {
      Quantity all = at(tokens.span(begin));
      if (all != null && !all.equals(quantity) && all.unit().isEmpty()) {
        Words whole = words(all);
        return new Words(whole.begin(), whole.end(), all);
      }
    }
    int end = end(next, begin);
    if (skipped.matches(PRONOUN) && !plural(end - 1, begin)) {
      end = begin; // "of them badly", "of these carried food"
    }
    if (skipped.matches("(?:.* )?others")) {
      return new Words(begin - 1, begin, null);
    }
    return new Words(begin, joined(begin, end), null);
  }

  private boolean plural(int at, int begin) {
    return at >= begin && tokens.word(at).matches(PLURAL);
  }

  private int end(int next, int begin) {
    int end = begin;
    while (end < tokens.size()
        && end - begin < LONGEST
        && !tokens.breakBefore(end, next)
        && !words.is("end", tokens.word(end))
        && at(tokens.span(end)) == null
        && !predicate(end, end == begin)
        && !(end > begin && (participle(end) || plural(end - 1)))) {
      end++;
    }
    for (CountWords.Hit hit : hits) { // "prisoners of war"
      if (end > begin
          && hit.pos().equals("noun")
          && hit.span().begin() >= tokens.span(begin).begin()
          && hit.span().begin() < tokens.span(end - 1).end()
          && hit.span().end() > tokens.span(end - 1).end()) {
        return tokens.from(hit.span().end());
      }
    }
    return end;
  }

  /** Whether a word is the plural of what is counted, so that a verb comes next: "bodies lie". */
  private boolean plural(int at) {
    Span span = tokens.span(at);
    CountWords.Hit noun = CountWords.ending(hits, span.end(), "noun");
    return noun != null
        && noun.span().of(text).endsWith("s")
        && span.end() < text.length()
        && text.charAt(span.end()) == ' '
        && at + 1 < tokens.size()
        && !tokens.capital(at + 1);
  }

  /** "Women and teenagers": a second plural that is the end of the noun. */
  private int joined(int begin, int end) {
    int second = end + 1;
    boolean plural =
        end > begin
            && second < tokens.size()
            && tokens.word(end).equals("and")
            && plural(end - 1, begin)
            && plural(second, second)
            && !tokens.breakBefore(end, begin)
            && !tokens.breakBefore(second, begin)
            && !predicate(second, false)
            && !words.is("end", tokens.word(second));
    boolean last =
        second + 1 >= tokens.size()
            || tokens.breakBefore(second + 1, begin)
            || words.is("end", tokens.word(second + 1))
            || predicate(second + 1, false);
    boolean verb = last && second + 1 < tokens.size() && tokens.word(second + 1).equals("that");
    return plural && last && !verb ? second + 1 : end; // "sons and reports that"
  }

  /** The noun that a quantity stands before, whatever it counts. */
  @Nullable Span noun(Quantity quantity) {
    return span(words(quantity));
  }

  /** Where a noun stands, or null where there is none. */
  @Nullable Span span(Words noun) {
    return span(noun.begin(), noun.end());
  }

  /** Some words as one span, or null where there is none. */
  @Nullable Span span(int begin, int end) {
    return end > begin ? tokens.span(begin).union(tokens.span(end - 1)) : null;
  }

  /** What a part is, said of it: "of whom 3 were baseball players". */
  @Nullable Span predicative(Quantity quantity) {
    int be = tokens.from(quantity.span().end());
    while (be < tokens.size() && words.is("skip", tokens.word(be))) {
      be++;
    }
    while (be < tokens.size()
        && be - tokens.from(quantity.span().end()) < 4
        && !tokens.word(be).matches("was|were|are|is|being")
        && !tokens.breakBefore(be, 0)) {
      be++;
    }
    if (be >= tokens.size() || !tokens.word(be).matches("was|were|are|is|being")) {
      return null;
    }
    int begin = be + 1;
    while (begin < tokens.size() && tokens.word(begin).matches("an?|all|both|also|mostly")) {
      begin++;
    }
    if (begin >= tokens.size()
        || tokens.breakBefore(begin, be)
        || CountWords.beginning(hits, tokens.span(begin).begin(), "verb", "state", "intransitive")
            != null) {
      return null;
    }
    int end = end(be, begin);
    boolean one = tokens.word(begin - 1).matches("an?") && end > begin;
    return one || plural(end - 1, begin) ? span(begin, end) : null;
  }

  /** The number that a word is of, or null. */
  @Nullable Quantity at(Span token) {
    return numbers.get(token);
  }

  /** Past the small words of a kind from a word on. */
  int skip(int from, String kind) {
    int at = from;
    boolean again = true;
    while (again && at < tokens.size() && (at == from || !tokens.breakBefore(at, from))) {
      again = false;
      for (int length = 4; length >= 1; length--) {
        if (at + length <= tokens.size() && words.is(kind, tokens.words(at, length))) {
          at += length;
          again = true;
          break;
        }
      }
    }
    return at;
  }

  /** A participle with nothing of the noun after it: "girls kidnapped in April". */
  private boolean participle(int at) {
    int next = at + 1;
    return tokens.word(at).matches("\\p{Ll}{3,}ed")
        && (next >= tokens.size()
            || tokens.breakBefore(next, next)
            || words.is("end", tokens.word(next)));
  }

  /** Whether a participle stands before the plural that it belongs to. */
  private boolean adjective(CountWords.Hit hit) {
    int next = tokens.from(hit.span().end());
    return hit.span().of(text).matches("\\p{Ll}+ing")
        && next < tokens.size()
        && !tokens.breakBefore(next, next)
        && tokens.word(next).endsWith("s")
        && !words.is("end", tokens.word(next))
        && CountWords.beginning(hits, tokens.span(next).begin(), "verb", "state") == null;
  }

  /** Whether a verb or state begins here that is no adjective of a noun after it. */
  private boolean predicate(int at, boolean first) {
    int begin = tokens.span(at).begin();
    CountWords.Hit hit = CountWords.beginning(hits, begin, "state", "verb", "intransitive");
    boolean noun = CountWords.beginning(hits, begin, "noun") != null;
    boolean head = // "six radar stations"
        hit != null && !first && tokens.word(at).matches("\\p{L}{3,}[^s]s") && !plural(at - 1, 0);
    if (first && hit != null && adjective(hit)) {
      return false; // "2,500 striking dockers"
    }
    boolean many = first && tokens.word(at).matches("\\p{L}{3,}[^s]s"); // "34 shelters"
    if (hit == null || many || head || (noun && (first || hit.pos().equals("verb")))) {
      return false;
    }
    int next = tokens.from(hit.span().end());
    return next >= tokens.size()
        || tokens.breakBefore(next, next)
        || words.is("end", tokens.word(next))
        || at(tokens.span(next)) != null
        || hit.pos().equals("intransitive");
  }
}
