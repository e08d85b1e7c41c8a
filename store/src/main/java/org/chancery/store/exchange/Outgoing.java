package org.chancery.store.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.chancery.store.EventRow;
import org.jspecify.annotations.Nullable;

/**
 * One row to be written: an event between one actor and one recipient, with what layouts ask
 * beside.
 *
 * @param number number of the event and pair, of 15 digits at most, from its content
 * @param actor our code; null when the event has none
 * @param day ISO day
 * @param event what the CAMEO code of the row is
 * @param contexts PLOVER contexts
 * @param precision {@code country}, {@code admin1}, {@code city}, ... of the place
 * @param url address of the report, or its id
 * @param mentions how often the report tells the event
 */
record Outgoing(
    EventRow row,
    String number,
    @Nullable String actor,
    @Nullable String actorText,
    @Nullable String recipient,
    @Nullable String recipientText,
    String day,
    Codes.Event event,
    String cameo,
    List<String> contexts,
    @Nullable String precision,
    String url,
    @Nullable String language,
    long mentions,
    String engine) {
  private static final long NUMBERS = 1_000_000_000_000_000L;

  Outgoing {
    contexts = List.copyOf(contexts);
  }

  /** A number made from text; the same text always gives the same. */
  static String number(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      long number = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        number = (number << 8) | (hash[i] & 0xff);
      }
      return String.valueOf(Math.floorMod(number, NUMBERS));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The day as YYYYMMDD. */
  String digits() {
    return day.replace("-", "");
  }

  /** The day of publication, or empty. */
  String publishedDay() {
    String published = row.published();
    return published != null && startsWithDay(published) ? published.substring(0, 10) : "";
  }

  /** A day or time of publication as YYYYMMDDHHMMSS, or empty; the zone is not reckoned in. */
  static String stamp(@Nullable String published) {
    if (!startsWithDay(published) || published == null) {
      return "";
    }
    String digits =
        published.substring(10).replaceFirst("([+-]\\d{2}:?\\d{2}|Z)$", "").replaceAll("\\D", "");
    return published.substring(0, 10).replace("-", "") + (digits + "000000").substring(0, 6);
  }

  /** Whether a value begins with an ISO day. */
  static boolean startsWithDay(@Nullable String value) {
    return value != null && value.matches("\\d{4}-\\d{2}-\\d{2}(\\D.*)?");
  }

  /** A number as short as it can be: {@code 7}, {@code -5.8}, or empty. */
  static String plain(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf(value.longValue())
        : String.valueOf(value);
  }

  /** A number with a point, as GDELT and Phoenix write scores: {@code 7.0}. */
  static String score(@Nullable Double value) {
    return value == null ? "" : String.valueOf(value);
  }

  /** A name without what separates columns, rows and, where it is given, values. */
  static String name(@Nullable String text, String separator) {
    if (text == null) {
      return "";
    }
    String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
    return separator.isEmpty() ? plain : plain.replace(separator, ", ");
  }
}
