package org.chancery.analysis.figure;

import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/** What the words between the numbers of a sentence make of them: joined, a part, another count. */
final class Gaps {
  private static final Pattern PART =
      Pattern.compile(
          "(?is).*\\b(?:including|incl\\.?|among (?:them|whom|the \\w+)|of (?:whom|them|which|those|the \\w+)|some of them|counting|with) ?$");
  private static final Pattern PART_AFTER =
      Pattern.compile(
          " of (?:whom|them|which|these|those|the dead|the victims|(?:its|their) number)\\b"
              + "|(?: \\w+){0,3} among them(?=\\s*(?:[,.;]|$))");
  static final Pattern JOINED =
      Pattern.compile(
          "(?is)^\\s*+,?\\s*+(?:and|or|as well as|plus|along with|together with|,)?\\s*+(?:another|a further|an? [\\p{L}-]{3,20} of)?\\s*+$");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?: (?:in|at|near|from|on|around) (?:the )?[\\p{Lu}][\\w'\u2019-]*(?: [\\p{Lu}][\\w'\u2019-]*){0,2})?,? and ");

  /** "28 by Baku and 12 by Yerevan", "4.58 million votes and his rival 4.35 million". */
  private static final Pattern GAPPED =
      Pattern.compile(
          "(?is)^(?: (?:by|in|at|from|near|on|to|for) [\\w'\u2019-]+(?: [\\w'\u2019-]+){0,3} ?)?,?(?: and|,|;| while| but)(?: (?:by|in|at|from|near|on|to|for))?(?: [\\w'\u2019-]+){0,3} $");

  private static final Pattern THEN =
      Pattern.compile(
          "(?is)^ (?:since|so far|the (?:day|week|month|year) before|an? (?:day|week|month|year) (?:earlier|before|ago)|yesterday|last (?:day|week|month|year)|this (?:week|month|year))\\b.*");

  private static final Pattern CLOSES =
      Pattern.compile(
          "(?is)^(?:\\s*$|[.,;:)\u2014]| (?:by|in|at|from|near|on|to|for|and|but|while)\\b).*");

  /** "Twelve died, according to the police; 40, according to the opposition". */
  private static final Pattern OTHERS =
      Pattern.compile("(?i),? (?:according to|says?|said|claims?|report(?:s|ed)?)\\b[^.;]{0,40}; ");

  /** Before the parts of what was counted: "eight people: ", "seven soldiers - ". */
  private static final Pattern LISTS = Pattern.compile("(?s).*: | [-\u2013\u2014] | \\(");

  /** Characters beside a number. */
  private static final int NEAR = 20;

  private static final Pattern OF_ALL =
      Pattern.compile(
          " of (?:the|its|their|all|that) (?:whole |total |entire |prewar |pre-war )?(?:population|total|number|sum|electorate|country|people|inhabitants|residents|strength|force|crew|amount)\\b");

  private static final Pattern OF_WHOM =
      Pattern.compile("(?is).*\\bof (?:whom|which|them) (?:some |about |only |nearly )?");

  private static final Pattern ABOARD = Pattern.compile("(?: people)? (?:on board|aboard)\\b");

  private final String text;
  private final Counted counted;
  private final List<Quantity> found;

  Gaps(String text, Counted counted, List<Quantity> found) {
    this.text = text;
    this.counted = counted;
    this.found = found;
  }

  String before(Quantity quantity) {
    int begin = quantity.span().begin();
    return text.substring(Math.max(0, begin - NEAR), begin);
  }

  /** "12 men and 3 women"; of votes "84 votes to 30" too. */
  boolean joined(int i, Counted.Count whole) {
    return JOINED.matcher(gap(i)).matches()
        || (whole.noun() != null
            && (whole.unit().equals("people") || counted.broken(whole))
            && PLACE.matcher(gap(i)).matches()
            && (counted.noun(found.get(i)) != null || closes(i))
            && !counted.tellsOther(between(i), whole))
        || (gap(i).equals(" to ") && (whole.counts().equals("votes") || moved(i - 1)));
  }

  /** "Raised from 8,500 to 11,000": two counts of the same. */
  boolean moved(int i) {
    return before(found.get(i)).endsWith("from ");
  }

  boolean closes(int i) {
    int end = found.get(i).span().end();
    return CLOSES.matcher(text.substring(end, Math.min(text.length(), end + NEAR))).matches();
  }

  boolean gapped(int i, Counted.Count whole) {
    Span gap = behind(between(i), whole);
    String words = gap.of(text);
    return (GAPPED.matcher(words).matches() || OTHERS.matcher(words).matches())
        && !counted.tellsOther(gap, whole)
        && closes(i);
  }

  /** The words behind the verb of what was counted: "12 died in Doru, in Kesh nine". */
  private static Span behind(Span gap, Counted.Count whole) {
    Span cue = whole.cue();
    boolean inside = cue != null && cue.begin() - gap.begin() <= NEAR && gap.contains(cue);
    return inside && cue != null ? new Span(cue.end(), gap.end()) : gap;
  }

  /** Whether the words before a number open a list of parts. */
  boolean lists(int i) {
    return LISTS.matcher(gap(i)).matches();
  }

  /** "Nine died on Monday and 140 since Friday", "down from 51 last year". */
  boolean then(int i, Counted.Count whole) {
    int end = found.get(i).span().end();
    return whole.unit().equals("people")
        && THEN.matcher(text.substring(end, Math.min(text.length(), end + NEAR))).matches()
        && before(found.get(i)).matches("(?is).*(?: and|,| but|;| from| with| to) ");
  }

  int end(int i) {
    Quantity quantity = found.get(i);
    Span noun = counted.noun(quantity);
    boolean next = // "15 of the 90 passengers"
        noun == null || (i + 1 < found.size() && noun.begin() >= found.get(i + 1).span().begin());
    return next || noun == null
        ? quantity.span().end()
        : Math.max(noun.end(), quantity.span().end());
  }

  /** "Of 250 houses about 85% were burnt": a share of the number before it. */
  boolean ofLast(int i) {
    return OF_WHOM.matcher(before(found.get(i))).matches()
        || (i > 0
            && before(found.get(i - 1)).matches("(?is).*\\bof (?:the |its |some )?")
            && gap(i).matches("[^,;.]{0,60}(?:, [^,;.]{0,5}|\\s)"));
  }

  /** "Three quarters of the 900 pupils": a share of the number after it. */
  boolean ofNext(int i) {
    return i + 1 < found.size()
        && text.substring(found.get(i).span().end(), found.get(i + 1).span().begin())
            .matches(" of(?: all| its| their| these| those| the(?: \\p{L}+['\u2019]s)?)? ?");
  }

  /** "Two million voters, an estimated 61 per cent". */
  boolean apposed(int i, Quantity quantity) {
    boolean digits = quantity.span().of(text).chars().anyMatch(Character::isDigit);
    boolean ofAll = OF_ALL.matcher(text).region(quantity.span().end(), text.length()).lookingAt();
    return gap(i).matches(", | [-\u2013\u2014] | \\(") && (digits || ofAll);
  }

  /** "30, with 47 hurt": others, no part. */
  boolean with(int i) {
    int begin = found.get(i).span().begin();
    return text.startsWith("with ", begin - 5);
  }

  /** The words between a quantity's noun and the next quantity. */
  String gap(int i) {
    return between(i).of(text);
  }

  Span between(int i) {
    int begin = found.get(i).span().begin();
    return new Span(Math.min(end(i - 1), begin), begin);
  }

  boolean isPart(int i) {
    Span span = found.get(i).span();
    if (PART_AFTER.matcher(text).region(span.end(), text.length()).lookingAt()) {
      return true;
    }
    if (ABOARD.matcher(text).region(end(i), text.length()).lookingAt()) {
      return false; // "a boat with 101 on board"
    }
    // both may take a hedge between
    int end = i == 0 ? span.begin() : Math.min(found.get(i - 1).span().end(), span.begin());
    return PART.matcher(text.substring(end, span.begin())).matches();
  }
}
