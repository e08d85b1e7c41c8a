package org.chancery.analysis.actor;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.jspecify.annotations.Nullable;

/**
 * Roles that say again who somebody is: beside the name ("Leon Panetta, the director of the CIA"),
 * or later on ("the general" after "General Sow").
 */
final class SaidBeside {
  private static final Pattern BETWEEN =
      Pattern.compile(
          ", (?:\\d{1,2}, )?(?:the |its |their"
              + " )?(?:(?:new|current|acting|interim|outgoing|former|long-serving|powerful|then)"
              + " )?(?:\\p{Ll}+ )?");

  private static final Pattern END = Pattern.compile("(?:,|\\.|;|:| \u2014| \u2013|\\))|$");

  private static final Pattern DEFINITE =
      Pattern.compile(
          "\\b[Tt]he"
              + " (?:(?:old|young|elderly|veteran|retired|former|\\p{Lu}\\p{Ll}+|same|local|soft-spoken|outspoken|ageing|aging|ailing|retiring|jailed|detained|sacked|dismissed|\\p{Ll}{3,}(?:al|ic|ous|ish)|[\\p{L}\\d]+-year-old)"
              + " )?$");

  /** Sectors that tell a person from most others of a report. */
  private static final Set<String> TELLING =
      Set.of("MIL", "MED", "REL", "COP", "JUD", "JRN", "EDU", "AGR", "LEG");

  private static final Set<String> ARMED = Set.of("REB", "PRM", "SEP", "INS");

  /** Sectors of those who serve a state, or fight or oppose it. */
  private static final Set<String> OF_COUNTRY = Set.of("MIL", "COP", "REB", "PRM", "SEP", "OPP");

  /** Sectors that tell a person where nobody else of the report is of them. */
  private static final Set<String> ALONE = Set.of("LAB", "BUS", "NGO", "OPP", "REB");

  private final Resolution resolution;
  private final OfficeHolders offices;
  private final Trades trades;
  private final Discourse discourse;

  SaidBeside(Resolution resolution, OfficeHolders offices, Trades trades, Discourse discourse) {
    this.trades = trades;
    this.resolution = resolution;
    this.offices = offices;
    this.discourse = discourse;
  }

  /** A role in an apposition of its own right behind a person's name: that person, or null. */
  @Nullable ActorMention apposed(Chunk chunk, Term role) {
    Discourse.Said last = discourse.last(s -> true);
    if (last == null || !last.isPerson() || last.mention().form() != Form.NAME) {
      return null;
    }
    String text = resolution.text();
    int from = last.span().end();
    int to = chunk.span().begin();
    boolean between = from < to && BETWEEN.matcher(text.substring(from, to)).matches();
    Actor actor = last.actor();
    String country = resolution.owner(chunk);
    if (!between
        || !actor.id().startsWith("person:")
        || (country != null && !country.equals(actor.country()))
        || chunk.text().endsWith("s")
        || !END.matcher(text).region(chunk.span().end(), text.length()).lookingAt()
        || isOther(role, actor)) {
      return null;
    }
    return resolution.make(
        chunk.span(), Form.OFFICE, actor, last.mention().id(), "beside-name", 0.8);
  }

  /** Whether an office is held by somebody else of the same country that day. */
  private boolean isOther(Term role, Actor actor) {
    String country = actor.country();
    if (role.kind() != Term.Kind.TITLE || role.detail().isEmpty() || country == null) {
      return false;
    }
    Actor holder = offices.holder(country, role.detail(), resolution.day());
    return holder != null && !holder.id().equals(actor.id());
  }

  /**
   * "The general", "the nun": the last person to whose name that word belonged, or who is of the
   * kind that it means, or null.
   */
  @Nullable ActorMention called(Chunk chunk, Term role) {
    boolean title = role.kind() == Term.Kind.TITLE;
    if (!DEFINITE.matcher(chunk.before()).find()
        || (title && !role.detail().isEmpty() && !role.detail().equals("head"))
        || (!title && !trades.isPerson(role.key()))) {
      return null;
    }
    List<String> sectors = role.values();
    Discourse.Said said = discourse.last(s -> s.isPerson() && isCalled(s, role.key(), sectors));
    return said == null || !(discourse.isNear(said) || isOnly(said, role.key(), sectors))
        ? null
        : resolution.make(
            chunk.span(), Form.NOMINAL, said.actor(), said.mention().id(), "called-so-before", 0.7);
  }

