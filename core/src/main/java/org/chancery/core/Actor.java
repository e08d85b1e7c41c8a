package org.chancery.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party under the actor codebook.
 *
 * @param country ISO 3166-1 alpha-3 code or PLOVER country-slot code (IGO, UNO, ...), null when not
 *     known
 * @param sectors PLOVER sector codes, main one first
 * @param members the parties that a group is made of; none for a single party
 */
public record Actor(
    String id,
    String name,
    @Nullable String country,
    List<String> sectors,
    @Nullable Office office,
    List<Actor> members) {
  /** Copies the lists. */
  public Actor {
    sectors = List.copyOf(sectors);
    members = List.copyOf(members);
  }

  /** A party that is one, not several. */
  public Actor(
      String id,
      String name,
      @Nullable String country,
      List<String> sectors,
      @Nullable Office office) {
    this(id, name, country, sectors, office, List.of());
  }

  /** Several parties named by one expression ("the two ministers"). */
  public static Actor group(List<Actor> members) {
    String id = String.join("+", members.stream().map(Actor::id).toList());
    String name = String.join(" and ", members.stream().map(Actor::name).toList());
    return new Actor("group:" + id, name, null, List.of(), null, members);
  }

  /** The code of a party that nobody names. */
  public static final String UNKNOWN_CODE = "UNK";

  /** Country and sectors in one word group, such as {@code IRN GOV}. */
  public String code() {
    if (!members.isEmpty()) {
      return String.join("+", members.stream().map(Actor::code).distinct().toList());
    }
    String joined = String.join(" ", sectors);
    if (country == null) {
      return joined.isEmpty() ? UNKNOWN_CODE : joined;
    }
    return joined.isEmpty() ? country : country + " " + joined;
  }

  /** An office and the days (ISO, possibly partial) on which it was held; null is open. */
  public record Office(String title, @Nullable String from, @Nullable String to) {}
}
