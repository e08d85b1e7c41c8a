package org.chancery.analysis.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a report last spoke of: a day, the first day of a month, of a year, of a quarter, an hour of
 * the clock; null where it has not yet. "Two days later", "that year", "the quarter", "an hour
 * later" lean on it.
 */
record Told(
    @Nullable LocalDate day,
    @Nullable LocalDate month,
    @Nullable LocalDate year,
    @Nullable LocalDate quarter,
    @Nullable LocalDateTime clock) {
  static final Told NOTHING = new Told(null, null, null, null, null);

  /** The day that a shift by a unit counts from, or null. */
  @Nullable LocalDate before(String unit) {
    return switch (unit) {
      case "Y", "E", "C" -> year;
      case "M", "Q" -> month;
      default -> day;
    };
  }

  /** With a value that was just read. */
  Told and(TimeValue value) {
    if (!value.type().equals("DATE") && !value.type().equals("TIME")) {
      return this;
    }
    LocalDate at = value.day();
    String text = value.value();
    if (at == null && text.matches("\\d{4}-\\d{2}")) {
      LocalDate first = LocalDate.parse(text + "-01");
      return new Told(day, first, first, quarter, null);
    }
    if (at == null && text.matches("\\d{4}(?:-(?:SP|SU|FA|WI|H[12]))?")) {
      return new Told(day, month, LocalDate.parse(text.substring(0, 4) + "-01-01"), quarter, null);
    }
    if (text.matches("\\d{4}-Q[1-4]")) {
      int first = (text.charAt(6) - '1') * 3 + 1;
      return new Told(
          day, month, year, LocalDate.of(Integer.parseInt(text.substring(0, 4)), first, 1), null);
    }
    if (at != null && text.matches("\\d{4}-\\d{2}-\\d{2}T(?:[01]\\d|2[0-3]):[0-5]\\d")) {
      return new Told(at, at, at, quarter, LocalDateTime.parse(text));
    }
    return at == null ? this : new Told(at, at, at, quarter, at.equals(day) ? clock : null);
  }

  /** Spoken of another day; all else stays as it was. */
  Told on(@Nullable LocalDate other) {
    return new Told(other, month, year, quarter, clock);
  }
}
