package org.chancery.analysis.figure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Two numbers that are one range: "between 20 and 30", "20 to 30", "five to six million". */
final class Ranges {
  private static final Pattern BETWEEN =
      Pattern.compile("(?i)\\s?(?:-|\u2013|\u2014)\\s?| to | or ");
  private static final Pattern OPENED = Pattern.compile("(?is).*\\b(between|from) ");

  /** "Rose from 19 to 23": two counts, one after the other. */
  private static final Pattern MOVED =
      Pattern.compile(
          "(?is).*\\b(?:r[oi]se[sn]?|rising|raise[sd]?|raising|climb\\w*|gr[eo]w\\w*|jump\\w*|increas\\w*|f[ea]ll\\w*|drop\\w*|lower\\w*|cut|cuts|cutting|revis\\w*|reduc\\w*|shr[aiu]nk|swell\\w*|swollen|went|goes|gone|soar\\w*|surg\\w*|declin\\w*|slash\\w*|brought|up|down|doubled|trebled)\\b[^.;]{0,40}\\bfrom ");

  private static final Pattern SCALE =
      Pattern.compile("(?i)(dozen|hundred|thousand|lakh|crore|million|billion|bn)\\b");
  private static final Map<String, Long> SCALES =
      Map.of(
          "dozen", 12L,
          "hundred", 100L,
          "thousand", 1_000L,
          "lakh", 100_000L,
          "million", 1_000_000L,
          "crore", 10_000_000L,
          "billion", 1_000_000_000L,
          "bn", 1_000_000_000L);

  private static final Pattern OPEN =
      Pattern.compile("(?i), (?:and |or )?(?:possibly|perhaps|maybe|if not|even|probably) ");

  private static final int LOOK_BACK = 60;

  private Ranges() {}

  /** Adds a quantity, or joins it with the one before to a range. */
  static void add(List<Quantity> found, String text, Quantity quantity, Span sentence) {
    Quantity last = found.isEmpty() ? null : found.get(found.size() - 1);
    Quantity range = last == null ? null : range(last, text, quantity, sentence);
    if (range == null) {
      found.add(quantity);
    } else {
      found.set(found.size() - 1, range);
    }
  }

  private static @Nullable Quantity range(
      Quantity last, String text, Quantity quantity, Span sentence) {
    if (quantity.span().begin() < last.span().end()) {
      return null;
    }
    String between = text.substring(last.span().end(), quantity.span().begin());
    int from = Math.max(sentence.begin(), last.span().begin() - LOOK_BACK);
    Matcher opened = OPENED.matcher(text).region(from, last.span().begin());
    boolean open = opened.matches();
    String opening = open ? opened.group(1).toLowerCase(Locale.ROOT) : "";
    boolean joined =
        BETWEEN.matcher(between).matches()
            || (opening.equals("between") && between.equals(" and "));
    Matcher opens = OPEN.matcher(text).region(last.span().end(), quantity.span().end());
    boolean hedged = opens.lookingAt() && opens.end() >= quantity.span().begin();
    if (hedged && last.low() != null) { // "hundreds, if not thousands,"
      Long more = quantity.high();
      boolean ordered = quantity.low() != null && quantity.low() > last.low();
      int end = quantity.span().end();
      end = end < sentence.end() && text.charAt(end) == ',' ? end + 1 : end;
      return ordered
          ? new Quantity(new Span(last.span().begin(), end), last.low(), more, last.unit())
          : null;
    }
    boolean rise = // "rose by three to 45"
        between.equals(" to ")
            && text.substring(from, last.span().begin()).matches("(?is).*\\bby ");
    boolean moved =
        rise
            || (opening.equals("from")
                && MOVED.matcher(text).region(from, last.span().begin()).matches());
    Long low = last.low();
    Long high = quantity.high() == null ? quantity.low() : quantity.high();
    if (!joined || moved || low == null || high == null || low >= high) {
      return null;
    }
    int begin = open ? opened.start(1) : last.span().begin();
    String unit = quantity.unit().isEmpty() ? last.unit() : quantity.unit();
    return new Quantity(
        new Span(begin, quantity.span().end()),
        scaled(last, low, high, text, quantity),
        high,
        unit);
  }

  /** "Five to six million": the scale is of both. */
  private static long scaled(Quantity last, long low, long high, String text, Quantity quantity) {
    Matcher scale = SCALE.matcher(quantity.span().of(text));
    if (!scale.find() || SCALE.matcher(last.span().of(text)).find()) {
      return low;
    }
    long times = SCALES.getOrDefault(scale.group(1).toLowerCase(Locale.ROOT), 1L);
    return low < times && low * times <= high ? low * times : low;
  }
}
