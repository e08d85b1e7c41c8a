package org.chancery.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The day that a weekday's name means, from the words beside it and the tense around it. */
final class Weekdays {
  private Weekdays() {}

  /**
   * @param from the day that it is counted from
   * @param direction "last", "next", "this coming" ..., in lower case, or empty
   * @param known "Monday's vote": it lies behind unless a direction is given
   */
  static LocalDate on(
      DayOfWeek weekday, LocalDate from, String direction, Tense tense, boolean known) {
    if (direction.equals("last") && weekday == from.minusDays(1).getDayOfWeek()) {
      return from.minusDays(8); // yesterday is not called so
    }
    if (direction.matches("last.*|before|.*(?:past|prev).*")) {
      return from.with(TemporalAdjusters.previous(weekday));
    }
    if (direction.startsWith("next")) {
      LocalDate next = from.with(TemporalAdjusters.next(weekday));
      boolean sameWeek = weekday.getValue() > from.getDayOfWeek().getValue();
      return sameWeek && from.getDayOfWeek().getValue() < 5 ? next.plusWeeks(1) : next;
    }
    if (direction.matches("after|.*(?:coming|following).*")) {
      return from.with(TemporalAdjusters.next(weekday));
    }
    boolean ahead =
        direction.startsWith("this") ? tense != Tense.PAST : tense == Tense.FUTURE && !known;
    return ahead
        ? from.with(TemporalAdjusters.nextOrSame(weekday))
        : from.with(TemporalAdjusters.previousOrSame(weekday));
  }
}
