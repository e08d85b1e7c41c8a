package org.chancery.analysis.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number at an offset: digits in the styles of the world's papers (34,650; 1.200;
 * 12,34,567; 1 200; Arabic-Indic and Devanagari digits) with a scale word, or words
 * ("twenty-three", "four hundred and two").
 */
final class Numerals {
  private static final String SCALES =
      "hundred|thousand|lakh|lakhs|million|millions|mln|mn|mio|crore|crores|billion|bln|bn|mrd|trillion|m|k";
  private static final Pattern DIGITS =
      Pattern.compile(
          "\\p{Nd}+(?:[.,\u066c\u066b'\u2019\u00a0\u202f ]\\p{Nd}{2,3}(?!\\p{Nd})){0,20}(?:[.,]\\p{Nd}+)?");
  private static final Pattern SCALE =
      Pattern.compile("[\\s-]?(" + SCALES + ")\\b", Pattern.CASE_INSENSITIVE);

  /** "1.2m people". */
  private static final Pattern COUNTED =
      Pattern.compile(
          " (?:people|persons|children|women|men|refugees|migrants|voters|citizens|residents|households|families|patients|doses|tonnes|tons|hectares|dollars|euros|pounds|rupees|yen|yuan|kroner|kronor|francs|rand|naira|shillings|roubles|pesos|of (?:the|its|their|them|those|these|whom)|\\p{Lu}\\p{Ll}+s)\\b");

  /** "2½ million", "three and a half thousand". */
  private static final Pattern HALF =
      Pattern.compile("\u00bd| and a half(?= (?:" + SCALES + ")\\b)", Pattern.CASE_INSENSITIVE);

  private static final Map<String, Long> WORDS = new HashMap<>();
  private static final Map<String, Long> MULTIPLES =
      Map.ofEntries(
          Map.entry("hundred", 100L),
          Map.entry("thousand", 1_000L),
          Map.entry("k", 1_000L),
          Map.entry("lakh", 100_000L),
          Map.entry("lakhs", 100_000L),
          Map.entry("million", 1_000_000L),
          Map.entry("m", 1_000_000L),
          Map.entry("millions", 1_000_000L),
          Map.entry("mln", 1_000_000L),
          Map.entry("mn", 1_000_000L),
          Map.entry("mio", 1_000_000L),
          Map.entry("crore", 10_000_000L),
          Map.entry("crores", 10_000_000L),
          Map.entry("billion", 1_000_000_000L),
          Map.entry("bn", 1_000_000_000L),
          Map.entry("bln", 1_000_000_000L),
          Map.entry("mrd", 1_000_000_000L),
          Map.entry("trillion", 1_000_000_000_000L));
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  static {
    String[] small = {
      "zero",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen"
    };
    for (int i = 0; i < small.length; i++) {
      WORDS.put(small[i], (long) i);
    }
    String[] tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    for (int i = 0; i < tens.length; i++) {
      WORDS.put(tens[i], 20L + 10L * i);
    }
  }

  private Numerals() {}

  /** A number and where it ends. */
  record Numeral(Span span, long value) {}

  /** The number that begins at an offset, or null; one beyond a long is null. */
  static @Nullable Numeral at(String text, int begin, int end) {
    return Character.isDigit(text.charAt(begin))
        ? digits(text, begin, end)
        : words(text, begin, end);
  }

  private static @Nullable Numeral digits(String text, int begin, int end) {
    Matcher digits = DIGITS.matcher(text).region(begin, end);
    if (!digits.lookingAt()) {
      return null;
    }
    String written = digits.group();
    int stop = digits.end();
    if (written.length() > 40) {
      return null;
    }
    BigDecimal value = value(written);
    Matcher half = HALF.matcher(text).region(stop, end);
    if (half.lookingAt()) {
      value = value.add(BigDecimal.valueOf(0.5));
      stop = half.end();
    }
    Matcher scale = SCALE.matcher(text).region(stop, end);
    if (scale.lookingAt()) {
      String word = scale.group(1).toLowerCase(Locale.ROOT);
      boolean letter = word.length() == 1; // "5m" and "5 m" are metres more often than millions
      if (!letter
          || (scale.group().length() == 1
              && ((begin > 0 && currency(text.charAt(begin - 1)))
                  || COUNTED.matcher(text).region(stop + 1, end).lookingAt()))) {
        value = value.multiply(BigDecimal.valueOf(multiple(word)));
        stop = scale.end();
      }
    }
    if (value.compareTo(LARGEST) > 0) {
      return null;
    }
    return new Numeral(new Span(begin, stop), value.longValue());
  }

  private static boolean currency(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /** Groups of three (or, in the Indian style, of two and a last three) are thousands. */
  private static BigDecimal value(String written) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      plain.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    String[] groups = plain.toString().split("[^0-9]");
    boolean grouped =
        groups.length > 1 && groups[groups.length - 1].length() == 3 && groups[0].length() <= 3;
    for (int i = 1; i < groups.length - 1; i++) {
      grouped &= groups[i].length() == 3 || groups[i].length() == 2;
    }
    if (groups.length == 1 || (grouped && !groups[0].equals("0"))) {
      return new BigDecimal(String.join("", groups));
    }
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < groups.length - 1; i++) {
      whole.append(groups[i]);
    }
    return new BigDecimal(whole + "." + groups[groups.length - 1]);
  }

  private static @Nullable Numeral words(String text, int begin, int end) {
    long total = 0;
    long part = 0;
    int at = begin;
    int stop = begin;
    boolean any = false;
    Matcher word = WORD.matcher(text);
    while (at < end && word.region(at, end).lookingAt()) {
      String key = word.group().toLowerCase(Locale.ROOT);
      Long value = WORDS.get(key);
      Long multiple = MULTIPLES.get(key);
      if (value != null
          && (part % 100 == 0 || (part % 10 == 0 && value < 10 && part % 100 >= 20))) {
        part += value;
        any = true;
        stop = word.end();
      } else if (multiple != null && any && key.length() > 1) {
        if (multiple == 100) {
          part = Math.max(1, part) * 100;
        } else {
          total += Math.max(1, part) * multiple;
          part = 0;
        }
        stop = word.end();
      } else if (!(key.equals("and") && any && part % 100 == 0 && (total > 0 || part > 0))) {
        break;
      }
      at = word.end();
      Matcher half = HALF.matcher(text).region(at, end);
      if (any && half.lookingAt() && SCALE.matcher(text).region(half.end(), end).lookingAt()) {
        return halved(text, begin, half.end(), end, total + part);
      }
      while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
        at++;
      }
    }
    return any ? new Numeral(new Span(begin, stop), total + part) : null;
  }

  private static Numeral halved(String text, int begin, int at, int end, long whole) {
    Matcher scale = SCALE.matcher(text).region(at, end);
    long times = scale.lookingAt() ? multiple(scale.group(1).toLowerCase(Locale.ROOT)) : 1;
    return new Numeral(new Span(begin, scale.end()), whole * times + times / 2);
  }

  private static long multiple(String word) {
    Long value = MULTIPLES.get(word);
    return value == null ? 1 : value;
  }
}
