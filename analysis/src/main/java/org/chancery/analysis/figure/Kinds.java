package org.chancery.analysis.figure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** What kind of noun a number stands before: a thing, soldiers, arms, a state that names nobody. */
record Kinds(CountWords words, String text, List<CountWords.Hit> hits) {
  /** Counts of persons and of vehicles alike. */
  static final Set<String> MOVED = Set.of("deployed", "withdrawn");

  /**
   * What a noun is, as far as meanings are kept to it ({@code weak} of the table).
   *
   * @param thing whether it is no person
   * @param troops whether it is of soldiers
   * @param arms whether it is of weapons
   */
  record Kind(boolean thing, boolean troops, boolean arms) {}

  /** What a noun is. */
  Kind of(@Nullable Span noun) {
    CountWords.Hit own = noun == null ? null : CountWords.ending(hits, noun.end(), "noun");
    boolean troops = own != null && own.counts().equals("deployed");
    boolean persons = own != null && own.row().get("unit").equals("people");
    boolean arms = own != null && !persons && (troops || own.counts().equals("weapons"));
    return new Kind(thing(noun), troops, arms);
  }

  /** The noun itself, by its last word or words. */
  CountWords.@Nullable Hit own(List<CountWords.Hit> fitting, Span joined) {
    int and = joined.of(text).indexOf(" and ");
    Span noun = and < 0 ? joined : new Span(joined.begin(), joined.begin() + and);
    CountWords.Hit best = null;
    for (CountWords.Hit hit : fitting) {
      if (noun.contains(hit.span())
          && hit.pos().equals("noun")
          && (hit.span().end() == noun.end()
              || hit.span().of(text).endsWith("s")
              || (!hit.row().get("weak").isEmpty() && !plural(noun))) // "truck drivers"
          && (best == null
              || (hit.span().end() == noun.end() && best.span().end() != noun.end()))) {
        best = hit;
      }
    }
    return best;
  }

  /** Whether the noun is known as a thing: no person, or counted as something else. */
  boolean thing(@Nullable Span noun) {
    if (noun == null) {
      return false;
    }
    if (words.isThing(last(noun))) {
      return true;
    }
    CountWords.Hit own = CountWords.ending(hits, noun.end(), "noun");
    return own != null && !own.row().get("unit").equals("people");
  }

  private boolean plural(Span noun) {
    return last(noun).matches(Nouns.PLURAL);
  }

  /** Whether what stands after the number names nobody: "6,644 wounded", "two of them badly". */
  boolean tellsState(Span noun) {
    String own = noun.of(text);
    CountWords.Hit state = CountWords.beginning(hits, noun.begin(), "state");
    return (state != null && state.span().equals(noun))
        || (own.length() > 5
            && own.endsWith("ly")
            && own.indexOf(' ') < 0
            && !words.is("group", own)); // "family"
  }

  /** The last word, in lower case. */
  String last(Span noun) {
    String own = noun.of(text);
    return own.substring(own.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  /** Goods by weight: "600 tonnes of maize"; arms count as such. */
  Counted.@Nullable Count goods(Span goods, String measure, Span noun) {
    CountWords.Hit own = own(hits, goods);
    boolean arms = own != null && own.counts().equals("weapons");
    boolean none =
        words.is("no aid", last(goods))
            && !words.is("aid goods", goods.of(text).toLowerCase(Locale.ROOT));
    return none && !arms
        ? null
        : new Counted.Count(arms ? "weapons" : "aid", measure, goods, noun, false, false);
  }

  /** "Five more of the injured died": the state is another than what is told. */
  private boolean another(CountWords.Hit hit, Span noun) {
    return !hit.span().overlaps(noun)
        && text.startsWith(" of the ", Math.max(0, noun.begin() - " of the ".length()));
  }

  /** What a word says of a noun, or null where it is said of no such thing. */
  Counted.@Nullable Count count(CountWords.Hit hit, @Nullable Span noun) {
    if (noun != null
        && hit.row().get("unit").equals("people")
        && !MOVED.contains(hit.counts())
        && words.isThing(last(noun))) {
      return null; // "200 sheep were killed"
    }
    if (noun == null && hit.pos().equals("toll") && hit.span().of(text).endsWith("eaths")) {
      return new Counted.Count(hit.counts(), "people", hit.span(), hit.span(), false, true);
    }
    String unit = hit.row().get("unit");
    if (unit.isEmpty()) {
      unit = noun == null ? "" : last(noun);
    }
    return new Counted.Count(
        hit.counts(),
        unit,
        noun == null || (tellsState(noun) && !another(hit, noun)) ? null : noun,
        hit.span(),
        hit.weak(),
        noun == null || hit.span().begin() >= noun.end());
  }
}
