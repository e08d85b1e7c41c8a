package org.chancery.ingest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
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
    if (words.length() > 10 && words.charAt(4) == '-' && !Character.isDigit(words.charAt(10))) {
      return iso(words.substring(0, 10));
    }
    return null;
  }
}
