package org.chancery.analysis.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the words before a number say of it: "killing 12", "the arrest of 12", "a death toll of 12",
 * "the number of houses destroyed stood at 12".
 */
final class Preceding {
  private static final int FAR = 8;
  private static final String OF = " (?:of|to|at|was|were|with|in|by) ?(?:.* )?";
  private static final String OF_ONLY = " of ?(?:.* )?";
  private static final Pattern NO_OBJECT =
      Pattern.compile("(?s) of\\b.*|.* in (?!all\\b|total\\b).*|.*:.*");
  private static final String NUMBER =
      "that|numbers?|figures?|counts?|tolls?|tally|tallies|totals?";
  private static final Pattern AMONG =
      Pattern.compile(
          "(?i)\\b(?:(?:among|amongst|of) )?(?:the|those|its|their) (?:\\p{L}+ )?(\\p{L}+)(?: (?:also|so far|in \\p{Lu}\\p{L}+))? (?:are|were|is|was|included?|includes) (?:also |at least |about |some |another )?$");
  private static final int AMONG_FAR = 70;
  private static final Pattern NONE =
      Pattern.compile(
          "(?i)\\b(?:none|not one|neither|not a single one) of (?:the |its |his |their )?$");
  private static final int NONE_FAR = 30;
  private final CountWords words;
  private final String text;
  private final Tokens tokens;
  private final Nouns nouns;

  Preceding(CountWords words, String text, Tokens tokens, Nouns nouns) {
    this.words = words;
    this.text = text;
    this.tokens = tokens;
    this.nouns = nouns;
  }

  /** The verb, noun or toll before a number, with only small words between. */
  CountWords.@Nullable Hit before(List<CountWords.Hit> hits, Quantity quantity, boolean own) {
    int at = first(quantity);
    boolean joined = false;
    for (int steps = 0; at >= 0 && steps < FAR; steps++, at--) {
      Span token = tokens.span(at);
      String between = text.substring(token.end(), quantity.span().begin());
      if (between.matches("(?s).*[;.!?].*|.* (?:and|but) that .*")) {
        return null;
      }
      CountWords.Hit toll = CountWords.ending(hits, token.end(), "toll");
      if (toll != null && !toll.weak()) {
        return toll;
      }
      CountWords.Hit verb = CountWords.ending(hits, token.end(), "verb");
      if (verb != null && between.indexOf(',') < 0 && !NO_OBJECT.matcher(between).matches()) {
        return verb;
      }
      CountWords.Hit noun = CountWords.ending(hits, token.end(), "noun");
      if (noun != null && between.indexOf(',') < 0 && between.matches(own ? OF_ONLY : OF)) {
        return noun;
      }
      if (nouns.at(token) == null && !words.is("object", tokens.word(at))) {
        joined |= between.equals(" ") && tokens.word(at).equals("and");
        return joined ? joined(hits, at - 1) : toll(hits, at);
      }
      joined |= between.equals(" ") && tokens.word(at).equals("and");
    }
    return null;
  }

  /** The last word before a number. */
  private int first(Quantity quantity) {
    int at = tokens.from(quantity.span().begin()) - 1;
    while (at >= 0 && tokens.span(at).end() > quantity.span().begin()) {
      at--; // "6-1" is one word of two numbers
    }
    if (group(quantity) == null) {
      return at;
    }
    at -= 2; // "detained a fishing crew of nine"
    for (int back = at; back >= Math.max(0, at - 2); back--) {
      if (tokens.breakBefore(back + 1, 0)) {
        return at;
      }
      if (tokens.word(back).matches("an?|the|his|her|its|their|another|one")) {
        return back;
      }
    }
    return at;
  }

  /** The noun of several that a number is of: "a crew of nine". */
  @Nullable Span group(Quantity quantity) {
    int of = tokens.from(quantity.span().begin()) - 1;
    boolean group =
        of > 0
            && tokens.word(of).equals("of")
            && tokens.span(of).end() + 1 == quantity.span().begin()
            && words.is("group", tokens.word(of - 1));
    return group ? tokens.span(of - 1) : null;
  }

