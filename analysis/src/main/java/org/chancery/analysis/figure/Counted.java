package org.chancery.analysis.figure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of one sentence count, by the words beside it ({@code figures/counts.tsv}): the
 * participle or state after the noun ("12 people were killed", "12 dead"), the verb before
 * ("killing 12"), the noun itself ("12 deaths") or a toll before ("a death toll of 12").
 */
final class Counted {
  private static final int LONGEST_NOUN = 6;
  private static final int FAR = 8;
  private static final String BE = ".*\\b(?:was|were|is|are|be|been|being|got)\\b.*";
  private final CountWords words;
  private final String text;
  private final Tokens tokens;
  private final List<Quantity> others;
  private final List<Phrases.Hit<Row>> hits;
  private final Frames frames;

  /** Reads one sentence with all its quantities. */
  Counted(CountWords words, String text, Span sentence, List<Quantity> quantities) {
    this.words = words;
    this.text = text;
    this.tokens = new Tokens(text, sentence);
    this.others = quantities;
    this.hits = words.in(text, sentence);
    this.frames = new Frames(words.framesIn(text, sentence), tokens);
  }

  /**
   * What a quantity counts.
   *
   * @param noun what is counted as it stands, or null
   * @param cue the words that say what happened to it, or null when it is inherited
   * @param after whether those words stand after the noun
   * @param weak whether only the noun says so ("soldiers")
   */
  record Count(
      String counts,
      String unit,
      @Nullable Span noun,
      @Nullable Span cue,
      boolean weak,
      boolean after) {}

  /** What a quantity counts, or null when nothing beside it says so. */
  @Nullable Count of(Quantity quantity) {
    int[] range = range(quantity);
    int begin = range[0];
    int end = range[1];
    Span noun = end > begin ? tokens.span(begin).union(tokens.span(end - 1)) : null;
    if (!quantity.unit().isEmpty() && !quantity.unit().equals("percent")) {
      return new Count("money", quantity.unit(), null, null, false, false);
    }
    Frames.Framed framed =
        frames.around(
            tokens.from(quantity.span().begin()),
            begin,
            token -> numeral(token) || words.is("object", token.of(text).toLowerCase(Locale.ROOT)));
    if (framed != null) {
      int last = Math.min(end, framed.tail());
      Span kept = last > begin ? tokens.span(begin).union(tokens.span(last - 1)) : null;
      return count(new CountWords.Hit(framed.row(), framed.head()), kept);
    }
    Span goods = noun == null ? null : goods(end, quantity);
    if (goods != null && noun != null && own(noun) != null) {
      return new Count("aid", lastWord(noun.of(text)), goods, noun, false, false);
    }
    CountWords.Hit after = after(end, false);
    if (after != null) {
      CountWords.Hit main = after.reduced() ? mainVerb(after) : null;
      return count(main == null ? after : main, noun);
    }
    CountWords.Hit before = before(quantity);
    CountWords.Hit own = noun == null ? null : own(noun);
    boolean strong = own != null && own.row().get("weak").isEmpty();
    if (before != null
        && own != null
        && !own.row().get("unit").equals("people")
        && (before.row().get("weak").equals("persons")
            || (before.row().get("counts").equals("weapons")
                && own.row().get("counts").equals("aid")))) {
      before = null; // "lost 64 seats"
    }
    if (before != null
        && (!before.row().get("pos").equals("toll") || own == null)
        && !(strong && !before.row().get("weak").isEmpty())) {
      return count(before, noun);
    }
    if (strong && own != null) {
      return count(own, noun);
    }
    CountWords.Hit later = later(end);
    if (later != null) {
      return count(later, noun);
    }
    if (own != null) {
      return count(own, noun);
    }
    CountWords.Hit first = noun == null ? null : modifier(noun);
    return first == null ? null : count(first, noun);
  }

  /** The same of another quantity, with its own noun. */
  Count like(Count count, Quantity quantity) {
    Span noun = noun(quantity);
    noun = noun == null || tellsState(noun) ? null : noun;
    return new Count(count.counts(), count.unit(), noun, count.cue(), false, count.after());
  }

  /** "6,644 wounded", "two of them badly": what stands after the number names nobody. */
  private boolean tellsState(Span noun) {
    String own = noun.of(text);
    CountWords.Hit state = CountWords.hit(hits, noun.begin(), Set.of("state"));
    return (state != null && state.span().equals(noun))
        || (own.length() > 5 && own.endsWith("ly") && own.indexOf(' ') < 0);
  }

