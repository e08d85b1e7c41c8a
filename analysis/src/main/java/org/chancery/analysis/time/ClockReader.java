package org.chancery.analysis.time;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Works out an hour of the clock and the day that it belongs to. */
final class ClockReader {
  private final TimeGroups groups;
  private final @Nullable LocalDate anchor;
  private final Told told;
  private final Tense tense;

  ClockReader(TimeGroups groups, @Nullable LocalDate anchor, Told told, Tense tense) {
    this.groups = groups;
    this.anchor = anchor;
    this.told = told;
    this.tense = tense;
  }

  /** The value, or null where the words are no hour. */
  @Nullable TimeValue read() {
    LocalDate day = day();
    String half = groups.get("ap", "ap2", "ap3").toLowerCase(Locale.ROOT);
    String hour = groups.get("h", "h2", "h3");
    if (hour.isEmpty()) {
      boolean midnight = half.startsWith("midn");
      boolean today = tense == Tense.FUTURE && day != null && day.equals(anchor);
      boolean ends = midnight && (today || !groups.get("w", "w2").isEmpty());
      LocalDate at = ends && day != null ? day.plusDays(1) : day; // midnight ends the day it names
      return value(at, midnight ? 0 : 12, "00");
    }
    String named = hour.toLowerCase(Locale.ROOT);
    String digits =
        named.equals("noon") ? "12" : named.equals("midnight") ? "0" : groups.number(hour);
    if (!digits.matches("\\d{1,2}") || Integer.parseInt(digits) > 24) {
      return null;
    }
    int h = Integer.parseInt(digits);
    boolean later = half.matches("(?:this )?(?:afternoon|evening)|(?:to)?night|p.*");
    boolean early = half.endsWith("morning") || half.startsWith("a.") || half.startsWith("am");
    h = later && h < 12 ? h + 12 : early && h == 12 ? 0 : h;
    String spoken = groups.get("mw").toLowerCase(Locale.ROOT);
    if (spoken.isEmpty()) {
      String minute = groups.get("mi", "mi2", "mi3");
      return value(day, h, minute.isEmpty() ? "00" : minute);
    }
    int minutes =
        spoken.endsWith("quarter")
            ? 15
            : spoken.equals("half") ? 30 : Integer.parseInt(groups.number(spoken));
    boolean before = groups.get("way").equals("to");
    return value(
        day,
        before ? (h + 23) % 24 : h,
        String.format(Locale.ROOT, "%02d", before ? 60 - minutes : minutes));
  }

  private @Nullable LocalDate day() {
    String weekday = groups.get("w", "w2");
    String direction = groups.get("dir").toLowerCase(Locale.ROOT);
    if (anchor != null && !weekday.isEmpty()) {
      return Weekdays.on(groups.weekday(weekday), anchor, "", tense, false);
    }
    if (anchor != null && direction.startsWith("yesterday")) {
      return anchor.minusDays(1);
    }
    if (anchor != null && direction.startsWith("tomorrow")) {
      return anchor.plusDays(1);
    }
    return told.day() != null ? told.day() : anchor;
  }

  private static TimeValue value(@Nullable LocalDate day, int hour, String minute) {
    String date = day == null ? "XXXX-XX-XX" : day.toString();
    return new TimeValue(
        date + String.format(Locale.ROOT, "T%02d:%s", hour, minute), "TIME", "minute", day);
  }
}
