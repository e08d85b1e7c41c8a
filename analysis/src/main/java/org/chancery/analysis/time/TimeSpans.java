package org.chancery.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spans of time: a day moved by a number of units, and a number of units as ISO 8601. */
final class TimeSpans {
  private TimeSpans() {}

  static @Nullable TimeValue shifted(LocalDate from, double amount, String unit) {
    long whole = Math.round(amount);
    if (unit.equals("C") && amount != whole) { // "half a century ago"
      return TimeValue.year(from.getYear() + (int) Math.round(100 * amount));
    }
    if (unit.equals("E") && amount != whole) {
      return TimeValue.year(from.getYear() + (int) Math.round(10 * amount));
    }
    return switch (unit) {
      case "D" -> TimeValue.day(from.plusDays(whole));
      case "W" -> TimeValue.week(from.plusWeeks(whole));
      case "F" -> TimeValue.week(from.plusWeeks(2 * whole));
      case "WE" -> {
        LocalDate saturday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        boolean now = from.getDayOfWeek().getValue() >= 6;
        yield TimeValue.weekend(
            whole == 0 && !now
                ? saturday
                : saturday.plusWeeks(now || whole > 0 ? whole : whole + 1));
      }
      case "M" -> TimeValue.month(from.plusMonths(whole));
      case "Q" -> TimeValue.quarter(from.plusMonths(3 * whole));
      case "Y" ->
          amount == whole
              ? TimeValue.year(from.getYear() + (int) whole)
              : TimeValue.month(from.plusMonths(Math.round(amount * 12)));
      case "E" ->
          whole == 0
              ? TimeValue.decade(from.getYear())
              : TimeValue.year(from.getYear() + (int) Math.round(amount * 10));
      case "C" ->
          whole == 0
              ? TimeValue.date(String.valueOf(from.getYear() / 100), "century")
              : TimeValue.year(from.getYear() + (int) Math.round(amount * 100));
      default -> TimeValue.day(from);
    };
  }

  /** A clock so many hours, minutes or seconds later or earlier. */
  static TimeValue shifted(LocalDateTime from, double amount, String unit) {
    long minutes = Math.round(amount * (unit.equals("TH") ? 60 : unit.equals("TM") ? 1 : 1.0 / 60));
    LocalDateTime at = from.plusMinutes(minutes);
    return new TimeValue(
        at.toLocalDate() + String.format(Locale.ROOT, "T%02d:%02d", at.getHour(), at.getMinute()),
        "TIME",
        "minute",
        at.toLocalDate());
  }

  /** ISO 8601 of a number of units: half years are months, decades ten years. */
  static String period(String n, String unit, boolean half) {
    String time = unit.startsWith("T") ? "T" : "";
    String letter = time.isEmpty() ? unit : unit.substring(1);
    if (n.equals("X")) {
      return switch (letter) {
        case "E" -> "PXE";
        case "C" -> "PXC";
        case "F", "WE" -> "PXW";
        default -> "P" + time + "X" + letter;
      };
    }
    double amount = Double.parseDouble(n) + (half ? 0.5 : 0);
    switch (letter) {
      case "E" -> {
        amount *= 10;
        letter = "Y";
      }
      case "C" -> {
        amount *= 100;
        letter = "Y";
      }
      case "F" -> {
        amount *= 2;
        letter = "W";
      }
      case "Q" -> {
        amount *= 3;
        letter = "M";
      }
      case "WE" -> {
        amount *= 2;
        letter = "D";
      }
      default -> {}
    }
    boolean whole = amount == Math.rint(amount);
    if (!whole && letter.equals("Y")) {
      return "P" + Math.round(amount * 12) + "M";
    }
    if (!whole && time.equals("T") && letter.equals("H")) {
      long minutes = Math.round(amount * 60);
      return minutes < 60 ? "PT" + minutes + "M" : "PT" + minutes / 60 + "H" + minutes % 60 + "M";
    }
    return "P" + time + (whole ? String.valueOf((long) amount) : String.valueOf(amount)) + letter;
  }
}
