package org.chancery.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out the value of what a rule matched, from its groups and settings, the day that it is
 * anchored to, and the day last spoken of.
 */
final class TimeReader {

  private final TimeWords words;
  private final TimeRules.Rule rule;
  private final TimeGroups groups;
  private final YearParts parts;
  private final @Nullable LocalDate anchor;
  private final Told told;
  private final Tense tense;
  private final boolean possessive;

  TimeReader(
      TimeWords words,
      TimeRules.Rule rule,
      Map<String, String> groups,
      @Nullable LocalDate anchor,
      Told told,
      Tense tense,
      boolean possessive) {
    this.words = words;
    this.rule = rule;
    this.groups = new TimeGroups(words, rule, groups);
    this.parts = new YearParts(this.groups, anchor, told, tense);
    this.anchor = anchor;
    this.told = told;
    this.tense = tense;
    this.possessive = possessive;
  }

  /** The value, or null where the words make none (31 February, a weekday without an anchor). */
  @Nullable TimeValue read() {
    return switch (rule.op()) {
      case "date" -> date();
      case "weekday" -> weekday();
      case "relative" -> relative();
      case "duration" -> duration();
      case "set" -> set();
      case "constant" -> constant();
      case "clock" -> new ClockReader(groups, anchor, told, tense).read();
      case "quarter" -> parts.quarter();
      case "season" -> parts.season();
      case "decade" -> parts.decade();
      case "century" -> parts.century();
      case "spelled" -> parts.spelled();
      case "week" -> parts.week();
      default -> parts.holiday();
    };
  }

  private @Nullable TimeValue date() {
    TimeValue date = wholeDate();
    String part = groups.part(groups.get("p"));
    return date == null || date.day() == null || part.isEmpty()
        ? date
        : TimeValue.part(date.day(), part);
  }

  /** "The 29th" of the month that is spoken of, or of the one before or after it. */
  private @Nullable TimeValue dayOfMonth(String digits) {
    LocalDate from = told.day() == null ? anchor : told.day();
    if (from == null) {
      return null;
    }
    int day = Integer.parseInt(digits);
    LocalDate named = told.month();
    if (named != null && !YearMonth.from(named).equals(YearMonth.from(from))) {
      return YearGuess.of(named.getYear(), named.getMonthValue(), day); // "next month, on the 5th"
    }
    boolean ahead = tense == Tense.FUTURE;
    LocalDate month = from.withDayOfMonth(1);
    if (ahead && day < from.getDayOfMonth()) {
      month = month.plusMonths(1);
    } else if (!ahead && day > from.getDayOfMonth() && from.equals(anchor)) {
      month = month.minusMonths(1);
    } else if (tense == Tense.PAST
        && anchor != null
        && from.isAfter(anchor)
        && day <= anchor.getDayOfMonth()) {
      month = anchor.withDayOfMonth(1); // "since the 17th" is never ahead
    }
    return YearGuess.of(month.getYear(), month.getMonthValue(), day);
  }

  private @Nullable TimeValue wholeDate() {
    String y = groups.year(anchor, told);
    String monthWord = groups.get("m", "m2", "m3");
    String d = groups.dayOfMonth();
    int m = monthWord.isEmpty() ? 0 : groups.month(monthWord);
    if (m < 0 || m > 12) {
      return null;
    }
    if (m == 0) {
      return !y.isEmpty()
          ? TimeValue.year(Integer.parseInt(y))
          : d.isEmpty() ? null : dayOfMonth(d);
    }
    int day = d.isEmpty() ? 0 : Integer.parseInt(d);
    if (!y.isEmpty()) {
      boolean either = groups.get("either").equals("yes") && day >= 1 && day <= 12;
      return either
          ? nearer(Integer.parseInt(y), m, day)
          : YearGuess.of(Integer.parseInt(y), m, day);
    }
    if (anchor == null) {
      String bare = String.format(Locale.ROOT, "XXXX-%02d", m);
      return day == 0
          ? TimeValue.date(bare, "month")
          : TimeValue.date(bare + String.format(Locale.ROOT, "-%02d", day), "day");
    }
    return YearGuess.of(YearGuess.year(m, day, groups.get("dir"), anchor, tense), m, day);
  }

