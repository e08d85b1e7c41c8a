package org.chancery.analysis.actor;

import java.util.List;
import java.util.Locale;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.jspecify.annotations.Nullable;

/**
 * Offices by relation to whom was spoken of: counterparts, predecessors, successors, former
 * holders.
 */
final class Successions {
  private final Resolution resolution;
  private final OfficeHolders offices;
  private final Discourse discourse;
  private final States states;

  Successions(Resolution resolution, OfficeHolders offices, States states, Discourse discourse) {
    this.resolution = resolution;
    this.offices = offices;
    this.discourse = discourse;
    this.states = states;
  }

  /** "His Egyptian counterpart": in the office of the person spoken of, of another country. */
  ActorMention counterpart(Chunk chunk) {
    Discourse.Said official = discourse.last(s -> s.isPerson() && !s.office().isEmpty());
    Discourse.Said subject = discourse.person("");
    if (subject != null && !subject.office().isEmpty()) {
      official = subject;
    }
    String country = resolution.owner(chunk);
    if (country == null) {
      return resolution.make(chunk.span(), Form.OFFICE, null, null, "unresolved", 0);
    }
    String office = official == null ? "" : official.office();
    if (official != null && leads(official.actor().country(), country, office)) {
      office = states.leader(country);
    }
    Actor holder = offices.holder(country, office, resolution.day());
    if (holder == null && office.startsWith("head-of-")) {
      String other = office.equals("head-of-state") ? "head-of-government" : "head-of-state";
      holder = offices.holder(country, other, resolution.day());
    }
    String antecedent = official == null ? null : official.mention().id();
    return holder == null
        ? resolution.make(
            chunk.span(),
            Form.OFFICE,
            Resolution.party(country, List.of("GOV"), chunk.text()),
            antecedent,
            "counterpart",
            0.6)
        : resolution.make(chunk.span(), Form.OFFICE, holder, antecedent, "counterpart", 0.9);
  }

  /**
   * Whether who holds an office in one state meets whoever leads the other, and not just the holder
   * of the same one: a president in a monarchy, a head of government where there is a president who
   * governs.
   */
  private boolean leads(@Nullable String own, String other, String office) {
    if (office.equals("head-of-state")) {
      return states.kinds(other).contains("monarchy") && !states.kinds(own).contains("monarchy");
    }
    return office.equals("head-of-government")
        && own != null
        && office.equals(states.leader(own))
        && !states.kinds(other).contains("communist");
  }

  /** "His predecessor", "her successor": in the office of the person spoken of. */
  ActorMention neighbour(Chunk chunk, boolean later) {
    String before = chunk.before().toLowerCase(Locale.ROOT);
    Discourse.Said said = discourse.possessor(chunk.span().begin());
    if (said == null || !said.isPerson()) {
      said = discourse.person(before.endsWith("her ") ? "f" : before.endsWith("his ") ? "m" : "");
    }
    Actor found = null;
    if (said != null) {
      List<OfficeHolders.Holder> terms = offices.termsOf(said.actor().id());
      for (int i = terms.size() - 1; i >= 0 && found == null; i--) {
        OfficeHolders.Holder term = terms.get(i);
        boolean held =
            said.office().isEmpty()
                || !heldOffice(terms, said.office())
                || term.office().equals(said.office());
        if (held && term.begunBy(resolution.day())) {
          found =
              later
                  ? offices.after(term.country(), term.office(), term.id(), resolution.day())
                  : offices.before(term.country(), term.office(), term.id(), resolution.day());
        }
      }
    }
    String antecedent = said == null ? null : said.mention().id();
    return resolution.make(
        chunk.span(), Form.OFFICE, found, antecedent, "office-before-or-after", 0.7);
  }

  private static boolean heldOffice(List<OfficeHolders.Holder> terms, String office) {
    return !office.endsWith("-leader") && terms.stream().anyMatch(t -> t.office().equals(office));
  }

  /** Who "the former president" is: the one spoken of, else the one before the holder. */
  @Nullable Actor former(String country, String office, @Nullable Actor holder) {
    Discourse.Said said =
        discourse.last(
            s ->
                s.isPerson()
                    && country.equals(s.actor().country())
                    && isElite(s)
                    && hasHeld(s, office));
    if (said != null) {
      return said.actor();
    }
    return holder == null ? null : offices.before(country, office, holder.id(), resolution.day());
  }

  /** Whether somebody has held an office of this kind. */
  boolean hasHeld(Discourse.Said said, String office) {
    return offices.termsOf(said.actor().id()).stream()
        .anyMatch(
            t ->
                t.office().equals(office)
                    || (office.equals("leader") && t.office().startsWith("head-of-")));
  }

  static boolean isElite(Discourse.Said said) {
    return said.actor().sectors().contains("ELI");
  }
}
