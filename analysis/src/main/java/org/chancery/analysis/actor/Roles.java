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
 * Roles without a name: an office on the day, "the ministry", counterparts, predecessors, and kinds
 * of party with or without a country.
 */
final class Roles {
  private static final Pattern DEFINITE =
      Pattern.compile(
          "(?:^|.*\\b)(?:the|its|their|this|that|our)\\s+(?:(?:new|newly|elected|current|outgoing|incoming|interim|acting|caretaker|former|ex|late|ousted|deposed|exiled|sitting|embattled|veteran|young|then|deputy|same|whole|entire|state|country['\u2019]s|local|federal|national)[ -]+){0,2}$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern THE = Pattern.compile("(?s)(?:.*\\b)?[Tt]he (?:[\\p{L}-]+ ){0,2}$");

  private static final Pattern INDEFINITE =
      Pattern.compile("(?:\\b(?:an?|another|any|every|no|new|\\p{Ll}+(?:al|ed|ing|ic|ary))) $");

  private static final Pattern ONCE =
      Pattern.compile("\\b[Tt]he (?:former|retired|one-time|onetime|ex[ -]) ?$");

  private static final Pattern OWN =
      Pattern.compile(
          "\\b([Hh]is|[Hh]er|[Ii]ts) (?:(?:new|own|first|outgoing|incoming|former|late|then|acting|current|veteran|long-serving) )?$");

  private static final List<String> GENERIC_ROLES =
      List.of(
          "spokesman",
          "official",
          "adviser",
          "envoy",
          "head",
          "leader",
          "secretary-general",
          "ambassador");

  /** Posts in any kind of body, which tells the sector. */
  private static final Set<String> POSTS =
      Set.of(
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "manager",
          "director",
          "chairman",
          "chairwoman",
          "chairperson",
          "chair",
          "president",
          "head",
          "chief",
          "founder",
          "member",
          "treasurer",
          "secretary",
          "representative",
          "coordinator",
          "employee",
          "deputy",
          "executive");

  private final Resolution resolution;
  private final OfficeHolders offices;
  private final Parties parties;
  private final Successions successions;
  private final Newcomers newcomers;
  private final States states;
  private final Bodies bodies;
  private final Discourse discourse;
  private final SaidBeside beside;

  Roles(
      Resolution resolution,
      OfficeHolders offices,
      Parties parties,
      States states,
      Bodies bodies,
      Discourse discourse) {
    this.resolution = resolution;
    this.offices = offices;
    this.parties = parties;
    this.states = states;
    newcomers = new Newcomers(resolution, offices, discourse);
    successions =
        new Successions(resolution, offices, new Counterparts(offices, states), discourse);
    this.bodies = bodies;
    this.discourse = discourse;
    beside = new SaidBeside(resolution, offices, discourse);
  }

  @Nullable ActorMention role(Chunk chunk, Term role) {
    String office = role.detail();
    switch (office) {
      case "counterpart" -> {
        return successions.counterpart(chunk);
      }
      case "predecessor", "successor" -> {
        return successions.neighbour(chunk, office.equals("successor"));
      }
      default -> {}
    }
    ActorMention same = beside.apposed(chunk, role);
    if (same != null) {
      return same;
    }
    String country = resolution.owner(chunk);
    country = country == null ? possessor(chunk) : country;
    country = country == null && isOwned(role) ? whose(chunk) : country;
    boolean title = role.kind() == Term.Kind.TITLE;
    Actor elected = role.key().endsWith("-elect") ? elected(country, role.key()) : null;
    if (elected != null) {
      return resolution.make(chunk.span(), Form.OFFICE, elected, null, "elected", 0.8);
    }
    boolean plural = isPlural(chunk);
    boolean former = resolution.isFormer(chunk) || newcomers.hasLeft(chunk, country, office);
    if (title && !office.isEmpty() && !plural) {
      String body = ownerBody(chunk);
      Actor holder = body == null ? null : ofBody(body, office);
      if (holder == null
          && country != null
          && !(office.equals("leader") && isOfGroup(chunk))
          && states.hasRuler(country, role.key())) {
        String held = office.equals("leader") ? states.leader(country) : office;
        holder = offices.holder(country, held, resolution.day());
        holder = former ? successions.former(country, office, holder) : holder;
      }
      if (holder != null) {
        return resolution.make(
            chunk.span(), Form.OFFICE, holder, null, "office-on-day", former ? 0.6 : 0.9);
      }
    }
    Form form = title ? Form.OFFICE : Form.NOMINAL;
    Actor owned = owned(chunk, role);
    if (owned != null) {
      return resolution.make(chunk.span(), form, owned, null, "role-of-body", 0.8);
    }
    boolean several = plural && bodies.takesUp(noun(chunk));
    if (country == null && chunk.isBare() && (!plural || several)) {
      ActorMention called = plural ? null : beside.called(chunk, role);
      if (called != null) {
        return called;
      }
      ActorMention back = back(chunk, role, former);
      if (back != null) {
        return back;
      }
    }
    if (country == null && chunk.isBare() && !plural && ONCE.matcher(chunk.before()).find()) {
      Discourse.Said once = discourse.person("");
      if (once != null && once.actor().id().startsWith("person:")) {
        return resolution.make(
            chunk.span(), form, once.actor(), once.mention().id(), "what-one-was", 0.5);
      }
    }
    boolean sides = role.key().equals("parties"); // mostly those to a conflict or an agreement
    if (country == null && plural && !sides && role.values().equals(List.of("PTY"))) {
      Actor party = parties.plural(discourse, role.key(), resolution.day());
      if (party != null) {
        return resolution.make(chunk.span(), form, party, null, "party-of-country-in-focus", 0.6);
      }
    }
    if (country == null && chunk.text().startsWith("government ")) {
      country = discourse.focus(); // "government troops"
    }
    if (title && country == null && role.detail().equals("minister")) {
      return resolution.make(chunk.span(), form, null, null, "unresolved", 0);
    }
    double sure = country == null ? 0.4 : 0.85;
    return resolution.make(
        chunk.span(),
        form,
        Resolution.party(country, role.values(), chunk.text()),
        null,
        "role",
        sure);
  }

  /** "The president-elect": who comes into the office of a country, or of the report's. */
  private @Nullable Actor elected(@Nullable String country, String title) {
    String of = country == null ? discourse.focus() : country;
    String office = title.startsWith("president") ? "head-of-state" : "head-of-government";
    return of == null ? null : offices.coming(of, office, resolution.day());
  }

  /** The country of the party whose possessive ends right before a chunk, or null. */
  private @Nullable String possessor(Chunk chunk) {
    Discourse.Said said = discourse.possessor(chunk.span().begin());
    return said == null ? null : said.actor().country();
  }

  /** Whether a role is one that somebody has in a country: an office, or a body of the state. */
  private static boolean isOwned(Term role) {
    return role.kind() == Term.Kind.TITLE
        || role.values().stream().anyMatch(List.of("GOV", "MIL", "COP", "SPY")::contains);
  }

  /** The country of whom "his", "her", "its" before a title means, or null. */
  private @Nullable String whose(Chunk chunk) {
    java.util.regex.Matcher own = OWN.matcher(chunk.before());
    if (!own.find()) {
      return null;
    }
    String word = own.group(1).toLowerCase(Locale.ROOT);
    String gender = word.equals("his") ? "m" : "f";
    int begin = chunk.span().begin() - chunk.before().length() + own.start();
    Discourse.Said joined =
        word.equals("its") ? null : discourse.joined(resolution.text(), begin, gender);
    if (joined != null) {
      return joined.actor().country();
    }
    Discourse.Said said =
        word.equals("its")
            ? discourse.last(s -> !s.isPerson() && s.actor().country() != null)
            : discourse.person(gender);
    return said == null ? null : said.actor().country();
  }

  /** "The president", "the ministry", "the army": who was spoken of, else the country in focus. */
  private @Nullable ActorMention back(Chunk chunk, Term role, boolean former) {
    String office = role.detail();
    boolean title = role.kind() == Term.Kind.TITLE && !office.isEmpty();
    boolean proper =
        role.values().contains("LEG")
            && (Character.isUpperCase(chunk.text().charAt(0))
                || (chunk.text().equals("parliament")
                    && !INDEFINITE.matcher(chunk.before()).find()));
    boolean ofBody = !title && bodies.takesUp(noun(chunk));
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
                  && (former || sameOffice(s.office(), office))
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
    if (focus == null || (!title && !proper && !bodies.isOfState(role.key()))) {
      return null;
    }
    if (!title) {
      Actor actor = Resolution.party(focus, role.values(), chunk.text());
      return resolution.make(chunk.span(), Form.NOMINAL, actor, null, "country-in-focus", 0.6);
    }
    Actor holder = offices.holder(focus, office, resolution.day());
    holder = former ? successions.former(focus, office, holder) : holder;
    return holder == null
        ? null
        : resolution.make(chunk.span(), Form.OFFICE, holder, null, "country-in-focus", 0.6);
  }

  private String noun(Chunk chunk) {
    return Objects.requireNonNull(chunk.role())
        .span()
        .of(resolution.text())
        .toLowerCase(Locale.ROOT);
  }

  private static boolean sameOffice(String said, String office) {
    return said.equals(office)
        || (office.equals("minister") && said.endsWith("minister"))
        || (office.equals("leader")
            && (said.equals("head-of-state") || said.equals("head-of-government")));
  }

  private boolean bodyNoun(String noun, Discourse.Said said) {
    Actor actor = said.actor();
    return !said.isPerson()
        && actor.members().isEmpty()
        && bodies.takesUp(noun, actor.id(), actor.name());
  }

  /** "The bloc" before its name, or without: the report's, else the usual one of its countries. */
  private @Nullable ActorMention unsaid(Chunk chunk) {
    Bodies.Fallback usual = bodies.fallback(noun(chunk));
    if (usual == null) {
      return null;
    }
    Name named = discourse.union();
    boolean fits = discourse.focus(code -> states.kinds(code).contains(usual.kind())) != null;
    Name body = named != null ? named : fits ? usual.body() : null;
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

  private static boolean isPlural(Chunk chunk) {
    Part role = chunk.role();
    String words = role == null ? "" : chunk.text().toLowerCase(Locale.ROOT);
    return words.endsWith("s") && !words.endsWith("ss");
  }

  private @Nullable Actor ofBody(String body, String office) {
    Actor holder = offices.holder(body, office, resolution.day());
    boolean top = office.equals("head") || office.equals("leader") || office.startsWith("head-of-");
    return holder != null || !top ? holder : offices.holder(body, "head", resolution.day());
  }

  /** The body that a role belongs to, when it is one of its own ("the NATO chief"), or null. */
  private @Nullable String ownerBody(Chunk chunk) {
    for (Chunk at = chunk; at != null; at = at.of()) {
      Part body = at.body();
      if (body != null && !body.isPlace()) {
        return resolution.first(body).id();
      }
    }
    return null;
  }

  /** Whether a role is one of an armed group or a political party, whose leader rules no state. */
  private boolean isOfGroup(Chunk chunk) {
    for (Chunk at = chunk; at != null; at = at.of()) {
      Part body = at.body();
      if (body != null && !body.isPlace()) {
        Name name = resolution.first(body);
        return name.kind() == Name.Kind.GROUP || name.sectors().equals(List.of("PTY"));
      }
    }
    return false;
  }

  /** A role of a body or of another party: the body's codes are the mention's. */
  @Nullable Actor owned(Chunk chunk, Term role) {
    Part body = chunk.body();
    Part country = chunk.country();
    boolean theirs =
        country == null
            || body == null
            || Objects.equals(
                resolution.first(country).country(), resolution.first(body).country());
    if (body != null && !body.isPlace()) {
      return theirs || resolution.first(body).country() == null
          ? resolution.body(body)
          : null; // "India's Maoist rebels" are not those of Nepal
    }
    Chunk of = chunk.of();
    if (of == null) {
      return null;
    }
    Part other = of.body();
    if (other != null && !other.isPlace()) {
      return resolution.body(other);
    }
    Part owner = of.role();
    boolean generic =
        GENERIC_ROLES.contains(role.detail())
            || role.values().isEmpty()
            || POSTS.contains(role.key().substring(role.key().lastIndexOf(' ') + 1))
            || role.values().equals(List.of("PTY")); // "general secretary of a union"
    if (owner != null && generic) {
      return Resolution.party(
          resolution.owner(of), Objects.requireNonNull(owner.role()).values(), chunk.text());
    }
    return null;
  }
}
