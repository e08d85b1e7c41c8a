package org.chancery.analysis.actor;

import java.util.List;
import java.util.Objects;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.jspecify.annotations.Nullable;

/**
 * Whom an official or an army has: "his Turkish ally", who leads there; "his chief of staff", an
 * aide and no general; "its commander", who commands the army of the state.
 */
final class Fellows {
  private static final List<String> ARMY = List.of("MIL");

  private final Resolution resolution;
  private final OfficeHolders offices;
  private final Successions successions;
  private final Trades trades;
  private final Whose whose;
  private final Discourse discourse;

  Fellows(
      Resolution resolution,
      OfficeHolders offices,
      Successions successions,
      Trades trades,
      Whose whose,
      Discourse discourse) {
    this.resolution = resolution;
    this.offices = offices;
    this.successions = successions;
    this.trades = trades;
    this.whose = whose;
    this.discourse = discourse;
  }

  /** Who is meant, or null where a role tells no more than its words. */
  @Nullable ActorMention mention(Chunk chunk, Term role, List<Chunk> rest) {
    Discourse.Said owner = chunk.body() == null && chunk.of() == null ? whose.of(chunk) : null;
    if (owner == null || !owner.actor().members().isEmpty() || chunk.text().endsWith("s")) {
      return null;
    }
    String country = owner.actor().country();
    Part land = chunk.country();
    boolean official = owner.isPerson() && !owner.office().isEmpty();
    if (land != null) {
      boolean abroad =
          land.kind() == Name.Kind.ADJECTIVE
              && !Objects.equals(resolution.first(land).country(), country);
      return official && abroad && trades.isPeer(role.key())
          ? peer(chunk, rest, resolution.first(land).country())
          : null;
    }
    if (official && trades.isAide(role.key()) && !owner.actor().sectors().equals(ARMY)) {
      Actor aide = Resolution.party(country, List.of("GOV"), chunk.text());
      return resolution.make(
          chunk.span(), Form.OFFICE, aide, owner.mention().id(), "of-person", 0.6);
    }
    boolean army = !owner.isPerson() && owner.actor().sectors().equals(ARMY) && country != null;
    boolean commands = role.values().equals(ARMY) || role.detail().equals("head");
    boolean title = role.kind() == Term.Kind.TITLE;
    Actor chief =
        army && commands && title
            ? offices.holder(String.valueOf(country), "army-chief", resolution.day())
            : null;
    return chief == null
        ? null
        : resolution.make(
            chunk.span(), Form.OFFICE, chief, owner.mention().id(), "office-on-day", 0.7);
  }

  /** An official of the country of whom the report spoke, else who holds the like office there. */
  private ActorMention peer(Chunk chunk, List<Chunk> rest, @Nullable String country) {
    Discourse.Said said =
        discourse.last(
            s ->
                s.isPerson()
                    && !s.office().isEmpty()
                    && Objects.equals(s.actor().country(), country));
    return said == null || !discourse.isNear(said)
        ? successions.counterpart(chunk, rest)
        : resolution.make(
            chunk.span(), Form.OFFICE, said.actor(), said.mention().id(), "person-of-country", 0.7);
  }
}
