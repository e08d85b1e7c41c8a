package org.chancery.analysis.figure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of one sentence count, by the words beside it ({@code figures/counts.tsv}): the
 * participle or state after the noun ("12 people were killed", "12 dead"), the verb before
 * ("killing 12"), the noun itself ("12 deaths") or a toll before ("a death toll of 12").
 */
final class Counted {
  private static final Pattern OF_ALL =
      Pattern.compile("(?i) of (?!them\\b|whom\\b|which\\b|these\\b|those \\b(?:who|that)\\b).*");

  private static final Set<String> BROKEN = Set.of("destroyed", "damaged");

  private final CountWords words;
  private final String text;
  private final Tokens tokens;
  private final List<CountWords.Hit> all;
  private final Frames frames;
  private final Nouns nouns;
  private final Kinds kinds;
  private final Contained contained;
  private final Following following;
  private final Preceding preceding;
  private final Totals totals;

  /** Reads one sentence with all its quantities; words of dates tell nothing. */
  Counted(
      CountWords words, String text, Span sentence, List<Quantity> quantities, List<Span> dates) {
    this.words = words;
    this.text = text;
    this.tokens = new Tokens(text, sentence, quantities);
    this.all =
        words.in(text, sentence, quantities).stream()
            .filter(hit -> dates.stream().noneMatch(date -> date.contains(hit.span())))
            .toList(); // "since March"
    this.nouns = new Nouns(words, text, tokens, quantities, all);
    this.kinds = new Kinds(words, text, all);
    this.frames =
        new Frames(words.framesIn(text, sentence), tokens, token -> nouns.at(token) != null);
    this.contained = new Contained(words, tokens, all, nouns);
    this.following = new Following(words, text, tokens, nouns);
    this.preceding = new Preceding(words, text, tokens, nouns);
    this.totals = new Totals(words, text, tokens, nouns, kinds, preceding);
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
    Kinds.Kind kind = kinds.of(noun);
    List<CountWords.Hit> hits = all.stream().filter(hit -> hit.fits(kind)).toList();
    Count told = totals.told(hits, quantity, range.begin());
    if (told != null) {
      return told;
    }
    if (preceding.ofAll(quantity)) {
      CountWords.Hit state = following.after(hits, end, false);
      boolean beside = // "the 276 abducted in 2014"
          state != null
              && (state.pos().equals("state") || state.reduced())
              && state.span().begin() == tokens.span(end).begin();
      return beside && state != null ? kinds.count(state, noun) : null;
    }
    CountWords.Hit among = preceding.among(hits, quantity);
    if (among != null) {
      return kinds.count(among, noun);
    }
    CountWords.Hit dead = noun == null ? null : kinds.own(hits, noun);
    if (dead != null && noun != null && words.is("dead", kinds.last(noun))) {
      return kinds.count(dead, noun); // "brought out 61 bodies"
    }
    Frames.Framed framed =
        frames.around(
            tokens.from(quantity.span().begin()),
            range.begin(),
            token ->
                nouns.at(token) != null
                    || words.is("object", token.of(text).toLowerCase(Locale.ROOT)),
            row -> CountWords.fitting(row, kind));
    if (framed != null) {
      Span kept = nouns.span(range.begin(), Math.min(end, framed.tail()));
      return kinds.count(new CountWords.Hit(framed.row(), framed.head()), kept);
    }
    CountWords.Hit about = noun == null ? null : contained.about(end);
    if (about != null) {
      return new Count( // "210 cases of gunshot injury"
          about.counts(), about.row().get("unit"), noun, about.span(), false, false);
    }
    Span goods = noun == null ? null : contained.goods(end, quantity);
    if (goods != null && noun != null && kinds.own(hits, noun) != null) {
      return kinds.goods(goods, kinds.last(noun), noun);
    }
    boolean size = // "a tanker of 318,000 tonnes"
        noun != null
            && words.is("measure", kinds.last(noun))
            && text.startsWith(" of ", quantity.span().begin() - 4);
    return size ? null : beside(hits, quantity, end, noun);
  }

