package org.chancery.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.WeekFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a date of the record can mean, both inclusive: a day, an ISO week, a month,
 * quarter, half, season, year or decade (ISO 8601 and TIMEX3). Rows are sorted and bounded by them,
 * because the words of the values do not sort by time ({@code 2025-W12} is no later than {@code
 * 2025-11}).
 */
record DayRange(LocalDate first, LocalDate last) {
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})(-WE)?(T.*)?");
  private static final Pattern PART = Pattern.compile("(\\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)");
  private static final int DECADE = 10;

  /** The days of a value; null for one that names none, such as {@code PAST_REF}. */
  static @Nullable DayRange of(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      if (value.matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?")) {
        LocalDate day = LocalDate.parse(value.substring(0, 10));
        return new DayRange(day, day);
      }
      if (value.matches("\\d{4}-\\d{2}")) {
        return months(YearMonth.parse(value), 1);
      }
      if (value.matches("\\d{4}")) {
        return months(YearMonth.of(Integer.parseInt(value), 1), 12);
      }
      if (value.matches("\\d{3}X")) {
        int year = DECADE * Integer.parseInt(value.substring(0, 3));
        return months(YearMonth.of(year, 1), 12 * DECADE);
      }
      return partOfYear(value);
    } catch (DateTimeException e) {
      return null; // the 31st of February names no day
    }
  }

  private static @Nullable DayRange partOfYear(String value) {
    Matcher week = WEEK.matcher(value);
    if (week.matches()) {
      LocalDate monday =
          LocalDate.of(Integer.parseInt(week.group(1)), 1, 4) // always in the first week
              .with(WeekFields.ISO.weekOfWeekBasedYear(), Integer.parseInt(week.group(2)))
              .with(WeekFields.ISO.dayOfWeek(), 1);
      return new DayRange(week.group(3) == null ? monday : monday.plusDays(5), monday.plusDays(6));
    }
    Matcher part = PART.matcher(value);
    if (!part.matches()) {
      return null;
    }
    int number = part.group(2).charAt(1) - '0';
    int first =
        switch (part.group(2)) {
          case "SP" -> 3;
          case "SU" -> 6;
          case "FA" -> 9;
          case "WI" -> 12;
          default -> part.group(2).startsWith("Q") ? 3 * number - 2 : 6 * number - 5;
        };
    return months(
        YearMonth.of(Integer.parseInt(part.group(1)), first),
        part.group(2).startsWith("H") ? 6 : 3);
  }

  private static DayRange months(YearMonth first, int months) {
    return new DayRange(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
  }

  /**
   * The days of a bound that a reader gave: a day, month or year.
   *
   * @throws IllegalArgumentException naming the bound, where it is none of these
   */
  static DayRange bound(String name, String value) {
    DayRange range = value.matches("\\d{4}(-\\d{2}(-\\d{2})?)?") ? of(value) : null;
    if (range == null) {
      throw new IllegalArgumentException(name + " is a day such as 2024-05-03, or a month or year");
    }
    return range;
  }
}
