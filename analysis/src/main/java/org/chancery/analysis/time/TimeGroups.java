package org.chancery.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that a rule matched, and what they say as numbers and units. */
record TimeGroups(TimeWords words, TimeRules.Rule rule, Map<String, String> groups) {
  /** The first of these groups that matched, else the setting of the first, else empty. */
  String get(String... names) {
    for (String name : names) {
      String found = groups.get(name);
      if (found != null) {
        return found;
      }
    }
    return rule.settings().getOrDefault(names[0], "");
  }

  DayOfWeek weekday(String word) {
    return DayOfWeek.of(Integer.parseInt(words.value("weekday", word)));
  }

  /** The year as four digits, also of one said in two ("'92") or from the report ("last year"). */
  String year(@Nullable LocalDate anchor, Told told) {
    String two = get("yy");
    if (!two.isEmpty()) {
      int year = 2000 + Integer.parseInt(two);
      int latest = (anchor == null ? 2000 : anchor.getYear()) + 10;
      return String.valueOf(year > latest ? year - 100 : year);
    }
    String of = get("of").toLowerCase(Locale.ROOT);
    if (!of.isEmpty() && anchor != null) {
      int shift = of.matches("last|.*pre.*") ? -1 : of.matches(".*(?:next|following)") ? 1 : 0;
      boolean leans = of.startsWith("th") && !of.equals("this"); // "that year", "the next year"
      LocalDate from = leans && told.year() != null ? told.year() : anchor;
      return String.valueOf(from.getYear() + shift);
    }
    return get("y");
  }

  /** The digits of the day of the month, or empty. */
  String dayOfMonth() {
    String word = get("dw");
    return word.isEmpty() ? get("d", "d2").replaceAll("\\D", "") : words.value("ordinal", word);
  }

  int month(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    String value = words.value("month", word);
    return value.isEmpty() ? -1 : Integer.parseInt(value);
  }

  String part(String word) {
    return word.isEmpty() ? "" : words.value("part", word);
  }

  String unit() {
    String word = get("unit", "unit2", "unit3", "unit4", "e");
    if (word.length() <= 2 && !word.isEmpty()) {
      return word; // a setting of the rule
    }
    if (word.startsWith("year")) {
      return "Y";
    }
    return word.equals("morning") ? "D" : words.value("unit", word);
  }

  /** A count in digits or words as digits, X for an unsaid one. */
  String number(String word) {
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
    value = value.isEmpty() ? words.value("ordinal", word) : value;
    return value.isEmpty() ? words.value("share", word) : value;
  }
}
