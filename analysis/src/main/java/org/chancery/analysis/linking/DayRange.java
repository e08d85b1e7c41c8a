package org.chancery.analysis.linking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.MentionProfile.Days;
import org.jspecify.annotations.Nullable;

/** ISO 8601 and TIMEX3 values as ranges of days. */
final class DayRange {
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})(-WE)?.*");
  private static final Pattern SEASON = Pattern.compile("(\\d{4})-(WI|SP|SU|FA)");

  private DayRange() {}

  /** The days of a value that words say, or null for one without days. */
  static @Nullable Days of(String value) {
    try {
      int slash = value.indexOf('/');
      if (slash < 0) {
        return single(value);
      }
      Days from = single(value.substring(0, slash));
      Days to = single(value.substring(slash + 1));
      if (from == null || to == null) {
        return from == null ? to : from;
      }
      return to.last() < from.first() ? from : new Days(from.first(), to.last(), true);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Days single(String value) {
    Matcher week = WEEK.matcher(value);
    if (week.matches()) {
      LocalDate monday =
          LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group(2)))
              .with(java.time.DayOfWeek.MONDAY);
      return week.group(3) == null
          ? days(monday, monday.plusDays(6))
          : days(monday.plusDays(4), monday.plusDays(6)); // the weekend as reports speak of it
    }
    Matcher season = SEASON.matcher(value);
    if (season.matches()) {
      int year = Integer.parseInt(season.group(1));
      return switch (season.group(2)) {
        case "SP" -> days(LocalDate.of(year, 3, 1), LocalDate.of(year, 5, 31));
        case "SU" -> days(LocalDate.of(year, 6, 1), LocalDate.of(year, 8, 31));
        case "FA" -> days(LocalDate.of(year, 9, 1), LocalDate.of(year, 11, 30));
        default -> days(LocalDate.of(year, 12, 1), LocalDate.of(year + 1, 2, 28));
      };
    }
    if (value.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      LocalDate day = LocalDate.parse(value.substring(0, 10));
      return days(day, day);
    }
    if (value.matches("\\d{4}-\\d{2}")) {
      YearMonth month = YearMonth.parse(value);
      return days(month.atDay(1), month.atEndOfMonth());
    }
    if (value.matches("\\d{4}")) {
      Year year = Year.parse(value);
      return days(year.atDay(1), year.atDay(year.length()));
    }
    return null;
  }

  private static Days days(LocalDate first, LocalDate last) {
    return new Days(Math.toIntExact(first.toEpochDay()), Math.toIntExact(last.toEpochDay()), true);
  }

  /** The days that a report of this day is usually of: that day and the days just before. */
  static Days before(int published, int days) {
    return new Days(published - days, published, false);
  }

  /** A day (ISO, or the beginning of an instant) counted from 1970-01-01, or null. */
  static @Nullable Integer day(@Nullable String iso) {
    if (iso == null) {
      return null;
    }
    try {
      return Math.toIntExact(LocalDate.parse(iso).toEpochDay());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