  /** "The Cuban diplomat": the last person of a country who is of that kind, or null. */
  @Nullable ActorMention compatriot(Chunk chunk, Term role, String country) {
    boolean title = role.kind() == Term.Kind.TITLE && !role.detail().isEmpty();
    if (!DEFINITE.matcher(chunk.before()).find() || title || !trades.isPerson(role.key())) {
      return null;
    }
    Discourse.Said said =
        discourse.last(
            s ->
                s.isPerson()
                    && country.equals(s.actor().country())
                    && !Collections.disjoint(s.actor().sectors(), role.values()));
    return said == null || !discourse.isNear(said)
        ? null
        : resolution.make(
            chunk.span(),
            Form.NOMINAL,
            said.actor(),
            said.mention().id(),
            "person-of-country",
            0.6);
  }

  /** Whether nobody else of the report is called so. */
  private boolean isOnly(Discourse.Said said, String noun, List<String> sectors) {
    return discourse.last(
            s ->
                s.isPerson()
                    && !s.actor().id().equals(said.actor().id())
                    && isCalled(s, noun, sectors))
        == null;
  }

  /** Whether nobody else of the report is of a kind. */
  private boolean isAlone(Discourse.Said said, String sector) {
    return discourse.said().stream()
        .noneMatch(
            s ->
                s.isPerson()
                    && !s.actor().id().equals(said.actor().id())
                    && s.actor().sectors().contains(sector));
  }

  private boolean isCalled(Discourse.Said said, String noun, List<String> sectors) {
    List<String> own = said.actor().sectors();
    boolean kind =
        sectors.size() == 1
            && !own.isEmpty()
            && own.get(0).equals(sectors.get(0))
            && (TELLING.contains(sectors.get(0))
                || (ALONE.contains(sectors.get(0)) && isAlone(said, sectors.get(0))));
    return said.actor().id().startsWith("person:")
        && (kind || discourse.spokenOf().isCalled(said.actor(), noun));
  }

  /** "The driver" after "his Malian driver": the last party called by the same words, or null. */
  Discourse.@Nullable Said alike(Chunk chunk) {
    String noun = " " + chunk.text();
    return discourse.last(
        s ->
            !s.isPerson()
                && s.actor().members().isEmpty()
                && s.actor().country() != null
                && s.mention().form() == Form.NOMINAL
                && s.mention().text().endsWith(noun));
  }

  /** "His former colleague": the last other person of the same kind and country, or null. */
  @Nullable ActorMention colleague(Chunk chunk, Actor owner) {
    Discourse.Said other =
        discourse.last(
            s ->
                s.isPerson()
                    && !s.actor().id().equals(owner.id())
                    && !owner.sectors().isEmpty()
                    && owner.sectors().equals(s.actor().sectors())
                    && Objects.equals(owner.country(), s.actor().country()));
    return other == null
        ? null
        : resolution.make(
            chunk.span(), Form.OFFICE, other.actor(), other.mention().id(), "of-person", 0.5);
  }

  /** The country of the last armed band spoken of, or null. */
  @Nullable String bandsCountry() {
    Discourse.Said band =
        discourse.last(
            s ->
                !s.isPerson()
                    && s.actor().country() != null
                    && s.actor().members().isEmpty()
                    && discourse.isNear(s)
                    && !discourse.actsOnReference(s)
                    && !Collections.disjoint(s.actor().sectors(), ARMED));
    return band == null ? null : band.actor().country();
  }

  /**
   * The country of those who are of a state or against it ("the rebels", "the security forces"): of
   * the like ones spoken of before, else the one that the report is clearly about; or null.
   */
  @Nullable String countryOfThose(Term role) {
    String sector = role.values().isEmpty() ? "" : role.values().get(0);
    if (!OF_COUNTRY.contains(sector)) {
      return null;
    }
    Discourse.Said like =
        discourse.last(
            s ->
                !s.isPerson()
                    && s.actor().country() != null
                    && s.actor().members().isEmpty()
                    && s.actor().sectors().contains(sector));
    return like != null ? like.actor().country() : discourse.clearFocus();
  }

  /** Whether a noun is one for armed men of no state. */
  static boolean isArmed(Term role) {
    return !role.values().isEmpty() && ARMED.contains(role.values().get(0));
  }
}
