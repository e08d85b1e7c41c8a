package org.chancery.analysis.actor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.jspecify.annotations.Nullable;

/**
 * Offices and bodies with little more than "the" before them: those spoken of before, else those of
 * the country that the report is about.
 */
final class Definites {
  private static final Pattern DEFINITE =
      Pattern.compile(
          "(?:^|.*\\b)(?:the|its|their|this|that|our)\\s+(?:(?:new|newly|elected|current|outgoing|incoming|interim|acting|caretaker|former|ex|late|ousted|deposed|exiled|sitting|embattled|veteran|young|then|deputy|same|whole|entire|de facto|self-declared|self-proclaimed|state|country['\u2019]s|local|federal|national)["
              + " -]+){0,2}$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern THE = Pattern.compile("(?s)(?:.*\\b)?[Tt]he (?:[\\p{L}-]+ ){0,2}$");

  private static final Pattern INDEFINITE =
      Pattern.compile(
          "\\b(?:an?|another|any|every|no|new)(?: \\p{Ll}+)? $|(?:^| the | a )\\p{Ll}+(?:al|ed|ing|ic|ary) $");

  /** Sectors whose people serve the state that a report speaks of: "the judge", "the sheriff". */
  private static final Set<String> OF_STATE = Set.of("JUD", "COP");

  private final Resolution resolution;
  private final OfficeHolders offices;
  private final States states;
  private final Bodies bodies;
  private final Successions successions;
  private final Newcomers newcomers;
  private final Discourse discourse;

  Definites(
      Resolution resolution,
      OfficeHolders offices,
      States states,
      Bodies bodies,
      Successions successions,
      Newcomers newcomers,
      Discourse discourse) {
    this.resolution = resolution;
    this.offices = offices;
    this.states = states;
    this.bodies = bodies;
    this.successions = successions;
    this.newcomers = newcomers;
    this.discourse = discourse;
  }

  /** "The president", "the ministry", "the army": who was spoken of, else the country in focus. */
  @Nullable ActorMention back(Chunk chunk, Term role, boolean former) {
    String office = role.detail();
    boolean title = role.kind() == Term.Kind.TITLE && !office.isEmpty();
    boolean proper =
        role.values().contains("LEG")
            && (Character.isUpperCase(chunk.text().charAt(0))
                || (chunk.text().equals("parliament")
                    && !INDEFINITE.matcher(chunk.before()).find()));
    boolean ofBody = !title && isBody(chunk);
    boolean definite =
        DEFINITE.matcher(chunk.before()).matches()
            || (ofBody && THE.matcher(chunk.before()).matches());
    if (!proper && !definite) {
      return null;
    }
    if (title) {
      String about = discourse.focus();
      boolean isNew = Newcomers.isSaid(chunk);
      Predicate<Discourse.Said> fits =
          s ->
              s.isPerson()
                  && former == Successions.isElite(s)
                  && !(former && office.equals("minister")) // of a ministry that no list has
                  && (former || sameOffice(s.office(), office) || isOpposition(s, office))
                  && states.hasRuler(s.actor().country(), role.key())
                  && (!isNew || newcomers.isNew(s.actor()));
      Predicate<Discourse.Said> held =
          s -> !sameOffice(s.office(), office) && successions.hasHeld(s, office);
      Discourse.Said said =
          former ? discourse.last(held.and(s -> Objects.equals(s.actor().country(), about))) : null;
      said = said == null && former ? discourse.last(held) : said;
      said =
          said == null
              ? discourse.last(fits.and(s -> Objects.equals(s.actor().country(), about)))
              : said;
      said = said == null && !former && !isNew ? justLeft(role, fits) : said;
      boolean outgoing = about != null && Newcomers.isOutgoing(chunk);
      said = said == null && !outgoing ? discourse.last(fits) : said;
      if (said != null) {
        return resolution.make(
            chunk.span(),
            Form.OFFICE,
            said.actor(),
            said.mention().id(),
            "office-said-before",
            0.8);
      }
    } else {
      String noun = noun(chunk);
      Discourse.Said body = discourse.last(s -> bodyNoun(noun, s));
      if (body != null && body.actor().id().indexOf(':') > 0) {
        return resolution.make(
            chunk.span(), Form.NOMINAL, body.actor(), body.mention().id(), "body-said-before", 0.7);
      }
      ActorMention other = unsaid(chunk);
      if (other != null) {
        return other;
      }
    }
    boolean newly = title && Newcomers.isSaid(chunk);
    String focus =
        title
            ? discourse.focus(
                code ->
                    states.hasRuler(code, role.key())
                        && (!newly
                            || newcomers.isNew(offices.holder(code, office, resolution.day()))))
            : discourse.here();
    boolean ofState =
        proper
            || bodies.isOfState(role.key())
            || (!chunk.text().endsWith("s")
                && OF_STATE.contains(role.values().isEmpty() ? "" : role.values().get(0)));
    if (focus == null || (!title && !ofState)) {
      return null;
    }
    if (!title) {
      Actor actor = Resolution.party(focus, role.values(), chunk.text());
      return resolution.make(chunk.span(), Form.NOMINAL, actor, null, "country-in-focus", 0.6);
    }
    Actor holder = offices.holder(focus, office, resolution.day());
    holder = former ? successions.former(focus, office, holder) : holder;
    if (holder == null && office.endsWith("minister")) {
      boolean which = role.key().indexOf(' ') > 0 && !former; // "the information minister"
      holder = which ? Resolution.party(discourse.here(), role.values(), chunk.text()) : null;
    }
    return holder == null
        ? null
        : resolution.make(chunk.span(), Form.OFFICE, holder, null, "country-in-focus", 0.6);
  }

  /** Who left an office of late and was spoken of, where its holder was not; or null. */
  private Discourse.@Nullable Said justLeft(Term role, Predicate<Discourse.Said> holds) {
    Discourse.Said left =
        discourse.last(
            s ->
                s.isPerson()
                    && states.hasRuler(s.actor().country(), role.key())
                    && offices.hasJustLeft(s.actor().id(), role.detail(), resolution.day()));
    return left == null || !discourse.isNear(left) || discourse.last(holds) != null ? null : left;
  }

  /** Whether a role begins with a word for a body that every state has: "an army spokesman". */
  boolean isOfOwnState(Chunk chunk) {
    String words = chunk.text().toLowerCase(Locale.ROOT);
    int space = words.indexOf(' ');
    return space > 0 && bodies.isOfState(words.substring(0, space));
  }

  /** Whether the noun of a role takes up bodies named before, such as "the bloc". */
  boolean isBody(Chunk chunk) {
    return bodies.takesUp(noun(chunk));
  }

  /** Whether the noun of a role takes up a body named before. */
  boolean takesUp(Chunk chunk, Discourse.Said said) {
    return bodyNoun(noun(chunk), said) && said.actor().id().indexOf(':') > 0;
  }

  private String noun(Chunk chunk) {
    return Objects.requireNonNull(chunk.role())
        .span()
        .of(resolution.text())
        .toLowerCase(Locale.ROOT);
  }

  /** "The opposition leader": a person of the opposition, whatever office a list gives. */
  private static boolean isOpposition(Discourse.Said said, String office) {
    return office.equals("opposition-leader") && said.actor().sectors().contains("OPP");
  }

  private static boolean sameOffice(String said, String office) {
    return said.equals(office)
        || (office.equals("minister") && said.endsWith("minister"))
        || (office.equals("leader")
            && (said.equals("head-of-state") || said.equals("head-of-government")));
  }

  private boolean bodyNoun(String noun, Discourse.Said said) {
    Actor actor = said.actor();
    return !said.isPerson() && actor.members().isEmpty() && bodies.takesUp(noun, actor);
  }

  /** "The bloc" before its name, or without: the report's, else the usual one of its countries. */
  private @Nullable ActorMention unsaid(Chunk chunk) {
    List<Bodies.Fallback> usual = bodies.fallbacks(noun(chunk));
    if (usual.isEmpty()) {
      return null;
    }
    Name union = discourse.union();
    boolean such = union != null && bodies.takesUp(noun(chunk), union.id(), union.name());
    Name named = such ? union : null;
    Set<String> about = states.kinds(discourse.focus());
    Name own =
        usual.stream()
            .filter(fallback -> about.contains(fallback.kind()))
            .map(Bodies.Fallback::body)
            .findFirst()
            .orElse(null);
    Bodies.Fallback first = usual.get(0);
    boolean fits = discourse.focus(code -> states.kinds(code).contains(first.kind())) != null;
    Name body = named != null ? named : own != null ? own : fits ? first.body() : null;
    if (body == null) {
      return null;
    }
    Actor actor = new Actor(body.id(), body.name(), body.country(), body.sectors(), null);
    return resolution.make(
        chunk.span(),
        Form.NOMINAL,
        actor,
        null,
        named == null ? "usual-body" : "body-said-later",
        named == null ? 0.5 : 0.6);
  }
}
