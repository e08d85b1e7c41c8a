package org.chancery.analysis.figure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of one sentence count, by the words beside it ({@code figures/counts.tsv}): the
 * participle or state after the noun ("12 people were killed", "12 dead"), the verb before
 * ("killing 12"), the noun itself ("12 deaths") or a toll before ("a death toll of 12").
 */
final class Counted {
  /** Counts of persons and of vehicles alike. */
  private static final Set<String> MOVED = Set.of("deployed", "withdrawn");

  private static final Set<String> BROKEN = Set.of("destroyed", "damaged");

  /** Characters beside a number. */
  private static final int NEAR = 30;

  private final CountWords words;
  private final String text;
  private final Tokens tokens;
  private final List<CountWords.Hit> all;
  private final Frames frames;
  private final Nouns nouns;
  private final Contained contained;
  private final Following following;
  private final Preceding preceding;

  /** Reads one sentence with all its quantities. */
  Counted(CountWords words, String text, Span sentence, List<Quantity> quantities) {
    this.words = words;
    this.text = text;
    this.tokens = new Tokens(text, sentence, quantities);
    this.all = words.in(text, sentence, quantities);
    this.nouns = new Nouns(words, text, tokens, quantities, all);
    this.frames =
        new Frames(words.framesIn(text, sentence), tokens, token -> nouns.at(token) != null);
    this.contained = new Contained(words, tokens, all, nouns);
    this.following = new Following(words, text, tokens, nouns);
    this.preceding = new Preceding(words, text, tokens, nouns);
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
    if (!quantity.unit().isEmpty() && !quantity.unit().equals("percent")) {
      return new Count("money", quantity.unit(), null, null, false, false);
    }
    if (all.stream().anyMatch(hit -> hit.span().contains(quantity.span()))) {
      return null; // "living in 141 shelters"
    }
    if (preceding.none(quantity)) {
      return null;
    }
    Nouns.Words range = nouns.words(quantity);
    int end = range.end();
    Span noun = nouns.span(range);
    noun = noun == null ? preceding.group(quantity) : noun;
    boolean thing = nouns.thing(noun);
    boolean troops = nouns.troops(noun);
    List<CountWords.Hit> hits = all.stream().filter(hit -> hit.fits(thing, troops)).toList();
    if (preceding.ofAll(quantity)) {
      CountWords.Hit state = following.after(hits, end, false);
      boolean beside = // "the 276 abducted in 2014"
          state != null
              && (state.pos().equals("state") || state.reduced())
              && state.span().begin() == tokens.span(end).begin();
      return beside && state != null ? count(state, noun) : null;
    }
    Count told = told(hits, quantity, range.begin());
    if (told != null) {
      return told;
    }
    CountWords.Hit among = preceding.among(hits, quantity);
    if (among != null) {
      return count(among, noun);
    }
    CountWords.Hit dead = noun == null ? null : nouns.own(hits, noun);
    if (dead != null && noun != null && words.is("dead", nouns.last(noun))) {
      return count(dead, noun); // "brought out 61 bodies"
    }
    Frames.Framed framed =
        frames.around(
            tokens.from(quantity.span().begin()),
            range.begin(),
            token ->
                nouns.at(token) != null
                    || words.is("object", token.of(text).toLowerCase(Locale.ROOT)),
            row -> CountWords.fitting(row, thing, troops));
    if (framed != null) {
      Span kept = nouns.span(range.begin(), Math.min(end, framed.tail()));
      return count(new CountWords.Hit(framed.row(), framed.head()), kept);
    }
    CountWords.Hit about = noun == null ? null : contained.about(end);
    if (about != null) {
      return new Count( // "210 cases of gunshot injury"
          about.counts(), about.row().get("unit"), noun, about.span(), false, false);
    }
    Span goods = noun == null ? null : contained.goods(end, quantity);
    if (goods != null && noun != null && nouns.own(hits, noun) != null) {
      return words.is("no aid", nouns.last(goods))
          ? null
          : new Count("aid", nouns.last(noun), goods, noun, false, false);
    }
    boolean size = // "a tanker of 318,000 tonnes"
        noun != null
            && words.is("measure", nouns.last(noun))
            && text.startsWith(" of ", quantity.span().begin() - 4);
    return size ? null : beside(hits, quantity, end, noun);
  }

  /** "The 1,200-strong contingent", "attacks, 42 in all". */
  private @Nullable Count told(List<CountWords.Hit> hits, Quantity quantity, int next) {
    int stop = quantity.span().end();
    String after = text.substring(stop, Math.min(tokens.end(), stop + NEAR));
    if (after.startsWith("-strong ")) {
      int at = tokens.from(quantity.span().end() + "-strong".length());
      boolean force = at < tokens.size() && words.is("strong", tokens.word(at));
      return force ? new Count("deployed", "people", tokens.span(at), null, false, false) : null;
    }
    int start = quantity.span().begin();
    String before = text.substring(Math.max(0, start - NEAR), start);
    if (Votes.around(before, after)) {
      Span noun = next < tokens.size() ? nouns.noun(quantity) : null;
      return new Count("votes", "votes", noun, null, false, false);
    }
    int at = tokens.from(quantity.span().begin()) - 1;
    if (next <= tokens.from(quantity.span().end())
        && at >= 0
        && tokens.breakBefore(at + 1, 0)
        && after.matches("(?s) (?:in all|in total|altogether)\\b.*")) {
      CountWords.Hit noun = CountWords.ending(hits, tokens.span(at).end(), "noun");
      return noun == null ? null : count(noun, noun.span());
    }
    return null;
  }

