package org.chancery.analysis.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** "In 2022 it was moved to November": a month of the past has the year named just before it. */
final class YearBefore {
  /** Words that may stand between a year and a month or day of it. */
  private static final Pattern BETWEEN = Pattern.compile("[^;.:]{1,45}");

  private YearBefore() {}

  /** The groups of a match, with the year where that is named before it. */
  static Map<String, String> groups(
      List<TimeRules.Rule> rules, String text, TimeFinder.Found one, List<TimeFinder.Found> all) {
    int at = all.indexOf(one);
    Map<String, String> own = one.groups();
    if (at < 1 || !isMonthAlone(rules, one)) {
      return own;
    }
    TimeFinder.Found before = all.get(at - 1);
    String between = text.substring(before.span().end(), one.span().begin());
    boolean listed = DateResolver.LIST.matcher(between).matches();
    Map<String, String> named = listed ? groups(rules, text, before, all) : before.groups();
    String year = named.getOrDefault("y", "");
    boolean alone = before.span().of(text).equals(year);
    if (!BETWEEN.matcher(between).matches()
        || !year.matches("\\d{4}")
        || !(alone || (listed && isMonthAlone(rules, before)))) {
      return own;
    }
    Map<String, String> with = new HashMap<>(own);
    with.put("y", year);
    return with;
  }

  private static boolean isMonthAlone(List<TimeRules.Rule> rules, TimeFinder.Found one) {
    Map<String, String> groups = one.groups();
    return rules.get(one.rule()).op().equals("date")
        && groups.keySet().stream().anyMatch(name -> name.matches("m[23]?"))
        && groups.keySet().stream().noneMatch(name -> name.matches("y|yy|of|dir"));
  }
}