  private @Nullable Count beside(
      List<CountWords.Hit> hits, Quantity quantity, int end, @Nullable Span noun) {
    CountWords.Hit own = noun == null ? null : kinds.own(hits, noun);
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
      return kinds.count(main == null ? after : main, noun);
    }
    if (before != null
        && (!before.pos().equals("toll") || own == null)
        && !(strong && !before.row().get("weak").isEmpty())
        && !(own != null && before.weak())) {
      return kinds.count(before, noun);
    }
    if (strong && own != null) {
      return kinds.count(own, noun);
    }
    Preceding.Reached reached = noun == null ? preceding.reached(hits, quantity) : null;
    if (reached != null) {
      return kinds.count(reached.hit(), reached.noun());
    }
    CountWords.Hit later = following.later(hits, end, noun != null);
    boolean other = // "missiles under a package that the Senate approved"
        later != null && own != null && later.counts().equals("votes");
    if (later != null && !other) {
      return kinds.count(later, noun);
    }
    if (own != null) {
      return kinds.count(own, noun);
    }
    CountWords.Hit first =
        noun == null ? null : CountWords.beginning(hits, noun.begin(), "state", "verb");
    boolean plural = first != null && first.span().of(text).endsWith("s"); // "five charges"
    return plural || first == null || first.weak() ? null : kinds.count(first, noun);
  }

  /** Whether a verb is of persons, so that goods beside it are no object of its. */
  private static boolean personal(CountWords.Hit verb, CountWords.Hit goods) {
    boolean moved = Kinds.MOVED.contains(verb.counts()) && goods.counts().equals("deployed");
    return (verb.row().get("unit").equals("people") && !moved)
        || (verb.counts().equals("weapons") && goods.counts().equals("aid"));
  }

  /** The same of another quantity, with its own noun. */
  Count like(Count count, Quantity quantity) {
    Span noun = noun(quantity);
    noun = noun == null || kinds.tellsState(noun) ? null : noun;
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

  /** The noun of persons that a quantity stands before, if all of them are not told of a part. */
  @Nullable Span person(Quantity quantity) {
    Span noun = nouns.noun(quantity);
    return noun == null || kinds.thing(noun) || kinds.tellsState(noun) || preceding.ofAll(quantity)
        ? null
        : noun;
  }

  /** A share, and whose it is: "61 per cent are women". */
  Count share(Quantity quantity) {
    Span noun = nouns.noun(quantity);
    boolean all = // "a third of the 900 pupils"
        noun != null
            && OF_ALL.matcher(text).region(quantity.span().end(), noun.begin()).lookingAt();
    Span whose = noun == null || all ? nouns.predicative(quantity) : noun;
    return new Count("share", "percent", whose, null, false, false);
  }

  /** Whether those whose share is told are told of in words: "half of those killed". */
  boolean ofThose(Quantity share) {
    int of = tokens.from(share.span().end());
    if (of + 2 >= tokens.size() || !tokens.words(of, 2).matches("of (?:those|the)")) {
      return false;
    }
    int begin = tokens.span(of + 2).begin();
    CountWords.Hit told = CountWords.beginning(all, begin, "state", "verb");
    return told != null
        && (told.participle() || told.pos().equals("state"))
        && !tokens.breakBefore(of + 2, of);
  }

  /** Those named before whose number is told. */
  @Nullable Count theirs(Quantity quantity) {
    return totals.theirs(all, quantity);
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

  /** Whether any word among others says that something else is counted. */
  boolean tellsOther(Span words, Count count) {
    return all.stream()
        .anyMatch(hit -> words.contains(hit.span()) && !hit.counts().equals(count.counts()));
  }

  /** Whether a count is of buildings and other things that break. */
  boolean broken(Count count) {
    return BROKEN.contains(count.counts());
  }

  /** Whether things are counted beside persons: "captured hundreds of men and 92 villages". */
  boolean unlike(Count count, Quantity quantity) {
    Span noun = nouns.noun(quantity);
    boolean place = !count.unit().equals("people") && !BROKEN.contains(count.counts());
    return noun != null && (count.unit().equals("people") || place) && kinds.thing(noun);
  }
}