  private @Nullable Count beside(
      List<CountWords.Hit> hits, Quantity quantity, int end, @Nullable Span noun) {
    CountWords.Hit own = noun == null ? null : nouns.own(hits, noun);
    boolean strong = own != null && own.row().get("weak").isEmpty();
    boolean goods = own != null && !own.row().get("unit").equals("people");
    CountWords.Hit before = preceding.before(hits, quantity, own != null);
    if (before != null && own != null && goods && personal(before, own)) {
      before = null; // "lost 64 seats", "sent 2.5 million meals"
    }
    CountWords.Hit after = following.after(hits, end, false);
    boolean verb = before != null && before.pos().equals("verb") && !before.weak();
    boolean vote = after != null && after.counts().equals("votes") && after.pos().equals("state");
    if (vote && own != null && !own.counts().equals("votes")) {
      after = null; // "violations against children"
    }
    if (after != null
        && !(after.reduced() && verb)
        && !(own != null && goods && personal(after, own))
        && !(!after.row().get("weak").isEmpty() && strong)) {
      CountWords.Hit main = after.reduced() ? following.mainVerb(hits, after) : null;
      return count(main == null ? after : main, noun);
    }
    if (before != null
        && (!before.pos().equals("toll") || own == null)
        && !(strong && !before.row().get("weak").isEmpty())
        && !(own != null && before.weak())) {
      return count(before, noun);
    }
    if (strong && own != null) {
      return count(own, noun);
    }
    Preceding.Reached reached = noun == null ? preceding.reached(hits, quantity) : null;
    if (reached != null) {
      return count(reached.hit(), reached.noun());
    }
    CountWords.Hit later = following.later(hits, end, noun != null);
    if (later != null) {
      return count(later, noun);
    }
    if (own != null) {
      return count(own, noun);
    }
    CountWords.Hit first =
        noun == null ? null : CountWords.beginning(hits, noun.begin(), "state", "verb");
    boolean plural = first != null && first.span().of(text).endsWith("s"); // "five charges"
    return plural || first == null ? null : count(first, noun);
  }

  /** Whether a verb is of persons, so that goods beside it are no object of its. */
  private static boolean personal(CountWords.Hit verb, CountWords.Hit goods) {
    boolean moved = MOVED.contains(verb.counts()) && goods.counts().equals("deployed");
    return (verb.row().get("unit").equals("people") && !moved)
        || (verb.counts().equals("weapons") && goods.counts().equals("aid"));
  }

  /** The same of another quantity, with its own noun. */
  Count like(Count count, Quantity quantity) {
    Span noun = noun(quantity);
    noun = noun == null || nouns.tellsState(noun) ? null : noun;
    return new Count(count.counts(), count.unit(), noun, count.cue(), false, count.after());
  }

  /** The same of a part of it. */
  Count part(Count count, Quantity quantity) {
    Count like = like(count, quantity);
    Span said = like.noun() == null ? nouns.predicative(quantity) : null;
    return said == null
        ? like
        : new Count(like.counts(), like.unit(), said, like.cue(), false, like.after());
  }

  /** "41 others": more of what was counted last. */
  boolean others(Quantity quantity) {
    Span noun = nouns.noun(quantity);
    return noun != null && noun.of(text).equals("others");
  }

  /** A share, and whose it is: "61 per cent are women". */
  Count share(Quantity quantity) {
    Span noun = nouns.noun(quantity);
    Span whose = noun == null ? nouns.predicative(quantity) : noun;
    return new Count("share", "percent", whose, null, false, false);
  }

  /** The noun that a quantity stands before, whatever it counts. */
  @Nullable Span noun(Quantity quantity) {
    return nouns.noun(quantity);
  }

  /**
   * Whether the words before a bare number give another count of the same ("the union says 73").
   */
  boolean again(Quantity quantity) {
    int at = tokens.from(quantity.span().begin());
    for (int length = 1; length <= 4 && length <= at; length++) {
      if (words.is("again", tokens.words(at - length, length))
          && tokens.span(at - 1).end() + 2 >= quantity.span().begin()) { // a quotation mark between
        return true;
      }
    }
    return false;
  }

  /** Whether any word among others says what is counted. */
  boolean tells(Span words) {
    return all.stream().anyMatch(hit -> words.contains(hit.span()));
  }

  /** Whether a count is of buildings and other things that break. */
  boolean broken(Count count) {
    return BROKEN.contains(count.counts());
  }

  /** Whether things are counted beside persons: "captured hundreds of men and 92 villages". */
  boolean unlike(Count count, Quantity quantity) {
    Span noun = nouns.noun(quantity);
    boolean place = !count.unit().equals("people") && !BROKEN.contains(count.counts());
    return noun != null && (count.unit().equals("people") || place) && nouns.thing(noun);
  }

  private @Nullable Count count(CountWords.Hit hit, @Nullable Span noun) {
    if (noun != null
        && hit.row().get("unit").equals("people")
        && !MOVED.contains(hit.counts())
        && words.isThing(nouns.last(noun))) {
      return null; // "200 sheep were killed"
    }
    if (noun == null && hit.pos().equals("toll") && hit.span().of(text).endsWith("eaths")) {
      return new Count(hit.counts(), "people", hit.span(), hit.span(), false, true);
    }
    String unit = hit.row().get("unit");
    if (unit.isEmpty()) {
      unit = noun == null ? "" : nouns.last(noun);
    }
    return new Count(
        hit.counts(),
        unit,
        noun == null || nouns.tellsState(noun) ? null : noun,
        hit.span(),
        hit.weak(),
        noun == null || hit.span().begin() >= noun.end());
  }
}
