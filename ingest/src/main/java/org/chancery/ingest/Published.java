package org.chancery.ingest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Publication dates as ISO dates or instants. */
final class Published {
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.BASIC_ISO_DATE,
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH));

  /** {@code 20240505T101500Z} and {@code 20240505101500}, as GDELT writes moments of UTC. */
  private static final Pattern STAMP = Pattern.compile("(\\d{8})T?(\\d{2})(\\d{2})(\\d{2})Z?");

  /** A day in words, with a weekday or a time after it. */
  private static final Pattern LEADING_DAY =
      Pattern.compile("\\p{Alpha}{3,9} \\d{1,2}, \\d{4}|\\d{1,2} \\p{Alpha}{3,9} \\d{4}");

  private Published() {}

  /** The date or instant in ISO form, or null when the words are no date. */
  static @Nullable String iso(String written) {
    String words = written.strip();
    if (words.isEmpty()) {
      return null;
    }
    for (DateTimeFormatter instant :
        List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)) {
      try {
        return OffsetDateTime.parse(words, instant).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      } catch (DateTimeParseException other) {
        // another form is tried
      }
    }
    for (DateTimeFormatter day : DAYS) {
      try {
        return LocalDate.parse(words, day).toString();
      } catch (DateTimeParseException other) {
        // another form is tried
      }
    }
    Matcher stamp = STAMP.matcher(words);
    if (stamp.matches()) {
      return iso(
          stamp.group(1).replaceAll("(....)(..)(..)", "$1-$2-$3")
              + "T"
              + stamp.group(2)
              + ":"
              + stamp.group(3)
              + ":"
              + stamp.group(4)
              + "Z");
    }
    Matcher day = LEADING_DAY.matcher(words);
    if (day.lookingAt() && day.end() < words.length()) {
      return iso(day.group());
    }
    if (words.length() > 10 && words.charAt(4) == '-' && !Character.isDigit(words.charAt(10))) {
      return iso(words.substring(0, 10));
    }
    return null;
  }
}