  /** "Among the dead are three policemen". */
  CountWords.@Nullable Hit among(List<CountWords.Hit> hits, Quantity quantity) {
    int begin = quantity.span().begin();
    int from = Math.max(tokens.size() == 0 ? begin : tokens.span(0).begin(), begin - AMONG_FAR);
    Matcher among = AMONG.matcher(text).region(from, begin);
    CountWords.Hit hit =
        among.find()
            ? CountWords.ending(hits, among.end(1), "state", "verb", "noun", "intransitive")
            : null;
    boolean several = // "the victims were 17 drivers"
        hit != null && (hit.pos().equals("state") || hit.span().of(text).endsWith("s"));
    return several || (hit != null && text.regionMatches(true, among.start(), "among", 0, 5))
        ? hit
        : null;
  }

  /** "Taking to 22 the number of those killed": the toll stands behind its number. */
  CountWords.@Nullable Hit inverted(List<CountWords.Hit> hits, Quantity quantity) {
    int from = tokens.from(quantity.span().end());
    int before = tokens.from(quantity.span().begin()) - 1;
    if (before < 0
        || from + 1 >= tokens.size()
        || !tokens.word(before).equals("to")
        || !tokens.word(from).equals("the")) {
      return null;
    }
    boolean number = false;
    CountWords.Hit weak = null;
    for (int at = from + 1; at < Math.min(tokens.size(), from + FAR); at++) {
      if (tokens.breakBefore(at, from)) {
        break;
      }
      number |= tokens.word(at).matches(NUMBER);
      int begin = tokens.span(at).begin();
      CountWords.Hit hit =
          CountWords.beginning(hits, begin, "toll", "state", "verb", "intransitive", "noun");
      if (number && hit != null && !hit.weak()) {
        return hit;
      }
      weak = number && weak == null ? hit : weak;
    }
    return weak;
  }

  /** "15 of the 90 passengers": the number of all, of whom the first number tells something. */
  boolean ofAll(Quantity quantity) {
    return tokens.before(quantity.span()).stream()
        .map(nouns::at)
        .anyMatch(
            part ->
                part != null && !part.equals(quantity) && quantity.equals(nouns.words(part).of()));
  }

  /** Whether a number is of those to whom something did not happen: "none of the 45". */
  boolean none(Quantity quantity) {
    int begin = quantity.span().begin();
    return NONE.matcher(text).region(Math.max(0, begin - NONE_FAR), begin).find();
  }

  /** "Hit a hospital and 50 houses": the verb before a thing that the number is joined to. */
  private CountWords.@Nullable Hit joined(List<CountWords.Hit> hits, int from) {
    int article = -1;
    for (int at = from; at >= Math.max(0, from - FAR / 2); at--) {
      if (tokens.breakBefore(at + 1, 0) || nouns.at(tokens.span(at)) != null) {
        return null;
      }
      CountWords.Hit verb =
          at + 1 == article ? CountWords.ending(hits, tokens.span(at).end(), "verb") : null;
      if (verb != null) {
        return verb;
      }
      if (tokens.word(at).matches("an?|the|his|her|its|their|\\d[\\d,.]*")
          || tokens.word(at).endsWith("'s")) {
        article = at;
      } else if (words.is("end", tokens.word(at))) {
        return null;
      }
    }
    return null;
  }

  /** A toll further before, with nothing but what a toll does between: "toll in Goma rises to". */
  private CountWords.@Nullable Hit toll(List<CountWords.Hit> hits, int from) {
    boolean moved = false;
    for (int at = from; at >= Math.max(0, from - 2 * FAR); at--) {
      CountWords.Hit toll = CountWords.ending(hits, tokens.span(at).end(), "toll");
      if (toll != null) {
        boolean near = moved || from - at <= 1;
        return near && (!toll.weak() || drawn(at + 1, from)) ? toll : null;
      }
      if (at > 0 && tokens.words(at - 1, 2).matches("(?:and|but) that")) {
        return null;
      }
      moved |= words.is("filler", tokens.word(at));
    }
    return null;
  }

