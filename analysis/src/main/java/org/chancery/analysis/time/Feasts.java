package org.chancery.analysis.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Feasts that move: days from Western Easter (by the rule of Butcher, 1876) or Eastern Easter, days
 * listed year by year, and days of the Hijri calendar (Umm al-Qura, as the JDK has it; a country
 * that looks for the moon may differ by a day).
 */
final class Feasts {
  private Feasts() {}

  /** The day of {@code easter-2} or {@code hijri-10-01} in a year, or in the likeliest one. */
  static @Nullable TimeValue moving(
      String value, String year, String direction, @Nullable LocalDate anchor, Tense tense) {
    if (!year.isEmpty()) {
      LocalDate day = day(value, Integer.parseInt(year));
      return day == null ? null : TimeValue.day(day);
    }
    LocalDate near = anchor == null ? null : day(value, anchor.getYear());
    if (near == null) {
      return null;
    }
    int likely =
        YearGuess.year(near.getMonthValue(), near.getDayOfMonth(), direction, anchor, tense);
    LocalDate day = day(value, likely);
    return day == null ? null : TimeValue.day(day);
  }

  /** The day in a year of the common calendar, or null where it has none or the table ends. */
  private static @Nullable LocalDate day(String value, int year) {
    if (value.startsWith("easter")) {
      return easter(year).plusDays(Integer.parseInt(value.substring("easter".length())));
    }
    if (value.startsWith("orthodox")) {
      return orthodox(year).plusDays(Integer.parseInt(value.substring("orthodox".length())));
    }
    if (Character.isDigit(value.charAt(0))) {
      int at = value.indexOf(year + "-");
      return at < 0 ? null : LocalDate.parse(value.substring(at, at + 10));
    }
    String[] parts = value.split("-", -1);
    try {
      int first = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
      for (int hijri = first; hijri <= first + 1; hijri++) {
        LocalDate day =
            LocalDate.from(
                HijrahDate.of(hijri, Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        if (day.getYear() == year) {
          return day;
        }
      }
    } catch (DateTimeException e) {
      return null; // before 1882 or after 2077
    }
    return null;
  }

  /** By the rule of Meeus for the Julian calendar, 1900 to 2099. */
  private static LocalDate orthodox(int year) {
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int at = d + e + 114;
    return LocalDate.of(year, at / 31, at % 31 + 1).plusDays(13);
  }

  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31;
    int day = (h + l - 7 * m + 114) % 31 + 1;
    return LocalDate.of(year, month, day);
  }
}
