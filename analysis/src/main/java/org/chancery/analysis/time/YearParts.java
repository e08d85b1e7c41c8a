package org.chancery.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts of years and longer: quarters, halves, seasons, decades, centuries, weeks, holidays. */
final class YearParts {
  private final TimeWords words;
  private final TimeGroups groups;
  private final @Nullable LocalDate anchor;
  private final Told told;
  private final Tense tense;

  YearParts(TimeGroups groups, @Nullable LocalDate anchor, Told told, Tense tense) {
    this.words = groups.words();
    this.groups = groups;
    this.anchor = anchor;
    this.told = told;
    this.tense = tense;
  }

  @Nullable TimeValue quarter() {
    if (groups.get("q").equals("told")) {
      LocalDate quarter =
          told.quarter() != null ? told.quarter() : anchor == null ? null : anchor.minusMonths(3);
      return quarter == null
          ? null
          : TimeValue.quarter(groups.get("dir").isEmpty() ? quarter : quarter.minusYears(1));
    }
    String word = groups.get("q", "q2", "q3").toLowerCase(Locale.ROOT);
    int q =
        switch (word) {
          case "first", "1st", "1", "january", "jan" -> 1;
          case "second", "2nd", "2", "april", "apr" -> 2;
          case "third", "3rd", "3", "july", "jul" -> 3;
          default -> 4;
        };
    String letter = groups.get("half").equals("yes") ? "-H" : "-Q";
    String y = groups.get("y", "y2", "y3");
    if (y.isEmpty() && anchor == null) {
      return null;
    }
    int year;
    if (!y.isEmpty()) {
      year = Integer.parseInt(y);
    } else {
      LocalDate from = java.util.Objects.requireNonNull(anchor);
      String direction = groups.get("dir").toLowerCase(Locale.ROOT);
      year = from.getYear();
      if (direction.startsWith("last")) {
        year--;
      } else if (direction.startsWith("next")) {
        year++;
      } else if (direction.isEmpty() && tense != Tense.FUTURE && letter.equals("-Q")) {
        year = q * 3 - 2 > from.getMonthValue() + 1 ? year - 1 : year;
      }
    }
    return TimeValue.date(year + letter + q, letter.equals("-Q") ? "quarter" : "half-year");
  }

  @Nullable TimeValue season() {
    String season = words.value("season", groups.get("s"));
    String y = groups.get("y");
    if (!y.isEmpty()) {
      return TimeValue.date(y + "-" + season, "season");
    }
    if (anchor == null) {
      return TimeValue.date("XXXX-" + season, "season");
    }
    String direction = groups.get("dir").toLowerCase(Locale.ROOT);
    int first =
        switch (season) {
          case "SP" -> 3;
          case "SU" -> 6;
          case "FA" -> 9;
          default -> 12;
        };
    int year = anchor.getYear();
    boolean ahead =
        first > anchor.getMonthValue() && !(season.equals("WI") && anchor.getMonthValue() < 3);
    if (direction.endsWith(" year")) { // "the spring of last year"
      year += direction.startsWith("last") ? -1 : direction.startsWith("next") ? 1 : 0;
    } else if (direction.matches("last.*|.*(?:past|prev|preced).*")) {
      boolean over = anchor.getMonthValue() > first + 1 && !season.equals("WI");
      year = over ? year : year - 1;
    } else if (direction.matches("next.*|.*(?:coming|following).*")) {
      year = ahead ? year : year + 1;
    } else if (!direction.startsWith("this") && tense == Tense.PAST && ahead) {
      year--;
    } else if (direction.matches("|the") && tense == Tense.FUTURE) {
      year = anchor.getMonthValue() > first + 2 ? year + 1 : year;
    }
    return TimeValue.date(year + "-" + season, "season");
  }