  /** 3/5/2014: the third of May or the fifth of March, whichever is nearer to the report. */
  private @Nullable TimeValue nearer(int y, int m, int d) {
    TimeValue dayFirst = YearGuess.of(y, m, d);
    TimeValue monthFirst = YearGuess.of(y, d, m);
    if (anchor == null || dayFirst == null || monthFirst == null) {
      return dayFirst;
    }
    LocalDate one = LocalDate.of(y, m, d);
    LocalDate other = LocalDate.of(y, d, m);
    return Math.abs(ChronoUnit.DAYS.between(anchor, other))
            < Math.abs(ChronoUnit.DAYS.between(anchor, one))
        ? monthFirst
        : dayFirst;
  }

  /** "Monday's vote" is one that is known: it lies behind unless something else looks forward. */
  private @Nullable TimeValue weekday() {
    if (anchor == null) {
      return null;
    }
    String word = groups.get("w", "w2");
    String direction = groups.get("dir", "dir2").toLowerCase(Locale.ROOT);
    String part = groups.part(groups.get("p", "p2", "p3"));
    LocalDate day = anchor;
    String week = groups.get("week").toLowerCase(Locale.ROOT);
    if (!week.isEmpty()) {
      LocalDate from = week.startsWith("the") && told.day() != null ? told.day() : anchor;
      int weeks = week.contains("this") ? 0 : week.matches("last|.*previous") ? -1 : 1;
      day = from.plusWeeks(weeks).with(groups.weekday(word));
    } else if (!word.isEmpty()) {
      LocalDate said = told.day();
      boolean leans =
          direction.matches("before|after|the .*")
              && !(tense == Tense.PAST && said != null && said.isAfter(anchor));
      LocalDate from = leans && said != null ? said : anchor;
      day = Weekdays.on(groups.weekday(word), from, direction, tense, possessive);
    } else if (direction.startsWith("yesterday")) {
      boolean tonight = tense == Tense.FUTURE && !groups.get("q").isEmpty(); // "overnight"
      day = tonight ? anchor : anchor.minusDays(1);
      part = part.isEmpty() ? "NI" : part;
    } else if (direction.startsWith("tomorrow")) {
      day = anchor.plusDays(1);
    } else if (direction.equals("told")) {
      boolean over =
          tense == Tense.FUTURE
              && groups.get("shift").isEmpty()
              && told.day() != null
              && told.day().isBefore(anchor);
      boolean ahead = tense == Tense.PAST && told.day() != null && told.day().isAfter(anchor);
      day = told.day() == null || over || ahead ? anchor : told.day();
      part = part.isEmpty() ? "MO" : part;
    }
    String shift = groups.get("shift");
    day = shift.isEmpty() ? day : day.plusDays(Integer.parseInt(shift));
    return part.isEmpty() ? TimeValue.day(day) : TimeValue.part(day, part);
  }

