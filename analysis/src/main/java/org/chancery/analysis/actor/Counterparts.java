package org.chancery.analysis.actor;

import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/** Who holds in one country what somebody holds in another. */
final class Counterparts {
  /** "His", "her" right before a relation, with what may stand between. */
  private static final Pattern OWN =
      Pattern.compile("(?i)\\b(his|her)(?: (?:new|then|former|longtime|old|future))? $");

  private final OfficeHolders offices;
  private final States states;

  Counterparts(OfficeHolders offices, States states) {
    this.offices = offices;
    this.states = states;
  }

  /**
   * Whose counterpart is told: the person right before "and his", else the official who is the
   * subject of the sentence, else the last one.
   *
   * @param begin where the words after "his" or "her" begin
   */
  static Discourse.@Nullable Said official(String text, int begin, Discourse discourse) {
    String before = text.substring(Math.max(0, begin - 20), begin);
    java.util.regex.Matcher own = OWN.matcher(before);
    if (own.find()) {
      String gender = own.group(1).equalsIgnoreCase("his") ? "m" : "f";
      Discourse.Said joined =
          discourse.joined(text, begin - (before.length() - own.start()), gender);
      if (joined != null && !joined.office().isEmpty()) {
        return joined;
      }
    }
    Discourse.Said subject = discourse.person("");
    return subject != null && !subject.office().isEmpty()
        ? subject
        : discourse.last(s -> s.isPerson() && !s.office().isEmpty());
  }

  /** The holder of the like office in a country on a day, or null. */
  @Nullable Actor of(Discourse.@Nullable Said official, String country, String day) {
    if (official == null) {
      return null;
    }
    String own = official.actor().country();
    String office = official.office();
    boolean top = office.startsWith("head-of-") || office.equals("supreme-leader");
    if (leads(own, country, office)) {
      office = states.leader(country);
    }
    Actor holder = offices.holder(country, office, day);
    for (String other : List.of("head-of-state", "head-of-government")) {
      holder = holder == null && top ? offices.holder(country, other, day) : holder;
    }
    return holder;
  }

  /**
   * Whether who holds an office in one state meets whoever leads the other, and not just the holder
   * of the same one: a president in a monarchy, a head of government where there is a president who
   * governs.
   */
  private boolean leads(@Nullable String own, String other, String office) {
    if (office.equals("supreme-leader") || states.kinds(other).contains("supreme-leader")) {
      return office.equals("supreme-leader") || office.equals("head-of-state");
    }
    if (office.equals("head-of-state")) {
      return states.kinds(other).contains("monarchy") && !states.kinds(own).contains("monarchy");
    }
    return office.equals("head-of-government")
        && own != null
        && office.equals(states.leader(own))
        && !states.kinds(other).contains("communist");
  }
}
