package org.chancery.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party under the actor codebook.
 *
 * @param country ISO 3166-1 alpha-3 code or PLOVER country-slot code (IGO, UNO, ...), null when not
 *     known
 * @param sectors PLOVER sector codes, main one first
 */
public record Actor(
    String id,
    String name,
    @Nullable String country,
    List<String> sectors,
    @Nullable Office office) {
  /** Copies the list. */
  public Actor {
    sectors = List.copyOf(sectors);
  }

  /** The code of a party that nobody names. */
  public static final String UNKNOWN_CODE = "UNK";

  /** Country and sectors in one word group, such as {@code IRN GOV}. */
  public String code() {
    String joined = String.join(" ", sectors);
    if (country == null) {
      return joined.isEmpty() ? UNKNOWN_CODE : joined;
    }
    return joined.isEmpty() ? country : country + " " + joined;
  }

  /** An office and the days (ISO, possibly partial) on which it was held; null is open. */
  public record Office(String title, @Nullable String from, @Nullable String to) {}
}
