package org.chancery.analysis.time;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.chancery.core.TimeMention;

/** Days and months without a year that stand in a list or a range run forward. */
final class TimeOrder {
  private static final Pattern RANGE =
      Pattern.compile(" (?:and|to|until|till|through) (?:on )?| ?[-\u2013] ?");
  private static final Pattern FROM = Pattern.compile("\\b(?:[Bb]etween|[Ff]rom) $");
  private static final Pattern APPOSED = Pattern.compile(", (?:on |in |at )?");
  private static final Pattern YEARLESS = Pattern.compile("\\d{4}-\\d{2}(?:-\\d{2})?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private TimeOrder() {}

  /** "Monday, Tuesday and Wednesday" follow one another. */
  static TimeValue listed(String text, List<TimeMention> times, Span span, TimeValue value) {
    TimeMention before = times.isEmpty() ? null : times.get(times.size() - 1);
    LocalDate day = value.day();
    if (before == null
        || day == null
        || value.value().length() != 10
        || !before.value().matches("\\d{4}-\\d{2}-\\d{2}")
        || before.span().end() > span.begin()
        || !DateResolver.LIST.matcher(text.substring(before.span().end(), span.begin())).matches()
        || !day.isBefore(LocalDate.parse(before.value()))) {
      return value;
    }
    return TimeValue.day(day.plusWeeks(1));
  }

  /** "Two years ago, in March", "three months later, on 29 October": the year is the one named. */
  static TimeValue apposed(String text, List<TimeMention> times, Span span, TimeValue value) {
    TimeMention first = times.isEmpty() ? null : times.get(times.size() - 1);
    if (first == null
        || first.span().end() > span.begin()
        || !YEARLESS.matcher(value.value()).matches()
        || YEAR.matcher(span.of(text)).find()
        || !APPOSED.matcher(text.substring(first.span().end(), span.begin())).matches()) {
      return value;
    }
    boolean ofYear = YEAR.matcher(first.value()).matches();
    boolean ofMonth =
        first.value().length() == 7
            && YEARLESS.matcher(first.value()).matches()
            && first.value().substring(4).equals(value.value().substring(4, 7));
    if (!ofYear && !ofMonth) {
      return value;
    }
    String moved = first.value().substring(0, 4) + value.value().substring(4);
    LocalDate day = value.day();
    return new TimeValue(
        moved,
        value.type(),
        value.precision(),
        day == null ? null : day.withYear(Integer.parseInt(moved.substring(0, 4))));
  }

  /**
   * "Between July and November": where the first came out later than the last, it is a year off.
   */
  static void put(String text, List<TimeMention> times, Span span, TimeValue value) {
    TimeMention first = times.isEmpty() ? null : times.get(times.size() - 1);
    if (first == null
        || first.span().end() > span.begin()
        || !RANGE.matcher(text.substring(first.span().end(), span.begin())).matches()
        || !FROM.matcher(text)
            .region(Math.max(0, first.span().begin() - 9), first.span().begin())
            .find()
        || !YEARLESS.matcher(first.value()).matches()
        || !YEARLESS.matcher(value.value()).matches()
        || YEAR.matcher(first.text()).find()
        || first.value().compareTo(value.value()) <= 0) {
      return;
    }
    times.set(
        times.size() - 1,
        new TimeMention(
            first.id(),
            first.span(),
            first.text(),
            earlier(first.value(), value.value()),
            first.type(),
            first.precision()));
  }

  /** The value a week earlier where that suffices ("from Tuesday to Friday"), else a year. */
  private static String earlier(String first, String last) {
    if (first.length() == 10) {
      LocalDate day = LocalDate.parse(first);
      boolean weekSuffices =
          last.length() == 10 && day.minusWeeks(1).isBefore(LocalDate.parse(last));
      return (weekSuffices ? day.minusWeeks(1) : day.minusYears(1)).toString();
    }
    return Integer.parseInt(first.substring(0, 4)) - 1 + first.substring(4);
  }
}
