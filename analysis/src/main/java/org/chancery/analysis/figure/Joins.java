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
  private static final Pattern PART =
      Pattern.compile(
          "(?is).*\\b(?:including|incl\\.?|among (?:them|whom|the \\w+)|of (?:whom|them|which|those|the \\w+)|some of them|counting|with) ?$");
  private static final Pattern PART_AFTER =
      Pattern.compile(
          " of (?:whom|them|which|these|those|the dead|the victims|(?:its|their) number)\\b"
              + "|(?: \\w+){0,3} among them(?=\\s*(?:[,.;]|$))");
  private static final Pattern OF_THEM = Pattern.compile(" of (?:them|these|those|the \\w+)\\b.*");
  private static final Pattern JOINED =
      Pattern.compile(
          "(?is)^\\s*,?\\s*(?:and|or|as well as|plus|along with|together with|,)?\\s*(?:another|a further)?\\s*$");

  /** "Two brothers were among the 38 people arrested". */
  private static final Pattern AMONG = Pattern.compile("(?i) (?:is|was|are|were) among ");

  /** "96 of them are women and 11 are minors". */
  private static final Pattern SAID = Pattern.compile(
          "(?i)(?: of (?:them|whom|these|those))? (?:are|were) [\\p{L} ]{2,30},? and ");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?: (?:in|at|near|from|on|around) (?:the )?[\\p{Lu}][\\w'\u2019-]*(?: [\\p{Lu}][\\w'\u2019-]*){0,2})?,? and ");

  /** "28 by Baku and 12 by Yerevan", "4.58 million votes and his rival 4.35 million". */
  private static final Pattern GAPPED =
      Pattern.compile(
          "(?is)^(?: (?:by|in|at|from|near|on|to|for) (?:[\\w'\u2019-]+ ?){1,4})?,?(?: and|,| while| but)(?: (?:by|in|at|from|near|on|to|for))?(?: [\\w'\u2019-]+){0,3} $");

  private static final Pattern THEN =
      Pattern.compile(
          "(?is)^ (?:since|so far|the (?:day|week|month|year) before|an? (?:day|week|month|year) (?:earlier|before|ago)|yesterday|last (?:day|week|month|year)|this (?:week|month|year))\\b.*");

  private static final Pattern CLOSES =
      Pattern.compile(
          "(?is)^(?:\\s*$|[.,;:)\u2014]| (?:by|in|at|from|near|on|to|for|and|but|while)\\b).*");

  private static final Set<String> SWAPPED = Set.of("released", "exchanged", "abducted");
  private static final String IN_RETURN = "(?is).*\\bin (?:exchange|return) for ";

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

  Joins(String text, CountWords words, Counted counted, List<Quantity> found) {
    this.text = text;
    this.words = words;
    this.counted = counted;
    this.found = found;
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
      counts.add(quantity.unit().equals("percent") ? null : counted.of(quantity));
    }
    takeFromNext(counts);
    List<Joined> joined = new ArrayList<>();
    Counted.Count whole = last;
    int first = -1; // the quantity that is whole
    for (int i = 0; i < found.size(); i++) {
      Joined one =
          whole == null ? new Joined(counts.get(i), false) : read(counts, joined, i, first, whole);
      joined.add(one);
      if (one.count() != null && !one.part()) {
        whole = one.count();
        first = i;
      }
    }
    return joined;
  }

  /** "12 men and 3 women were killed". */
  private void takeFromNext(List<Counted.@Nullable Count> counts) {
    for (int i = found.size() - 2; i >= 0; i--) {
      Counted.Count next = counts.get(i + 1);
      Counted.Count own = counts.get(i);
      boolean open = (own == null || own.weak()) && found.get(i).unit().isEmpty();
      Counted.Count before = i == 0 ? null : counts.get(i - 1);
      boolean taken = // "cost the lives of 12 people and one soldier, and 3,000 left"
          before != null && !before.after() && gap(i).matches(" and |, ");
      boolean again = counted.noun(found.get(i)) == null && counted.again(found.get(i));
      boolean same =
          next != null
              && ((next.after() && !taken && !again && JOINED.matcher(gap(i + 1)).matches())
                  || AMONG.matcher(gap(i + 1)).matches());
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
    boolean part = isPart(i) && (!with(i)
                || (open && whole.unit().equals("people") && !counted.unlike(whole, quantity)));
    if (quantity.unit().equals("percent")) {
      boolean share = part || (i > 0 && (apposed(i, quantity) || funded(whole, quantity)))
              || ofNext(counts, i);
      return new Joined(
          share
              ? counted.share(quantity)
              : null,
          share);
    }
    if (!quantity.unit().isEmpty()) {
      return new Joined(own, part);
    }
    boolean sum =
        open && first >= 0 && (isPartOfSum(first, i) || (i == first + 1 && gap(i).endsWith(": ")));
    boolean chained =
        open
            && i > 0
            && before.get(i - 1).part()
            && (JOINED.matcher(gap(i)).matches() || SAID.matcher(gap(i)).matches());
    if (part || sum || chained) {
      boolean dead = own != null && DEAD.contains(whole.counts()) && !DEAD.contains(own.counts());
      boolean bare = own != null && own.noun() == null;
      return new Joined(
          open || dead ? counted.part(whole, quantity) : bare ? counted.part(own, quantity) : own,
          true);
    }
    boolean joined = i > 0 && joined(i, whole) && !counted.unlike(whole, quantity);
    if (own != null) {
      boolean same = own.weak() && joined && !whole.weak() && i - 1 == last(before);
      return new Joined(same ? counted.like(whole, quantity) : said(own, quantity), false);
    }
    boolean bare = counted.noun(quantity) == null;
    boolean again =
        bare && (counted.again(quantity) || (i > 0 && (gapped(i) || then(i, whole))));
    boolean returned = SWAPPED.contains(whole.counts()) && before(quantity).matches(IN_RETURN);
    boolean others = !bare && whole.unit().equals("people") && counted.others(quantity);
    return new Joined(joined || again || returned || others ? counted.like(whole, quantity) : null, false);
  }

  private String before(Quantity quantity) {
    int begin = quantity.span().begin();
    return text.substring(Math.max(0, begin - NEAR), begin);
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
      if (value == null || gap(k).length() > 60) {
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

  /** "12 men and 3 women"; of votes "84 votes to 30" too. */
  private boolean joined(int i, Counted.Count whole) {
    return JOINED.matcher(gap(i)).matches()
        || (whole.noun() != null
            && (whole.unit().equals("people") || counted.broken(whole))
            && PLACE.matcher(gap(i)).matches()
            && (counted.noun(found.get(i)) != null || closes(i))
            && !counted.tells(between(i)))
        || (whole.counts().equals("votes") && gap(i).equals(" to "));
  }

  private boolean closes(int i) {
    int end = found.get(i).span().end();
    return CLOSES.matcher(text.substring(end, Math.min(text.length(), end + NEAR))).matches();
  }

  private boolean gapped(int i) {
    return GAPPED.matcher(gap(i)).matches() && !counted.tells(between(i)) && closes(i);
  }

  /** "Nine died on Monday and 140 since Friday", "down from 51 last year". */
  private boolean then(int i, Counted.Count whole) {
    int end = found.get(i).span().end();
    return whole.unit().equals("people")
        && THEN.matcher(text.substring(end, Math.min(text.length(), end + NEAR))).matches()
        && before(found.get(i)).matches("(?is).*(?: and|,| but|;| from| with| to) ");
  }

  private int end(int i) {
    Quantity quantity = found.get(i);
    Span noun = counted.noun(quantity);
    boolean next = // "15 of the 90 passengers"
        noun == null || (i + 1 < found.size() && noun.begin() >= found.get(i + 1).span().begin());
    return next || noun == null
        ? quantity.span().end()
        : Math.max(noun.end(), quantity.span().end());
  }

  /** "Three quarters of the 900 pupils": a share of the number after it. */
  private boolean ofNext(List<Counted.@Nullable Count> counts, int i) {
    return i + 1 < found.size()
        && counts.get(i + 1) != null
        && text.substring(found.get(i).span().end(), found.get(i + 1).span().begin())
            .matches(" of(?: all| its| their| these| those| the)? ?");
  }

  /** "Two million voters, an estimated 61 per cent". */
  private boolean apposed(int i, Quantity quantity) {
    return gap(i).equals(", ") && quantity.span().of(text).chars().anyMatch(Character::isDigit);
  }

  /** "30, with 47 hurt": others, no part. */
  private boolean with(int i) {
    int begin = found.get(i).span().begin();
    return text.startsWith("with ", begin - 5);
  }

  /** The words between a quantity's noun and the next quantity. */
  private String gap(int i) {
    return between(i).of(text);
  }

  private Span between(int i) {
    int begin = found.get(i).span().begin();
    return new Span(Math.min(end(i - 1), begin), begin);
  }

  private boolean isPart(int i) {
    Span span = found.get(i).span();
    if (PART_AFTER.matcher(text).region(span.end(), text.length()).lookingAt()) {
      return true;
    }
    // both may take a hedge between
    int end = i == 0 ? span.begin() : Math.min(found.get(i - 1).span().end(), span.begin());
    return PART.matcher(text.substring(end, span.begin())).matches();
  }
}
