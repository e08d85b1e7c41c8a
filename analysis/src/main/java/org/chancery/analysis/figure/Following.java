package org.chancery.analysis.figure;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words behind a noun say of it: "12 people were killed", "12 dead", "12 have fled". */
final class Following {
  /** Opens a parenthesis. */
  private static final Pattern DASH = Pattern.compile(" [-\u2013\u2014] ");

  private static final int FAR = 8;
  private static final String BE = ".*\\b(?:was|were|is|are|be|been|being|got)\\b.*";
  private static final String ACTIVE = ".*\\b(?:had|has|have|will|would|could|may|might)\\b.*";
  private static final Pattern PARTICIPLE =
      Pattern.compile("(?i)(?:\\p{L}+ed|hurt|slain|held|lost)(?: [\\p{L} ]+)?");
  private static final String FINITE = "was|were|are|have|had|has|is";
  private static final String RELATIVE = "who|which|that";
  private static final String CLAUSE = "when|after|as|while|before|since|until|because|if";
  private final CountWords words;
  private final String text;
  private final Tokens tokens;
  private final Nouns nouns;

  Following(CountWords words, String text, Tokens tokens, Nouns nouns) {
    this.words = words;
    this.text = text;
    this.tokens = tokens;
    this.nouns = nouns;
  }

  /** A participle, state or intransitive verb that follows, with auxiliaries between. */
  CountWords.@Nullable Hit after(List<CountWords.Hit> hits, int from, boolean crossing) {
    int at = from;
    String skipped = "";
    while (at < tokens.size()
        && at - from < FAR
        && ((crossing && at == from) || !tokens.breakBefore(at, from))) {
      int begin = tokens.span(at).begin();
      CountWords.Hit state = CountWords.beginning(hits, begin, "state");
      CountWords.Hit verb = CountWords.beginning(hits, begin, "verb");
      CountWords.Hit active = CountWords.beginning(hits, begin, "intransitive");
      int past = nouns.skip(at, "auxiliary");
      boolean small = // "left lightly wounded"
          past > at && beyond(past, state) && beyond(past, verb) && beyond(past, active);
      if (!small && (state != null || verb != null || active != null)) {
        boolean infinitive =
            skipped.endsWith(" to") && !skipped.matches(BE + "|.*\\bha[sd]\\b.*|.*\\bhave\\b.*");
        return infinitive ? null : longest(state, verb, active, skipped);
      }
      int next = one(at);
      if (next == at) {
        return null;
      }
      skipped += " " + tokens.words(at, next - at);
      at = next;
    }
    return null;
  }

  /**
   * The state, else the passive, else the active verb, unless that is longer: "lost their lives".
   */
  private CountWords.@Nullable Hit longest(
      CountWords.@Nullable Hit state,
      CountWords.@Nullable Hit verb,
      CountWords.@Nullable Hit active,
      String skipped) {
    boolean be = skipped.matches(BE);
    CountWords.Hit passive = verb == null ? null : passive(verb, skipped);
    CountWords.Hit best = passive != null && (active == null || be) ? passive : active;
    if (state == null || (best != null && best.span().length() > state.span().length())) {
      return best;
    }
    boolean bare = !be && PARTICIPLE.matcher(state.span().of(text)).matches();
    if (bare && object(tokens.from(state.span().end()))) {
      return best; // "60 homes lost power"
    }
    return new CountWords.Hit(state.row(), state.span(), true, bare);
  }

  /** Whether an object begins at a word. */
  private boolean object(int next) {
    return next < tokens.size()
        && !tokens.breakBefore(next, next)
        && (nouns.at(tokens.span(next)) != null
            || !words.is("end", tokens.word(next))
            || tokens.word(next).matches("the|a|an|his|her|their|its"));
  }

  private boolean beyond(int past, CountWords.@Nullable Hit hit) {
    return hit == null || past > tokens.from(hit.span().end());
  }

  /** Past one auxiliary, or the same place. */
  private int one(int at) {
    for (int length = 4; length >= 1; length--) {
      if (at + length <= tokens.size() && words.is("auxiliary", tokens.words(at, length))) {
        return at + length;
      }
    }
    return at;
  }

