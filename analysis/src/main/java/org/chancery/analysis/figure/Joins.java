package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What each number of a sentence counts: by the words beside it, else by the number that it is
 * joined with ("12 men and 3 women"), a part of ("15 people, including 4 children") or another
 * count of ("the union says 73").
 */
final class Joins {
  private static final Pattern OF_THEM = Pattern.compile(" of (?:them|these|those|the \\w+)\\b.*");

  /** "Two brothers were among the 38 people arrested". */
  private static final Pattern AMONG = Pattern.compile("(?i) (?:is|was|are|were) among ");

  /** "96 of them are women and 11 are minors". */
  private static final Pattern SAID =
      Pattern.compile("(?i)(?: of (?:them|whom|these|those))? (?:are|were) [\\p{L} ]{2,30},? and ");

  /** "Another 2,000 will follow". */
  private static final Pattern MORE = Pattern.compile("(?i)(?:another|a further) ");

  private static final Set<String> SWAPPED = Set.of("released", "exchanged", "abducted");

  private static final Set<String> STAYS = Set.of("withdrawn", "deployed");

  private static final String LEAVING =
      "(?is).*\\b(?:leav(?:e|es|ing)|left|keep(?:s|ing)?|retain(?:s|ing)?|down to|up to|cut to|reduced to|raised to|increased to)(?: behind| only| just)? ";

  private static final String IN_RETURN =
      "(?is).*\\b(?:in (?:exchange|return) for|and (?:received|got|got back|took back|recovered)) ";

  /** Of the dead, a part is dead whatever else is told of it. */
  private static final Set<String> DEAD = Set.of("killed", "executed");

  /** Characters beside a number. */
  private static final int NEAR = 20;

  /** Parts of one sum. */
  private static final int PARTS = 12;

  private final String text;
  private final CountWords words;
  private final Counted counted;
  private final List<Quantity> found;
  private final Gaps gaps;
  private final Happened happened;

  Joins(String text, CountWords words, Counted counted, List<Quantity> found, Happened happened) {
    this.text = text;
    this.words = words;
    this.counted = counted;
    this.found = found;
    this.happened = happened;
    this.gaps = new Gaps(text, counted, found);
  }

  /**
   * What a number counts, and whether it is a part of the last that is none.
   *
   * @param count null where the number is no figure
   */
  record Joined(Counted.@Nullable Count count, boolean part) {}

  /** What each quantity counts; {@code last} is what was counted in the sentences before. */
  List<Joined> counts(Counted.@Nullable Count last) {
    List<Counted.@Nullable Count> counts = new ArrayList<>();
    for (Quantity quantity : found) {
      counts.add(quantity.unit().equals("percent") ? null : told(quantity));
    }
    takeFromNext(counts);
    List<Joined> joined = new ArrayList<>();
    Counted.Count whole = last;
    int first = -1; // the quantity that is whole
    for (int i = 0; i < found.size(); i++) {
      Joined one =
          whole != null
              ? read(counts, joined, i, first, whole)
              : new Joined(
                  found.get(i).unit().equals("percent") && ofCounted(i)
                      ? counted.share(found.get(i))
                      : counts.get(i),
                  false);
      if (one.count() == null
          && whole == null) { // "troops moved in; a diplomat put their number at"
        one = new Joined(counted.theirs(found.get(i)), false);
      }
      joined.add(one);
      if (one.count() != null && !one.part()) {
        whole = one.count();
        first = i;
      }
    }
    return joined;
  }

  /** What the words beside a number say of it, else the event that those counted are part of. */
  private Counted.@Nullable Count told(Quantity quantity) {
    Counted.Count count = counted.of(quantity);
    Span noun = count == null && quantity.unit().isEmpty() ? counted.person(quantity) : null;
    return noun == null ? count : happened.of(quantity, noun);
  }

  /** A share of a number or of those to whom something happened: "half of those killed". */
  private boolean ofCounted(int i) {
    return gaps.ofNext(i) || gaps.ofLast(i) || counted.ofThose(found.get(i));
  }

  /** "12 men and 3 women were killed". */
  private void takeFromNext(List<Counted.@Nullable Count> counts) {
    for (int i = found.size() - 2; i >= 0; i--) {
      Counted.Count next = counts.get(i + 1);
      Counted.Count own = counts.get(i);
      boolean open = (own == null || own.weak()) && found.get(i).unit().isEmpty();
      Counted.Count before = i == 0 ? null : counts.get(i - 1);
      boolean taken = // "cost the lives of 12 people and one soldier, and 3,000 left"
          before != null && !before.after() && gaps.gap(i).matches(" and |, ");
      boolean again = counted.noun(found.get(i)) == null && counted.again(found.get(i));
      boolean same =
          next != null
              && ((next.after()
                      && !taken
                      && !again
                      && Gaps.JOINED.matcher(gaps.gap(i + 1)).matches())
                  || AMONG.matcher(gaps.gap(i + 1)).matches()
                  || (gaps.gap(i + 1).equals(" to ") && gaps.moved(i)));
      if (open && next != null && same && !counted.unlike(next, found.get(i))) {
        counts.set(i, counted.like(next, found.get(i)));
      }
    }
  }