  TimeValue decade() {
    String named = groups.get("e").toLowerCase(Locale.ROOT);
    if (!named.isEmpty()) {
      List<String> tens =
          List.of(
              "twenties",
              "thirties",
              "forties",
              "fifties",
              "sixties",
              "seventies",
              "eighties",
              "nineties");
      return TimeValue.decade(1920 + 10 * tens.indexOf(named));
    }
    String y = groups.get("y");
    if (y.length() == 2) {
      int tens = Integer.parseInt(y);
      int century = anchor != null && 2000 + tens > anchor.getYear() ? 1900 : 2000;
      return TimeValue.decade(century + tens);
    }
    return TimeValue.decade(Integer.parseInt(y));
  }

  /** The first, second ... week of a month, or the week of a day. */
  @Nullable TimeValue week() {
    int m = groups.month(groups.get("m", "m2", "m3"));
    String y = groups.get("y", "y2", "y3");
    String d = groups.get("d", "d3").replaceAll("\\D", "");
    if (m < 1 || (y.isEmpty() && anchor == null)) {
      return null;
    }
    int day =
        switch (groups.get("k")) {
          case "first" -> 3;
          case "second" -> 10;
          case "third" -> 17;
          case "fourth" -> 24;
          case "last" -> 28;
          default -> Math.min(28, Integer.parseInt(d));
        };
    int year = y.isEmpty() ? YearGuess.year(m, day, "", anchor, tense) : Integer.parseInt(y);
    return TimeValue.week(LocalDate.of(year, m, day));
  }

  /** A year in words: "nineteen ninety-six", "two thousand and four". */
  @Nullable TimeValue spelled() {
    String first = groups.get("c").toLowerCase(Locale.ROOT);
    String rest = groups.get("yy");
    int base =
        switch (first) {
          case "eighteen" -> 1800;
          case "nineteen" -> 1900;
          default -> 2000;
        };
    String number = rest.isEmpty() ? "0" : groups.number(rest);
    if (!number.matches("\\d{1,2}")) {
      return null;
    }
    int year = base + Integer.parseInt(number);
    String month = groups.get("m");
    return month.isEmpty() ? TimeValue.year(year) : YearGuess.of(year, groups.month(month), 0);
  }

  @Nullable TimeValue century() {
    String word = groups.get("n").toLowerCase(Locale.ROOT);
    int n =
        switch (word) {
          case "twentieth" -> 20;
          case "nineteenth" -> 19;
          case "eighteenth" -> 18;
          case "twenty-first" -> 21;
          default -> Integer.parseInt(word.replaceAll("\\D", ""));
        };
    return n == 0 ? null : TimeValue.date(String.format(Locale.ROOT, "%02d", n - 1), "century");
  }

  /** "The last Sunday in March" in the form of a feast. */
  private String weekdayOfMonth() {
    String k = groups.get("k");
    return String.format(
        Locale.ROOT,
        "%02d-%s-%s",
        groups.month(groups.get("m")),
        k.equals("last") ? "L" : groups.number(k),
        words.value("weekday", groups.get("w")));
  }

  @Nullable TimeValue holiday() {
    String value =
        groups.get("k").isEmpty()
            ? words.value("holiday", groups.get("h").replace('\u2019', '\''))
            : weekdayOfMonth();
    String y = groups.get("y");
    if (value.isEmpty() || (y.isEmpty() && anchor == null)) {
      return null;
    }
    if (!Character.isDigit(value.charAt(0)) || value.length() >= 10) {
      return Feasts.moving(value, y, groups.get("dir"), anchor, tense);
    }
    String[] date = value.split("-", -1);
    int month = Integer.parseInt(date[0]);
    int year =
        y.isEmpty()
            ? YearGuess.year(
                month,
                date.length == 2 ? Integer.parseInt(date[1]) : 20,
                groups.get("dir"),
                anchor,
                tense)
            : Integer.parseInt(y);
    if (date.length == 2) {
      return YearGuess.of(year, month, Integer.parseInt(date[1]));
    }
    DayOfWeek weekday = DayOfWeek.of(Integer.parseInt(date[2]));
    LocalDate first = LocalDate.of(year, month, 1);
    return TimeValue.day(
        first.with(
            date[1].equals("L")
                ? TemporalAdjusters.lastInMonth(weekday)
                : TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(date[1]), weekday)));
  }
}
