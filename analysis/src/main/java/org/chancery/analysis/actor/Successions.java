package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.jspecify.annotations.Nullable;

/**
 * Offices by relation to whom was spoken of: counterparts, predecessors, successors, former
 * holders.
 */
final class Successions {
  /** "His old boss" is his former one. */
  private static final Pattern ONCE = Pattern.compile("\\b(?:old|one-time|long-time|longtime) $");

  private static final Pattern IN = Pattern.compile(" (?:in|from|at) (?:the )?");

  private final Resolution resolution;
  private final OfficeHolders offices;
  private final Discourse discourse;
  private final Counterparts counterparts;
  private final States states;
  private final Whose whose;

  Successions(
      Resolution resolution,
      OfficeHolders offices,
      Counterparts counterparts,
      States states,
      Whose whose,
      Discourse discourse) {
    this.resolution = resolution;
    this.offices = offices;
    this.discourse = discourse;
    this.counterparts = counterparts;
    this.states = states;
    this.whose = whose;
  }

  /** "His Egyptian counterpart": in the office of the person spoken of, of another country. */
  ActorMention counterpart(Chunk chunk, List<Chunk> rest) {
    Discourse.Said official =
        Counterparts.official(resolution.text(), chunk.span().begin(), discourse);
    String country = resolution.owner(chunk);
    country = country == null ? seat(chunk, rest) : country;
    country = country == null && official != null ? other(official.actor().country()) : country;
    if (country == null) {
      return resolution.make(chunk.span(), Form.OFFICE, null, null, "unresolved", 0);
    }
    Actor holder = counterparts.of(official, country, resolution.day());
    return resolution.make(
        chunk.span(),
        Form.OFFICE,
        holder == null ? Resolution.party(country, List.of("GOV"), chunk.text()) : holder,
        official == null ? null : official.mention().id(),
        "counterpart",
        holder == null ? 0.6 : 0.9);
  }

  /** "Her counterpart in Berlin": where the next words say that somebody is, or null. */
  private @Nullable String seat(Chunk chunk, List<Chunk> rest) {
    Chunk next = rest.isEmpty() ? null : rest.get(0);
    return next != null
            && next.person() == null
            && next.span().begin() > chunk.span().end()
            && IN.matcher(discourse.between(chunk.span().end(), next.span().begin())).matches()
        ? resolution.place(next)
        : null;
  }

  /** The last other country that this sentence, or the one before, speaks of or passes through. */
  private @Nullable String other(@Nullable String own) {
    for (int back = 0; back <= 1; back++) {
      List<String> there = new ArrayList<>(discourse.passedIn(back));
      there.addAll(discourse.together().saidIn(back, s -> s.actor().country()));
      there.removeIf(code -> !states.isCountry(code) || code.equals(own));
      if (there.stream().distinct().count() == 1) {
        return there.get(0);
      }
    }
    return null;
  }

  /**
   * "His boss", "her deputy": who stands over or under a person of an office; null where no office
   * tells.
   */
  @Nullable ActorMention superior(Chunk chunk, boolean over) {
    Discourse.Said said = resolution.owner(chunk) == null ? whose.of(chunk) : null;
    String country = said == null ? null : said.actor().country();
    String office = said == null ? "" : office(said);
    if (said == null || country == null || office.isEmpty()) {
      return null;
    }
    if (over && (resolution.isFormer(chunk) || ONCE.matcher(chunk.before()).find())) {
      Discourse.Said other =
          discourse.last(
              s ->
                  s.isPerson()
                      && country.equals(s.actor().country())
                      && !s.actor().id().equals(said.actor().id())
                      && hasRanked(s));
      return other == null
          ? null
          : resolution.make(
              chunk.span(), Form.OFFICE, other.actor(), other.mention().id(), "once-above", 0.6);
    }
    List<String> ranks =
        over
            ? List.of(states.leader(country), "head-of-state", "head-of-government")
            : office.equals("head-of-state")
                ? List.of("vice-president", "deputy-prime-minister")
                : office.equals("head-of-government")
                    ? List.of("deputy-prime-minister", "vice-president")
                    : List.of();
    boolean former = !over && resolution.isFormer(chunk);
    for (String rank : ranks) {
      Actor holder = offices.holder(country, rank, resolution.day());
      holder = former ? former(country, rank, holder) : holder;
      if (holder != null && !holder.id().equals(said.actor().id())) {
        return resolution.make(
            chunk.span(), Form.OFFICE, holder, said.mention().id(), "above-or-below", 0.7);
      }
    }
    return null;
  }

  /** The office that somebody has, or had last. */
  private String office(Discourse.Said said) {
    if (!said.office().isEmpty()) {
      return said.office();
    }
    String last = "";
    for (Holder term : offices.termsOf(said.actor().id())) {
      last = term.begunBy(resolution.day()) ? term.office() : last;
    }
    return last;
  }

  /** Whether somebody heads a state or a government, or did. */
  private boolean hasRanked(Discourse.Said said) {
    return said.office().startsWith("head-of-") || hasHeld(said, "leader");
  }

  /** "His predecessor", "her successor": in the office of the person spoken of. */
  ActorMention neighbour(Chunk chunk, boolean later) {
    Discourse.Said said = whose.of(chunk);
    said = said == null || !said.isPerson() ? discourse.person("") : said;
    Actor found = said == null ? null : beside(said, later);
    String antecedent = said == null ? null : said.mention().id();
    return resolution.make(
        chunk.span(), Form.OFFICE, found, antecedent, "office-before-or-after", 0.7);
  }

  /**
   * Who came before or after somebody: in the office of which is spoken, or whoever has been named.
   */
  private @Nullable Actor beside(Discourse.Said said, boolean later) {
    Actor found = null;
    List<Holder> terms = offices.termsOf(said.actor().id());
    for (int i = terms.size() - 1; i >= 0; i--) {
      Holder term = terms.get(i);
      boolean held =
          said.office().isEmpty()
              || !heldOffice(terms, said.office())
              || term.office().equals(said.office());
      if (!term.begunBy(resolution.day())) {
        continue;
      }
      Actor near =
          later
              ? offices.after(term.country(), term.office(), term.id(), resolution.day())
              : offices.before(term.country(), term.office(), term.id(), resolution.day());
      boolean named = near != null && discourse.last(s -> s.actor().id().equals(near.id())) != null;
      if (named) {
        return near;
      }
      found = found == null && held ? near : found;
    }
    return found;
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
