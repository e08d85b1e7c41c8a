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
  private final Counterparts counterparts;

  Successions(
      Resolution resolution,
      OfficeHolders offices,
      Counterparts counterparts,
      Discourse discourse) {
    this.resolution = resolution;
    this.offices = offices;
    this.discourse = discourse;
    this.counterparts = counterparts;
  }

  /** "His Egyptian counterpart": in the office of the person spoken of, of another country. */
  ActorMention counterpart(Chunk chunk) {
    String country = resolution.owner(chunk);
    if (country == null) {
      return resolution.make(chunk.span(), Form.OFFICE, null, null, "unresolved", 0);
    }
    Discourse.Said official =
        Counterparts.official(resolution.text(), chunk.span().begin(), discourse);
    Actor holder = counterparts.of(official, country, resolution.day());
    return resolution.make(
        chunk.span(),
        Form.OFFICE,
        holder == null ? Resolution.party(country, List.of("GOV"), chunk.text()) : holder,
        official == null ? null : official.mention().id(),
        "counterpart",
        holder == null ? 0.6 : 0.9);
  }

  /** "His predecessor", "her successor": in the office of the person spoken of. */
  ActorMention neighbour(Chunk chunk, boolean later) {
    String before = chunk.before().toLowerCase(Locale.ROOT);
    Discourse.Said said = discourse.possessor(chunk.span().begin());
    if (said == null || !said.isPerson()) {
      String gender = before.endsWith("her ") ? "f" : before.endsWith("his ") ? "m" : "";
      int own = chunk.span().begin() - "his ".length();
      said = gender.isEmpty() ? null : discourse.joined(resolution.text(), own, gender);
      said = said == null ? discourse.person(gender) : said;
    }
    Actor found = null;
    if (said != null) {
      List<Holder> terms = offices.termsOf(said.actor().id());
      for (int i = terms.size() - 1; i >= 0 && found == null; i--) {
        Holder term = terms.get(i);
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

  private static boolean heldOffice(List<Holder> terms, String office) {
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
    return holder == null
        ? offices.last(country, office, resolution.day())
        : offices.before(country, office, holder.id(), resolution.day());
  }

  /** Whether somebody has held an office of this kind. */
  boolean hasHeld(Discourse.Said said, String office) {
    return offices.termsOf(said.actor().id()).stream()
        .anyMatch(
            t ->
                t.begunBy(resolution.day())
                    && (t.office().equals(office)
                        || (office.equals("leader") && t.office().startsWith("head-of-"))));
  }

  static boolean isElite(Discourse.Said said) {
    return said.actor().sectors().contains("ELI");
  }
}
