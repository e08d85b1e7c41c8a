package org.chancery.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out the value of what a rule matched, from its groups and settings, the day that it is
 * anchored to, and the day last spoken of.
 */
final class TimeReader {
  /** A date without a year lies at most so many days ahead when nothing looks forward. */
  private static final int AHEAD_DAYS = 75;

  /** And at most so many when the words look back. */
  private static final int AHEAD_DAYS_PAST = 45;

  private final TimeWords words;
  private final TimeRules.Rule rule;
  private final Map<String, String> groups;
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
    this.groups = groups;
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
      case "clock" -> clock();
      case "quarter" -> quarter();
      case "season" -> season();
      case "decade" -> decade();
      case "century" -> century();
      case "spelled" -> spelled();
      case "week" -> week();
      default -> holiday();
    };
  }

  /** The first of these groups that matched, else the setting of the first, else empty. */
  private String get(String... names) {
    for (String name : names) {
      String found = groups.get(name);
      if (found != null) {
        return found;
      }
    }
    return rule.settings().getOrDefault(names[0], "");
  }

  private @Nullable TimeValue date() {
    String y = get("y");
    String monthWord = get("m", "m2", "m3");
    String d = get("d").replaceAll("\\D", "");
    int m = monthWord.isEmpty() ? 0 : month(monthWord);
    if (m < 0 || m > 12) {
      return null;
    }
    if (m == 0) {
      return y.isEmpty() ? null : TimeValue.year(Integer.parseInt(y));
    }
    int day = d.isEmpty() ? 0 : Integer.parseInt(d);
    if (!y.isEmpty()) {
      return of(Integer.parseInt(y), m, day);
    }
    if (anchor == null) {
      String bare = String.format(Locale.ROOT, "XXXX-%02d", m);
      return day == 0
          ? TimeValue.date(bare, "month")
          : TimeValue.date(bare + String.format(Locale.ROOT, "-%02d", day), "day");
    }
    return of(year(m, day, get("dir")), m, day);
  }

  private static @Nullable TimeValue of(int year, int month, int day) {
    if (day == 0) {
      return TimeValue.month(LocalDate.of(year, month, 1));
    }
    return day > java.time.YearMonth.of(year, month).lengthOfMonth()
        ? null
        : TimeValue.day(LocalDate.of(year, month, day));
  }

  private int month(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    String value = words.value("month", word);
    return value.isEmpty() ? -1 : Integer.parseInt(value);
  }

  /** The year of a month or day named without one. */
  private int year(int month, int day, String direction) {
    LocalDate from = java.util.Objects.requireNonNull(anchor);
    int length = java.time.YearMonth.of(from.getYear(), month).lengthOfMonth();
    LocalDate date = LocalDate.of(from.getYear(), month, Math.min(length, Math.max(1, day)));
    LocalDate now = day == 0 ? from.withDayOfMonth(1) : from;
    String way = direction.toLowerCase(Locale.ROOT);
    if (way.startsWith("last")) {
      return date.isBefore(now) ? date.getYear() : date.getYear() - 1;
    }
    if (way.startsWith("next")) {
      return date.isAfter(now) ? date.getYear() : date.getYear() + 1;
    }
    if (tense == Tense.FUTURE) {
      return date.isBefore(now.minusDays(60)) ? date.getYear() + 1 : date.getYear();
    }
    if (!date.isAfter(now)) {
      // in January, "on February 2" of a plan lies ahead, "in December" behind
      return date.isBefore(now.minusDays(320)) && tense != Tense.PAST
          ? date.getYear() + 1
          : date.getYear();
    }
    int ahead = tense == Tense.PAST ? AHEAD_DAYS_PAST : AHEAD_DAYS;
    return date.isAfter(now.plusDays(ahead)) ? date.getYear() - 1 : date.getYear();
  }

  /** "Monday's vote" is one that is known: it lies behind unless something else looks forward. */
  private @Nullable TimeValue weekday() {
    if (anchor == null) {
      return null;
    }
    String word = get("w");
    String direction = get("dir").toLowerCase(Locale.ROOT);
    String part = part(get("p", "p2"));
    LocalDate day = anchor;
    if (!word.isEmpty()) {
      day = onWeekday(anchor, word, direction);
    } else if (direction.startsWith("yesterday")) {
      day = anchor.minusDays(1);
      part = part.isEmpty() ? "NI" : part;
    } else if (direction.startsWith("tomorrow")) {
      day = anchor.plusDays(1);
    } else if (direction.equals("told")) {
      day = told.day() == null ? anchor : told.day();
      part = part.isEmpty() ? "MO" : part;
    }
    return part.isEmpty() ? TimeValue.day(day) : TimeValue.part(day, part);
  }

  private String part(String word) {
    return word.isEmpty() ? "" : words.value("part", word);
  }

  private LocalDate onWeekday(LocalDate from, String word, String direction) {
    DayOfWeek weekday = DayOfWeek.of(Integer.parseInt(words.value("weekday", word)));
    if (direction.startsWith("last") || direction.contains("past") || direction.contains("prev")) {
      return from.with(TemporalAdjusters.previous(weekday));
    }
    if (direction.startsWith("next")) {
      LocalDate next = from.with(TemporalAdjusters.next(weekday));
      boolean sameWeek = weekday.getValue() > from.getDayOfWeek().getValue();
      return sameWeek && from.getDayOfWeek().getValue() < 5 ? next.plusWeeks(1) : next;
    }
    if (direction.contains("coming") || direction.contains("following")) {
      return from.with(TemporalAdjusters.next(weekday));
    }
    if (direction.startsWith("this")) {
      return tense == Tense.PAST
          ? from.with(TemporalAdjusters.previousOrSame(weekday))
          : from.with(TemporalAdjusters.nextOrSame(weekday));
    }
    return tense == Tense.FUTURE && !possessive
        ? from.with(TemporalAdjusters.nextOrSame(weekday))
        : from.with(TemporalAdjusters.previousOrSame(weekday));
  }

  private @Nullable TimeValue relative() {
    String unit = unit();
    String count = get("n", "n2");
    count = count.isEmpty() ? "1" : count;
    String n = number(count);
    boolean back = get("sign").equals("-");
    if (n.equals("X")) {
      return TimeValue.date(back ? "PAST_REF" : "FUTURE_REF", "unknown");
    }
    double amount = (back ? -1 : 1) * Double.parseDouble(n);
    if (unit.equals("Y") && back && amount == -1 && told.quarter() != null) {
      return TimeValue.quarter(told.quarter().minusYears(1)); // "a year ago" of quarter's figures
    }
    LocalDate from = get("from").equals("told") ? told.before(unit) : null;
    from = from == null ? anchor : from;
    return from == null ? null : shifted(from, amount, unit);
  }

  private static @Nullable TimeValue shifted(LocalDate from, double amount, String unit) {
    long whole = Math.round(amount);
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

  private String unit() {
    String word = get("unit", "unit2", "unit3", "unit4", "e", "f");
    if (word.length() <= 2 && !word.isEmpty()) {
      return word; // a setting of the rule
    }
    if (word.startsWith("year")) {
      return "Y";
    }
    return word.equals("morning") ? "D" : words.value("unit", word);
  }

  /** A count in digits or words as digits, X for an unsaid one. */
  private String number(String word) {
    if (word.isEmpty() || word.equals("X")) {
      return "X";
    }
    if (Character.isDigit(word.charAt(0)) || word.charAt(0) == '-') {
      String plain = word.replaceAll("(?<=\\d)(?:st|nd|rd|th)$", "");
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    if (word.equals("single")) {
      return "1";
    }
    String value = words.value("number", word);
    return value.isEmpty() ? words.value("ordinal", word) : value;
  }

  private @Nullable TimeValue duration() {
    String unit = unit();
    String count = get("n", "n2");
    String n = number(count.isEmpty() ? "1" : count);
    if (unit.isEmpty() || n.isEmpty()) {
      return null;
    }
    boolean half = !get("half", "half2").isEmpty();
    return TimeValue.duration(period(n, unit, half));
  }

  /** ISO 8601 of a number of units: half years are months, decades ten years. */
  private static String period(String n, String unit, boolean half) {
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

  private @Nullable TimeValue set() {
    String weekday = get("w", "w2");
    if (!weekday.isEmpty()) {
      return TimeValue.set("XXXX-WXX-" + words.value("weekday", weekday));
    }
    String month = get("m");
    if (!month.isEmpty()) {
      return TimeValue.set(String.format(Locale.ROOT, "XXXX-%02d", month(month)));
    }
    String adverb = get("k").toLowerCase(Locale.ROOT);
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
    String n = get("n");
    String count = n.isEmpty() ? "1" : n.equals("other") ? "2" : number(n);
    String unit = unit();
    if (unit.equals("WE")) {
      return TimeValue.set("XXXX-WXX-WE");
    }
    return unit.isEmpty() || count.isEmpty() ? null : TimeValue.set(period(count, unit, false));
  }

  private @Nullable TimeValue constant() {
    String value = get("value");
    if (value.contains("{DAY}")) {
      return anchor == null ? null : TimeValue.part(anchor, value.substring(6));
    }
    return rule.settings().getOrDefault("type", "DATE").equals("DURATION")
        ? TimeValue.duration(value)
        : TimeValue.date(value, "unknown");
  }

  private @Nullable TimeValue clock() {
    LocalDate day = anchor;
    String weekday = get("w", "w2");
    String direction = get("dir").toLowerCase(Locale.ROOT);
    if (anchor != null && !weekday.isEmpty()) {
      day = onWeekday(anchor, weekday, "");
    } else if (anchor != null && direction.startsWith("yesterday")) {
      day = anchor.minusDays(1);
    } else if (anchor != null && direction.startsWith("tomorrow")) {
      day = anchor.plusDays(1);
    } else if (told.day() != null) {
      day = told.day();
    }
    String half = get("ap").toLowerCase(Locale.ROOT);
    String hour = get("h", "h2");
    String minute = get("mi", "mi2");
    int h;
    if (hour.isEmpty()) {
      h = !half.startsWith("midn") ? 12 : weekday.isEmpty() ? 0 : 24;
    } else {
      String digits = number(hour);
      if (!digits.matches("\\d{1,2}")) {
        return null;
      }
      h = Integer.parseInt(digits);
      boolean later = half.equals("afternoon") || half.equals("evening") || half.startsWith("p");
      boolean early = half.equals("morning") || half.startsWith("a.") || half.startsWith("am");
      h = later && h < 12 ? h + 12 : early && h == 12 ? 0 : h;
    }
    String date = day == null ? "XXXX-XX-XX" : day.toString();
    return new TimeValue(
        date + String.format(Locale.ROOT, "T%02d:%s", h, minute.isEmpty() ? "00" : minute),
        "TIME",
        "minute",
        day);
  }

  private @Nullable TimeValue quarter() {
    if (get("q").equals("told")) {
      LocalDate quarter =
          told.quarter() != null ? told.quarter() : anchor == null ? null : anchor.minusMonths(3);
      return quarter == null ? null : TimeValue.quarter(quarter);
    }
    String word = get("q", "q2").toLowerCase(Locale.ROOT);
    int q =
        switch (word) {
          case "first", "1st", "1" -> 1;
          case "second", "2nd", "2" -> 2;
          case "third", "3rd", "3" -> 3;
          default -> 4;
        };
    String letter = get("half").equals("yes") ? "-H" : "-Q";
    String y = get("y", "y2");
    if (y.isEmpty() && anchor == null) {
      return null;
    }
    int year;
    if (!y.isEmpty()) {
      year = Integer.parseInt(y);
    } else {
      LocalDate from = java.util.Objects.requireNonNull(anchor);
      String direction = get("dir").toLowerCase(Locale.ROOT);
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

  private @Nullable TimeValue season() {
    String season = words.value("season", get("s"));
    String y = get("y");
    if (!y.isEmpty()) {
      return TimeValue.date(y + "-" + season, "season");
    }
    if (anchor == null) {
      return TimeValue.date("XXXX-" + season, "season");
    }
    String direction = get("dir").toLowerCase(Locale.ROOT);
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
    if (direction.startsWith("last") || direction.contains("past")) {
      boolean over = anchor.getMonthValue() > first + 1 && !season.equals("WI");
      year = over ? year : year - 1;
    } else if (direction.startsWith("next") || direction.contains("coming")) {
      year = ahead ? year : year + 1;
    } else if (!direction.startsWith("this") && tense == Tense.PAST && ahead) {
      year--;
    }
    return TimeValue.date(year + "-" + season, "season");
  }

  private TimeValue decade() {
    String named = get("e");
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
    String y = get("y");
    if (y.length() == 2) {
      int tens = Integer.parseInt(y);
      int century = anchor != null && 2000 + tens > anchor.getYear() ? 1900 : 2000;
      return TimeValue.decade(century + tens);
    }
    return TimeValue.decade(Integer.parseInt(y));
  }

  /** The first, second ... week of a month, or the week of a day. */
  private @Nullable TimeValue week() {
    int m = month(get("m", "m2"));
    String y = get("y", "y2");
    String d = get("d").replaceAll("\\D", "");
    if (m < 1 || (y.isEmpty() && anchor == null)) {
      return null;
    }
    int day =
        switch (get("k")) {
          case "first" -> 3;
          case "second" -> 10;
          case "third" -> 17;
          case "fourth" -> 24;
          case "last" -> 28;
          default -> Math.min(28, Integer.parseInt(d));
        };
    int year = y.isEmpty() ? year(m, day, "") : Integer.parseInt(y);
    return TimeValue.week(LocalDate.of(year, m, day));
  }

  /** A year in words: "nineteen ninety-six", "two thousand and four". */
  private @Nullable TimeValue spelled() {
    String first = get("c").toLowerCase(Locale.ROOT);
    String rest = get("yy");
    int base =
        switch (first) {
          case "eighteen" -> 1800;
          case "nineteen" -> 1900;
          default -> 2000;
        };
    String number = rest.isEmpty() ? "0" : number(rest);
    if (!number.matches("\\d{1,2}")) {
      return null;
    }
    int year = base + Integer.parseInt(number);
    String month = get("m");
    return month.isEmpty() ? TimeValue.year(year) : of(year, month(month), 0);
  }

  private @Nullable TimeValue century() {
    String word = get("n").toLowerCase(Locale.ROOT);
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

  private @Nullable TimeValue holiday() {
    String[] date = words.value("holiday", get("h").replace('\u2019', '\'')).split("-", -1);
    if (date.length < 2) {
      return null;
    }
    String y = get("y");
    if (y.isEmpty() && anchor == null) {
      return null;
    }
    int month = Integer.parseInt(date[0]);
    int year =
        y.isEmpty()
            ? year(month, date.length == 2 ? Integer.parseInt(date[1]) : 20, get("dir"))
            : Integer.parseInt(y);
    if (date.length == 2) {
      return of(year, month, Integer.parseInt(date[1]));
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
