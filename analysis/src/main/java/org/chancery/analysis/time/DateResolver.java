package org.chancery.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Analysis;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.chancery.core.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Finds full and partial dates, weekdays, and a few relative days; values are ISO 8601, anchored to
 * the publication date.
 */
public final class DateResolver implements Stage {
  private static final String MONTHS =
      "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?";
  private static final Pattern TIME =
      Pattern.compile(
          "\\b(?:(?<iso>\\d{4}-\\d{2}-\\d{2})"
              + "|(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>"
              + MONTHS
              + ")(?:,? (?<y1>\\d{4}))?"
              + "|(?<m2>"
              + MONTHS
              + ") (?<d2>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y2>\\d{4}))?(?!\\d)"
              + "|(?<m3>"
              + MONTHS
              + "),? (?<y3>\\d{4})"
              + "|(?<last>last |next )?(?<week>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
              + "|(?<rel>today|yesterday|tomorrow|recently|last week|this week|next week|last month|this month|next month|last year|this year|next year)"
              + "|(?<in>(?<=\\b(?:in|since|of|during|until|by|from) )(?:1[89]|20)\\d{2}))\\b");

  @Override
  public Set<Layer<?>> needs() {
    return Set.of();
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.TIMES);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    LocalDate anchor = anchor(analysis.document().published());
    List<TimeMention> times = new ArrayList<>();
    Matcher matcher = TIME.matcher(analysis.text());
    while (matcher.find()) {
      String[] value = value(matcher, anchor);
      if (value.length == 2) {
        Span span = new Span(matcher.start(), matcher.end());
        String id = Ids.of("time", analysis.document().id(), span.begin(), span.end());
        times.add(new TimeMention(id, span, matcher.group(), value[0], "DATE", value[1]));
      }
    }
    return analysis.with(Layer.TIMES, times);
  }

  private static @Nullable LocalDate anchor(@Nullable String published) {
    return published == null || published.length() < 10
        ? null
        : LocalDate.parse(published.substring(0, 10));
  }

  private static String[] value(Matcher m, @Nullable LocalDate anchor) {
    try {
      if (m.group("iso") != null) {
        return new String[] {LocalDate.parse(m.group("iso")).toString(), "day"};
      }
      if (m.group("d1") != null) {
        return day(m.group("d1"), m.group("m1"), m.group("y1"), anchor);
      }
      if (m.group("d2") != null) {
        return day(m.group("d2"), m.group("m2"), m.group("y2"), anchor);
      }
      if (m.group("m3") != null) {
        return new String[] {
          String.format(Locale.ROOT, "%s-%02d", m.group("y3"), month(m.group("m3")).getValue()),
          "month"
        };
      }
      if (m.group("in") != null) {
        return new String[] {m.group("in"), "year"};
      }
      return anchor == null ? new String[0] : relative(m, anchor);
    } catch (java.time.DateTimeException e) {
      return new String[0]; // "31 February": words of a date, but no day
    }
  }

  private static String[] day(
      String day, String month, @Nullable String year, @Nullable LocalDate anchor) {
    int d = Integer.parseInt(day);
    Month m = month(month);
    if (year != null) {
      return new String[] {LocalDate.of(Integer.parseInt(year), m, d).toString(), "day"};
    }
    if (anchor == null) {
      return new String[] {String.format(Locale.ROOT, "XXXX-%02d-%02d", m.getValue(), d), "day"};
    }
    LocalDate date = LocalDate.of(anchor.getYear(), m, d);
    if (date.isAfter(anchor.plusDays(90))) {
      date = LocalDate.of(anchor.getYear() - 1, m, d);
    }
    return new String[] {date.toString(), "day"};
  }

  private static String[] relative(Matcher m, LocalDate anchor) {
    if (m.group("week") != null) {
      DayOfWeek weekday = DayOfWeek.valueOf(m.group("week").toUpperCase(Locale.ROOT));
      boolean next = "next ".equals(m.group("last"));
      LocalDate date =
          anchor.with(
              next ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previousOrSame(weekday));
      return new String[] {date.toString(), "day"};
    }
    String words = m.group("rel");
    int step = words.startsWith("last") ? -1 : words.startsWith("next") ? 1 : 0;
    if (words.endsWith("week")) {
      LocalDate monday =
          anchor.plusWeeks(step).with(java.time.temporal.WeekFields.ISO.dayOfWeek(), 1);
      return new String[] {
        String.format(
            Locale.ROOT,
            "%d-W%02d",
            monday.get(java.time.temporal.WeekFields.ISO.weekBasedYear()),
            monday.get(java.time.temporal.WeekFields.ISO.weekOfWeekBasedYear())),
        "week"
      };
    }
    if (words.endsWith("month")) {
      return new String[] {anchor.plusMonths(step).toString().substring(0, 7), "month"};
    }
    if (words.endsWith("year")) {
      return new String[] {String.valueOf(anchor.getYear() + step), "year"};
    }
    return switch (words) {
      case "today" -> new String[] {anchor.toString(), "day"};
      case "yesterday" -> new String[] {anchor.minusDays(1).toString(), "day"};
      case "tomorrow" -> new String[] {anchor.plusDays(1).toString(), "day"};
      default -> new String[] {"PAST_REF", "unknown"};
    };
  }

  private static Month month(String word) {
    String start = word.substring(0, 3).toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(start)) {
        return month;
      }
    }
    throw new IllegalArgumentException(word);
  }
}
