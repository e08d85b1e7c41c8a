package org.chancery.store;

/**
 * SQL that cuts the words of a span out of a text. Spans count UTF-16 code units, DuckDB counts
 * code points: behind each character of two code units stands a mark (a noncharacter) while words
 * are cut.
 */
public final class Cut {
  /** A text of the column {@code text} to cut from. */
  public static final String WIDE =
      "regexp_replace(text, '[\\x{10000}-\\x{10FFFF}]', '\\0' || chr(64976), 'g')";

  private Cut() {}

  /** The words from begin to end of a text that {@link #WIDE} made. */
  public static String words(String wide, String begin, String end) {
    return "replace(substring(%1$s, %2$s + 1, %3$s - %2$s), chr(64976), '')"
        .formatted(wide, begin, end);
  }
}