  /** "12 soldiers killed two civilians" is no passive, nor is "soldiers to train". */
  private CountWords.@Nullable Hit passive(CountWords.Hit hit, String skipped) {
    boolean be = skipped.matches(BE);
    if (!hit.participle() || (!be && skipped.matches(ACTIVE))) {
      return null;
    }
    boolean object = !be && object(tokens.from(hit.span().end()));
    return object ? null : new CountWords.Hit(hit.row(), hit.span(), true, !be);
  }

  /** "Girls kidnapped last week have been freed": the verb that the participle is no part of. */
  CountWords.@Nullable Hit mainVerb(List<CountWords.Hit> hits, CountWords.Hit participle) {
    int from = tokens.from(participle.span().end());
    for (int at = from; at < Math.min(tokens.size(), from + 2 * FAR); at++) {
      Quantity number = nouns.at(tokens.span(at));
      if (tokens.breakBefore(at, from) || (number != null && number.low() != null)) {
        return null;
      }
      if (tokens.word(at).matches(FINITE)) {
        return after(hits, at, true);
      }
    }
    return null;
  }

  /** The same beyond a parenthesis: "12 people, among them four children, were killed". */
  CountWords.@Nullable Hit later(List<CountWords.Hit> hits, int from, boolean named) {
    if (from >= tokens.size() || from == 0) {
      return null;
    }
    int before = tokens.span(from - 1).end();
    boolean dash = DASH.matcher(text).region(before, tokens.end()).lookingAt();
    int comma = dash ? before + 1 : text.indexOf(',', before);
    boolean bracket = text.startsWith(" (", before);
    comma = bracket ? before + 1 : comma;
    boolean here = dash || (comma >= 0 && comma <= before + 1);
    char closer = dash ? text.charAt(comma) : bracket ? ')' : ',';
    int close = here ? text.indexOf(closer, comma + 1) : -1;
    while (close > 0 && close + 1 < text.length() && Character.isDigit(text.charAt(close + 1))) {
      close = text.indexOf(',', close + 1); // "8,000"
    }
    if (close >= 0 && close < tokens.end() && close - comma < 90) {
      return after(hits, tokens.from(close + 1), true);
    }
    // "12 people in three villages were killed": up to the first verb in reach; behind a relative
    // clause the last, "who had fled their post gave themselves up"
    boolean relative = false;
    CountWords.Hit last = null;
    for (int at = from;
        at < Math.min(tokens.size(), from + (relative ? 2 * FAR : FAR))
            && !tokens.breakBefore(at, from);
        at++) {
      String word = tokens.word(at);
      boolean subject = // "of 530 aboard only 104 were saved"
          nouns.at(tokens.span(at)) != null
              && at + 1 < tokens.size()
              && tokens.word(at + 1).matches(FINITE);
      if (subject || word.matches(CLAUSE)) {
        return last;
      }
      if (word.matches(RELATIVE)) {
        if (at > 0 && tokens.word(at - 1).matches("in|at|on|by|for|to|from|with|during")) {
          return last; // "strikes in which 12 died"
        }
        relative = true;
      }
      CountWords.Hit hit = word.matches(FINITE) ? after(hits, at, true) : null;
      if (word.matches(FINITE) && !relative) {
        return hit;
      }
      int begin = tokens.span(at).begin();
      boolean infinitive = // "in the desert"
          at > 0 && tokens.word(at - 1).matches("to|the|an?|its|his|her|their");
      if (hit == null && !infinitive) {
        hit = CountWords.beginning(hits, begin, "intransitive");
      }
      CountWords.Hit slain = CountWords.beginning(hits, begin, "verb");
      if (hit == null
          && named
          && !relative
          && at > from
          && slain != null
          && passive(slain, "") != null) {
        hit = slain; // "1,000 members of the community slain in two days"
      }
      if (hit != null && !relative) {
        return hit;
      }
      last = hit == null ? last : hit;
    }
    return last;
  }
}