  /** The noun that a quantity stands before, whatever it counts. */
  @Nullable Span noun(Quantity quantity) {
    int[] range = range(quantity);
    return range[1] > range[0] ? tokens.span(range[0]).union(tokens.span(range[1] - 1)) : null;
  }

  /** First and past-the-last word of the noun after a quantity. */
  private int[] range(Quantity quantity) {
    int next = tokens.from(quantity.span().end());
    int begin = skip(next, "skip");
    int end = begin;
    while (end < tokens.size()
        && end - begin < LONGEST_NOUN
        && !tokens.breakBefore(end, next)
        && !words.is("end", tokens.word(end))
        && !numeral(tokens.span(end))
        && !predicate(end, end == begin)
        && !(end > begin && participle(end))) {
      end++;
    }
    return new int[] {begin, end};
  }

  /** What stands after a measure of goods: "tonnes of wheat". */
  private @Nullable Span goods(int of, Quantity quantity) {
    if (of + 1 >= tokens.size() || !tokens.word(of).equals("of") || of == 0) {
      return null;
    }
    CountWords.Hit measure = CountWords.ending(hits, tokens.span(of - 1).end(), Set.of("noun"));
    if (measure == null || !measure.row().get("counts").equals("aid")) {
      return null;
    }
    int[] range = range(new Quantity(quantity.span().union(tokens.span(of)), 0L, 0L, ""));
    return range[1] > range[0] ? tokens.span(range[0]).union(tokens.span(range[1] - 1)) : null;
  }

  /**
   * Whether the words before a bare number give another count of the same ("the union says 73").
   */
  boolean again(Quantity quantity) {
    int at = tokens.from(quantity.span().begin());
    for (int length = 1; length <= 4 && length <= at; length++) {
      if (words.is("again", tokens.words(at - length, length))
          && tokens.span(at - 1).end() + 1 >= quantity.span().begin()) {
        return true;
      }
    }
    return false;
  }

  private Count count(CountWords.Hit hit, @Nullable Span noun) {
    String unit = hit.row().get("unit");
    if (unit.isEmpty()) {
      unit = noun == null ? "" : lastWord(noun.of(text));
    }
    return new Count(
        hit.row().get("counts"),
        unit,
        noun == null || tellsState(noun) ? null : noun,
        hit.span(),
        hit.row().get("weak").equals("weak"),
        noun == null || hit.span().begin() >= noun.end());
  }

