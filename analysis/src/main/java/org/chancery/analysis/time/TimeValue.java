package org.chancery.analysis.time;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value in the form of TIMEX3, its type and precision, and the day that it names, for later
 * expressions to lean on.
 */
record TimeValue(String value, String type, String precision, @Nullable LocalDate day) {
  static TimeValue day(LocalDate day) {
    return new TimeValue(day.toString(), "DATE", "day", day);
  }

  static TimeValue part(LocalDate day, String part) {
    return new TimeValue(day + "T" + part, "TIME", "part-of-day", day);
  }

  static TimeValue week(LocalDate day) {
    return new TimeValue(weekOf(day), "DATE", "week", null);
  }

  static TimeValue weekend(LocalDate day) {
    return new TimeValue(weekOf(day) + "-WE", "DATE", "weekend", null);
  }

  static TimeValue month(LocalDate day) {
    return new TimeValue(day.toString().substring(0, 7), "DATE", "month", null);
  }

  static TimeValue quarter(LocalDate day) {
    return new TimeValue(
        day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR), "DATE", "quarter", null);
  }

  static TimeValue year(int year) {
    return new TimeValue(String.format(Locale.ROOT, "%04d", year), "DATE", "year", null);
  }

  static TimeValue decade(int year) {
    return new TimeValue(year / 10 + "X", "DATE", "decade", null);
  }

  static TimeValue date(String value, String precision) {
    return new TimeValue(value, "DATE", precision, null);
  }

  static TimeValue duration(String value) {
    return new TimeValue(value, "DURATION", "duration", null);
  }

  static TimeValue set(String value) {
    return new TimeValue(value, "SET", "set", null);
  }

  private static String weekOf(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(WeekFields.ISO.weekBasedYear()),
        day.get(WeekFields.ISO.weekOfWeekBasedYear()));
  }
}
