package org.chancery.analysis.time;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days and months whose year is not said: the year that the words and the anchor make likeliest.
 */
final class YearGuess {
  /** A date without a year lies at most so many days ahead when nothing looks forward. */
  private static final int AHEAD_DAYS = 75;

  /** And at most so many when the words look back. */
  private static final int AHEAD_DAYS_PAST = 45;

  private YearGuess() {}

  static @Nullable TimeValue of(int year, int month, int day) {
    if (day == 0) {
      return TimeValue.month(LocalDate.of(year, month, 1));
    }
    return day > java.time.YearMonth.of(year, month).lengthOfMonth()
        ? null
        : TimeValue.day(LocalDate.of(year, month, day));
  }

  /** The year of a month or day named without one. */
  static int year(int month, int day, String direction, @Nullable LocalDate anchor, Tense tense) {
    LocalDate from = java.util.Objects.requireNonNull(anchor);
    int length = java.time.YearMonth.of(from.getYear(), month).lengthOfMonth();
    LocalDate date = LocalDate.of(from.getYear(), month, Math.min(length, Math.max(1, day)));
    LocalDate now = day == 0 ? from.withDayOfMonth(1) : from;
    String way = direction.toLowerCase(Locale.ROOT);
    if (way.startsWith("last") || way.contains("previous")) {
      return date.isBefore(now) ? date.getYear() : date.getYear() - 1;
    }
    if (way.startsWith("next") || way.contains("following")) {
      return date.isAfter(now) ? date.getYear() : date.getYear() + 1;
    }
    if (tense == Tense.FUTURE) {
      return date.isBefore(now.minusDays(60)) ? date.getYear() + 1 : date.getYear();
    }
    if (!date.isAfter(now)) {
      // in January, "on February 2" of a plan lies ahead, "in December" behind
      return date.isBefore(now.minusDays(365 - AHEAD_DAYS)) && tense != Tense.PAST
          ? date.getYear() + 1
          : date.getYear();
    }
    int ahead = tense == Tense.PAST ? AHEAD_DAYS_PAST : AHEAD_DAYS;
    return date.isAfter(now.plusDays(ahead)) ? date.getYear() - 1 : date.getYear();
  }
}