  private static String lastWord(String words) {
    return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  /** A participle, state or intransitive verb that follows the noun, with auxiliaries between. */
  private CountWords.@Nullable Hit after(int from, boolean crossing) {
    int at = from;
    boolean auxiliary = false;
    while (at < tokens.size()
        && at - from < FAR
        && ((crossing && at == from) || !tokens.breakBefore(at, from))) {
      CountWords.Hit hit =
          CountWords.hit(hits, tokens.span(at).begin(), Set.of("state", "verb", "intransitive"));
      if (hit != null && !hit.row().get("pos").equals("verb")) {
        return hit;
      }
      if (hit != null) {
        // "12 soldiers killed two civilians" is no passive
        int next = tokens.from(hit.span().end());
        boolean object =
            !auxiliary
                && next < tokens.size()
                && !tokens.breakBefore(next, next)
                && (numeral(tokens.span(next))
                    || !words.is("end", tokens.word(next))
                    || tokens.word(next).matches("the|a|an|his|her|their|its"));
        return object ? null : new CountWords.Hit(hit.row(), hit.span(), !auxiliary);
      }
      int skipped = skip(at, "auxiliary");
      if (skipped == at) {
        return null;
      }
      auxiliary |= tokens.words(at, skipped - at).matches(BE);
      at = skipped;
    }
    return null;
  }

  /** "Girls kidnapped last week have been freed": the verb that the participle is no part of. */
  private CountWords.@Nullable Hit mainVerb(CountWords.Hit participle) {
    int from = tokens.from(participle.span().end());
    for (int at = from; at < Math.min(tokens.size(), from + 2 * FAR); at++) {
      if (tokens.breakBefore(at, from) || numeralWord(tokens.span(at))) {
        return null;
      }
      if (tokens.word(at).matches("was|were|are|have|had|has|is")) {
        return after(at, true);
      }
    }
    return null;
  }

  private boolean numeralWord(Span token) {
    return others.stream().anyMatch(q -> q.span().overlaps(token) && q.low() != null);
  }

  /** The same beyond a parenthesis: "12 people, among them four children, were killed". */
  private CountWords.@Nullable Hit later(int from) {
    if (from >= tokens.size() || from == 0) {
      return null;
    }
    int comma = text.indexOf(',', tokens.span(from - 1).end());
    boolean here = comma >= 0 && comma <= tokens.span(from - 1).end() + 1;
    int close = here ? text.indexOf(',', comma + 1) : -1;
    if (close >= 0 && close < tokens.end() && close - comma < 90) {
      return after(tokens.from(close + 1), true);
    }
    // "12 people in three villages were killed": up to the first verb in reach
    for (int at = from;
        at < Math.min(tokens.size(), from + FAR) && !tokens.breakBefore(at, from);
        at++) {
      if (tokens.word(at).matches("was|were|are|have|had|has|is")) {
        return after(at, true);
      }
      if (tokens.word(at).matches("who|which|that|when|after|as|while|before|since")) {
        return null;
      }
      CountWords.Hit died = CountWords.hit(hits, tokens.span(at).begin(), Set.of("intransitive"));
      if (died != null) {
        return died; // "six policemen and a driver died"
      }
    }
    return null;
  }

  private CountWords.@Nullable Hit before(Quantity quantity) {
    int at = tokens.from(quantity.span().begin()) - 1;
    while (at >= 0 && tokens.span(at).end() > quantity.span().begin()) {
      at--; // "6-1" is one word of two numbers
    }
    for (int steps = 0; at >= 0 && steps < FAR; steps++, at--) {
      Span token = tokens.span(at);
      String between = text.substring(token.end(), quantity.span().begin());
      if (between.matches("(?s).*[;.!?].*")) {
        return null;
      }
      CountWords.Hit toll = CountWords.ending(hits, token.end(), Set.of("toll"));
      if (toll != null) {
        return toll;
      }
      CountWords.Hit verb = CountWords.ending(hits, token.end(), Set.of("verb"));
      verb = verb == null ? CountWords.ending(hits, token.end(), Set.of("noun")) : verb;
      boolean noun = verb != null && verb.row().get("pos").equals("noun");
      if (verb != null
          && between.indexOf(',') < 0
          && (!noun || between.matches(" (?:of|to|at|was|were|with|in) ?(?:.* )?"))) {
        return verb;
      }
      if (!numeral(token) && !words.is("object", tokens.word(at))) {
        return toll(at);
      }
    }
    return null;
  }

  /** A toll further before, with nothing but what a toll does between: "toll in Goma rises to". */
  private CountWords.@Nullable Hit toll(int from) {
    boolean moved = false;
    for (int at = from; at >= Math.max(0, from - 2 * FAR); at--) {
      CountWords.Hit toll = CountWords.ending(hits, tokens.span(at).end(), Set.of("toll"));
      if (toll != null) {
        return moved || from - at <= 1 ? toll : null;
      }
      moved |= words.is("filler", tokens.word(at));
    }
    return null;
  }

  /** The noun itself, by its last word or words. */
  private CountWords.@Nullable Hit own(Span noun) {
    CountWords.Hit best = null;
    for (Phrases.Hit<Row> hit : hits) {
      if (noun.contains(hit.span())) {
        for (Row row : hit.values()) {
          if (row.get("pos").equals("noun") && (hit.span().end() == noun.end() || best == null)) {
            best = new CountWords.Hit(row, hit.span());
          }
        }
      }
    }
    return best;
  }

  /** A participle before the noun: "30 wounded soldiers". */
  private CountWords.@Nullable Hit modifier(Span noun) {
    return CountWords.hit(hits, noun.begin(), Set.of("state", "verb"));
  }

  /** A participle with nothing of the noun after it: "girls kidnapped in April". */
  private boolean participle(int at) {
    int next = at + 1;
    return tokens.word(at).matches("\\p{Ll}{3,}ed")
        && (next >= tokens.size()
            || tokens.breakBefore(next, next)
            || words.is("end", tokens.word(next)));
  }

  /** Whether a verb or state begins here that is no adjective of a noun after it. */
  private boolean predicate(int at, boolean first) {
    CountWords.Hit hit =
        CountWords.hit(hits, tokens.span(at).begin(), Set.of("state", "verb", "intransitive"));
    if (hit == null
        || (CountWords.hit(hits, tokens.span(at).begin(), Set.of("noun")) != null
            && hit.row().get("pos").equals("verb"))) {
      return false;
    }
    if (first && CountWords.hit(hits, tokens.span(at).begin(), Set.of("noun")) != null) {
      return false;
    }
    int next = tokens.from(hit.span().end());
    return next >= tokens.size()
        || tokens.breakBefore(next, next)
        || words.is("end", tokens.word(next))
        || hit.row().get("pos").equals("intransitive");
  }

  private int skip(int from, String kind) {
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

  private boolean numeral(Span token) {
    return others.stream().anyMatch(q -> q.span().overlaps(token));
  }
}