  private @Nullable TimeValue relative() {
    String unit = groups.unit();
    String count = groups.get("n", "n2", "n3");
    count = count.isEmpty() ? "1" : count;
    String n = groups.number(count);
    boolean back = groups.get("sign").equals("-");
    if (n.equals("X")) {
      return TimeValue.date(back ? "PAST_REF" : "FUTURE_REF", "unknown");
    }
    double half = groups.get("half").isEmpty() ? 0 : 0.5;
    double amount = (back ? -1 : 1) * (Double.parseDouble(n) + half);
    String same = groups.get("same", "same2").toLowerCase(Locale.ROOT);
    if (!same.isEmpty() && anchor != null) {
      LocalDate then = anchor.plusYears(Math.round(amount));
      return same.equals("today")
          ? TimeValue.day(then)
          : same.equals("week") ? TimeValue.week(then) : TimeValue.month(then);
    }
    if (unit.equals("NY")) {
      boolean next = tense == Tense.FUTURE && anchor != null && anchor.getMonthValue() > 3;
      return anchor == null ? null : TimeValue.year(anchor.getYear() + (next ? 1 : 0));
    }
    if (unit.equals("Y") && back && amount == -1 && told.quarter() != null) {
      return TimeValue.quarter(told.quarter().minusYears(1)); // "a year ago" of quarter's figures
    }
    boolean fromTold = groups.get("from").equals("told");
    LocalDateTime clock = told.clock();
    if (fromTold && clock != null && unit.startsWith("T")) {
      return TimeSpans.shifted(clock, amount, unit);
    }
    LocalDate from = fromTold ? told.before(unit) : null;
    boolean never = tense == Tense.PAST && amount == 0 && unit.equals("D");
    from = from == null || (never && anchor != null && from.isAfter(anchor)) ? anchor : from;
    if (from != null && fromTold && unit.equals("WE") && amount == 0) {
      return TimeValue.weekend(from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }
    if (from != null && unit.equals("WE") && amount == 0 && tense == Tense.FUTURE) {
      return TimeValue.weekend(from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
    }
    if (from != null && unit.equals("W") && amount == 0 && tense == Tense.FUTURE) {
      from = from.getDayOfWeek() == DayOfWeek.SUNDAY ? from.plusDays(1) : from;
    }
    return from == null ? null : TimeSpans.shifted(from, amount, unit);
  }

  private @Nullable TimeValue duration() {
    String unit = groups.unit();
    String count = groups.get("n", "n2", "n3");
    String n = groups.number(count.isEmpty() ? "1" : count);
    if (unit.isEmpty() || n.isEmpty()) {
      return null;
    }
    boolean half = !groups.get("half", "half2").isEmpty();
    return TimeValue.duration(TimeSpans.period(n, unit, half));
  }

  private @Nullable TimeValue set() {
    String weekday = groups.get("w", "w2");
    if (!weekday.isEmpty()) {
      return TimeValue.set("XXXX-WXX-" + words.value("weekday", weekday));
    }
    String season = groups.get("s");
    if (!season.isEmpty()) {
      return TimeValue.set("XXXX-" + words.value("season", season));
    }
    String month = groups.get("m", "m2", "m3", "m4");
    if (!month.isEmpty()) {
      String day = groups.get("d", "d2", "d3", "d4").replaceAll("\\D", "");
      String date = String.format(Locale.ROOT, "XXXX-%02d", groups.month(month));
      return TimeValue.set(
          day.isEmpty() ? date : date + "-" + (day.length() < 2 ? "0" + day : day));
    }
    String adverb = groups.get("k").toLowerCase(Locale.ROOT);
    if (!adverb.isEmpty()) {
      return TimeValue.set(
          switch (adverb) {
            case "daily", "nightly" -> "P1D";
            case "weekly" -> "P1W";
            case "fortnightly" -> "P2W";
            case "monthly" -> "P1M";
            case "quarterly" -> "P3M";
            case "biannual" -> "P6M";
            case "biennial" -> "P2Y";
            case "hourly" -> "PT1H";
            default -> "P1Y";
          });
    }
    String n = groups.get("n");
    String count = n.isEmpty() ? "1" : n.equals("other") ? "2" : groups.number(n);
    String unit = groups.unit();
    if (unit.equals("WE")) {
      return TimeValue.set("XXXX-WXX-WE");
    }
    return unit.isEmpty() || count.isEmpty()
        ? null
        : TimeValue.set(TimeSpans.period(count, unit, false));
  }

  private @Nullable TimeValue constant() {
    String value = groups.get("value");
    if (value.contains("{DAY}")) {
      return anchor == null ? null : TimeValue.part(anchor, value.substring(6));
    }
    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return TimeValue.day(LocalDate.parse(value));
    }
    return switch (rule.settings().getOrDefault("type", "DATE")) {
      case "DURATION" -> TimeValue.duration(value);
      case "SET" -> TimeValue.set(value);
      default -> TimeValue.date(value, "unknown");
    };
  }
}