  /** "A rally in the capital drew hundreds", "a crowd that reporters put at 20,000". */
  private boolean drawn(int begin, int end) {
    for (int at = begin; at <= end; at++) {
      if (words.is("drawn", tokens.word(at))) {
        return true;
      }
    }
    return false;
  }

  /** What is told to reach a number, and the noun that says who or what. */
  record Reached(CountWords.Hit hit, @Nullable Span noun) {}

  /** "Deaths from the virus reached 970", "the number of houses destroyed stood at 1,660". */
  @Nullable Reached reached(List<CountWords.Hit> hits, Quantity quantity) {
    int at = first(quantity);
    boolean moved = false;
    while (at >= 0 && words.is("reach", tokens.word(at)) && !tokens.breakBefore(at + 1, 0)) {
      moved |= !tokens.word(at).matches("at|to|from|be|is|was|were|now|only");
      at--;
    }
    if (at == first(quantity)) {
      return null;
    }
    CountWords.Hit hit = null;
    for (int back = at; back >= Math.max(0, at - 2 * FAR); back--) {
      if (tokens.breakBefore(back + 1, 0)) {
        break;
      }
      CountWords.Hit here =
          CountWords.ending(hits, tokens.span(back).end(), "state", "verb", "intransitive", "noun");
      here = here == null && hit == null ? force(hits, tokens.span(back)) : here;
      boolean inner = // "brought out" of "brought out alive"
          hit != null && here != null && hit.span().contains(here.span());
      hit = here == null || (here.weak() && hit != null) || inner ? hit : here;
      if (hit != null
          && tokens.word(back).matches(NUMBER)
          && tokens.word(back + 1).matches("of|who|that|killed")) {
        int from = tokens.from(hit.span().begin());
        return new Reached(hit, hit.pos().equals("noun") ? hit.span() : noun(back + 2, from));
      }
      boolean clause =
          tokens.word(back).matches("that|who|which|said|says|when|while|but|after|and");
      if (clause && !(back > 0 && tokens.word(back - 1).matches(NUMBER))) {
        break;
      }
    }
    if (hit != null && hit.pos().equals("toll")) {
      return new Reached(hit, null);
    }
    boolean many = hit != null && hit.pos().equals("noun") && bare(hit);
    boolean changed = // "will raise its forces from 40,000 to 300,000"
        many && hit != null && hit.span().end() == tokens.span(at).end() && changed(hit);
    return (moved || changed) && many && hit != null ? new Reached(hit, hit.span()) : null;
  }

  /** "Will cut its force in the north from 4,500 to 2,500". */
  private CountWords.@Nullable Hit force(List<CountWords.Hit> hits, Span word) {
    CountWords.Hit toll = CountWords.ending(hits, word.end(), "toll");
    return toll != null && toll.counts().equals("deployed") && changed(toll) ? toll : null;
  }

  /** Whether a verb of change stands right before a noun, with its small words between. */
  private boolean changed(CountWords.Hit noun) {
    int from = tokens.from(noun.span().begin()) - 1;
    for (int back = from; back >= Math.max(0, from - 4); back--) {
      if (words.is("change", tokens.word(back))) {
        return !tokens.breakBefore(back + 1, 0);
      }
    }
    return false;
  }

  /** A plural or a count that stands for many: "deaths", "expulsions", no "the attack reached". */
  private boolean bare(CountWords.Hit hit) {
    return hit.span().of(text).endsWith("s");
  }

  private @Nullable Span noun(int begin, int end) {
    int to = begin;
    while (to < end && !words.is("end", tokens.word(to)) && !tokens.word(to).matches("those|the")) {
      to++;
    }
    return nouns.span(begin, to);
  }
}
