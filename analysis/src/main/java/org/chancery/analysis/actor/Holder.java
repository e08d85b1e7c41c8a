package org.chancery.analysis.actor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.analysis.lexicon.PersonKeys;
import org.jspecify.annotations.Nullable;

/**
 * One term of one person in one office.
 *
 * @param relieved whether a successor came on the last day, which is the successor's then
 */
record Holder(
    String country,
    String office,
    String person,
    @Nullable String from,
    @Nullable String to,
    boolean relieved) {
  private static final int BRIEF_DAYS = 75;
  private static final int ELECTED_DAYS = 170;
  private static final int LEFT_DAYS = 14;

  /** The same among the terms of the office. */
  Holder among(List<Holder> terms) {
    boolean followed =
        to != null
            && to.length() == 10
            && !to.equals(from)
            && terms.stream().anyMatch(t -> to.equals(t.from) && !t.person.equals(person));
    return new Holder(country, office, person, from, to, followed);
  }

  String id() {
    return "person:" + country + ":" + person;
  }

  boolean on(String day) {
    return begunBy(day)
        && (to == null
            || day.substring(0, Math.min(day.length(), to.length())).compareTo(to)
                <= (relieved ? -1 : 0));
  }

  /** Whether it was for some weeks only, mostly as acting holder. */
  boolean brief() {
    return from != null
        && to != null
        && from.length() == 10
        && to.length() == 10
        && ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)) < BRIEF_DAYS;
  }

  boolean begunBy(String day) {
    return from == null
        || day.substring(0, Math.min(day.length(), from.length())).compareTo(from) >= 0;
  }

  /** Whether it begins in the months after a day, as for one who has just been chosen. */
  boolean beginsSoonAfter(String day) {
    return from != null
        && from.length() == 10
        && day.length() == 10
        && !begunBy(day)
        && ChronoUnit.DAYS.between(LocalDate.parse(day), LocalDate.parse(from)) <= ELECTED_DAYS;
  }

  /** Whether it ended in the days before a day, so that reports still speak of its holder. */
  boolean endedShortlyBefore(String day) {
    return to != null
        && to.length() == 10
        && day.length() == 10
        && to.compareTo(day) < 0
        && Integer.parseInt(day, 0, 4, 10) - Integer.parseInt(to, 0, 4, 10) <= 1
        && ChronoUnit.DAYS.between(LocalDate.parse(to), LocalDate.parse(day)) <= LEFT_DAYS;
  }

  /** Whether a word of the name has this key. */
  boolean hasPart(String key) {
    for (String part : person.split("[ -]")) {
      if (PersonKeys.word(part).equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The last word of the name, where the family name comes last. */
  String lastName() {
    return person.substring(person.lastIndexOf(' ') + 1);
  }

  /** Whether the family name has this key, or (where {@code given}) the first name. */
  boolean isCalled(String key, boolean given) {
    int space = person.indexOf(' ');
    boolean first = (given || SaidNames.isFamilyFirstIn(country)) && space > 0;
    return PersonKeys.word(lastName()).equals(key)
        || (first && PersonKeys.word(person.substring(0, space)).equals(key));
  }

  /** How high the office is among those of its person, above all where it is the one meant. */
  int rankBeside(String meant) {
    return office.equals(meant) ? 9 : rank(office);
  }

  /** How high an office is among those that one person holds at a time. */
  static int rank(String office) {
    return switch (office) {
      case "head-of-state", "supreme-leader", "head" -> 5;
      case "head-of-government" -> 4;
      case "foreign-minister", "foreign-policy-chief" -> 3;
      default -> office.endsWith("-minister") ? 2 : 1;
    };
  }
}