  private Joined read(
      List<Counted.@Nullable Count> counts,
      List<Joined> before,
      int i,
      int first,
      Counted.Count whole) {
    Quantity quantity = found.get(i);
    Counted.Count own = counts.get(i);
    boolean open = own == null || own.weak();
    boolean part =
        gaps.isPart(i)
            && (!gaps.with(i)
                || (open && whole.unit().equals("people") && !counted.unlike(whole, quantity)));
    if (quantity.unit().equals("percent")) {
      boolean share =
          part || (i > 0 && (gaps.apposed(i, quantity) || funded(whole, quantity))) || ofCounted(i);
      return new Joined(share ? counted.share(quantity) : null, share);
    }
    if (!quantity.unit().isEmpty()) {
      return new Joined(own, part);
    }
    boolean sum =
        open && first >= 0 && (isPartOfSum(first, i) || (i == first + 1 && gaps.lists(i)));
    boolean chained =
        open
            && i > 0
            && before.get(i - 1).part()
            && (Gaps.JOINED.matcher(gaps.gap(i)).matches() || SAID.matcher(gaps.gap(i)).matches());
    if (part || sum || chained) {
      boolean dead = own != null && DEAD.contains(whole.counts()) && !DEAD.contains(own.counts());
      boolean bare = own != null && own.noun() == null;
      return new Joined(
          open || dead ? counted.part(whole, quantity) : bare ? counted.part(own, quantity) : own,
          true);
    }
    boolean joined = i > 0 && gaps.joined(i, whole) && !counted.unlike(whole, quantity);
    if (own != null) {
      boolean same = own.weak() && joined && !whole.weak() && i - 1 == last(before);
      return new Joined(same ? counted.like(whole, quantity) : said(own, quantity), false);
    }
    boolean bare = counted.noun(quantity) == null;
    boolean again =
        bare
            && (counted.again(quantity)
                || (whole.unit().equals("people")
                    && MORE.matcher(quantity.span().of(text)).lookingAt())
                || (i > 0 && (gaps.gapped(i, whole) || gaps.then(i, whole))));
    if (bare
        && STAYS.contains(whole.counts())
        && gaps.before(quantity).matches(LEAVING)) { // "withdrew 2,000, leaving 500 behind"
      return new Joined(
          new Counted.Count("deployed", "people", null, whole.cue(), false, false), false);
    }
    boolean returned = SWAPPED.contains(whole.counts()) && gaps.before(quantity).matches(IN_RETURN);
    boolean others = !bare && whole.unit().equals("people") && counted.others(quantity);
    return new Joined(
        joined || again || returned || others ? counted.like(whole, quantity) : null, false);
  }

  private static int last(List<Joined> joined) {
    int last = joined.size() - 1;
    while (last >= 0 && joined.get(last).count() == null) {
      last--;
    }
    return last;
  }

  /** The count with the noun that is said of it: "two of the dead were children". */
  private Counted.Count said(Counted.Count own, Quantity quantity) {
    boolean of = OF_THEM.matcher(text).region(quantity.span().end(), text.length()).lookingAt();
    return own.noun() == null && of ? counted.part(own, quantity) : own;
  }

  /** Of a sum of money, "35 per cent funded", "received only 35 per cent". */
  private boolean funded(Counted.Count whole, Quantity quantity) {
    if (!whole.counts().equals("money")) {
      return false;
    }
    int end = quantity.span().end();
    int begin = quantity.span().begin();
    String after =
        text.substring(end, Math.min(text.length(), end + NEAR)).toLowerCase(java.util.Locale.ROOT);
    after = after.replaceFirst("^ (?:is|was|are|were|has been|have been|had been|of it is) ", "");
    String before = text.substring(Math.max(0, begin - NEAR), begin).strip();
    return words.is("funded", after.strip().split("\\W", 2)[0])
        || words.is("funded", before.substring(before.lastIndexOf(' ') + 1));
  }

  /** Whether the numbers from the one behind the whole on, this one among them, add up to it. */
  private boolean isPartOfSum(int whole, int i) {
    Long all = exact(found.get(whole));
    long sum = 0;
    for (int k = whole + 1; k < Math.min(found.size(), whole + PARTS) && all != null; k++) {
      Long value = exact(found.get(k));
      if (value == null || gaps.gap(k).length() > 60) {
        return false;
      }
      sum += value;
      if (sum == all) {
        return k >= i && k > whole + 1;
      }
      if (sum > all) {
        return false;
      }
    }
    return false;
  }

  private static @Nullable Long exact(Quantity quantity) {
    return quantity.unit().isEmpty()
            && quantity.low() != null
            && quantity.low().equals(quantity.high())
        ? quantity.low()
        : null;
  }
}
