package org.chancery.analysis.actor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/** Whose a role is: a country's, one of a body, of an armed group, or of another party. */
final class Owners {
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
  private final Discourse discourse;
  private final Whose whose;
  private final Trades trades;

  Owners(Resolution resolution, Whose whose, Trades trades, Discourse discourse) {
    this.trades = trades;
    this.resolution = resolution;
    this.whose = whose;
    this.discourse = discourse;
  }

  /** The country that a role is of by its own words or by those right before it, or null. */
  @Nullable String country(Chunk chunk, Term role) {
    String country = resolution.owner(chunk);
    country = country == null ? possessor(chunk) : country;
    if (country == null) {
      Discourse.Said own = whose.own(chunk);
      boolean theirs = isOwned(role) || trades.isPersons(role.key());
      boolean foreign = role.values().equals(List.of("GOV")) && !isOwned(role);
      own = theirs || (own != null && own.isPerson() && !foreign) ? own : null;
      boolean state = own != null && !own.isPerson() && !isOwned(role);
      own = state && role.values().equals(List.of("GOV")) ? null : own; // "its neighbour"
      own = own == null && role.kind() == Term.Kind.TITLE ? whose.sharing(chunk) : own;
      country = own == null ? null : own.actor().country();
    }
    return country;
  }

  /** The country of the party whose possessive ends right before a chunk, or null. */
  private @Nullable String possessor(Chunk chunk) {
    Discourse.Said said = discourse.possessor(chunk.span().begin());
    return said == null ? null : said.actor().country();
  }

  /** Whether a role is one that somebody has in a country: an office, or a body of the state. */
  private boolean isOwned(Term role) {
    return role.kind() == Term.Kind.TITLE || isOfState(role);
  }

  /** The person whom "his" or "her" right before a role means, or null. */
  @Nullable Actor person(Chunk chunk) {
    Discourse.Said own = resolution.owner(chunk) == null ? whose.own(chunk) : null;
    return own != null && own.isPerson() && own.actor().country() != null ? own.actor() : null;
  }

  /** Whether a role is a post in any kind of body. */
  static boolean isPost(Term role) {
    return POSTS.contains(role.key().substring(role.key().lastIndexOf(' ') + 1));
  }

  /** Whether a role is one in the service of a state. */
  boolean isOfState(Term role) {
    return role.values().stream().anyMatch(List.of("GOV", "MIL", "COP", "SPY")::contains);
  }

  /** The body that a role belongs to, when it is one of its own ("the NATO chief"), or null. */
  @Nullable String body(Chunk chunk) {
    for (Chunk at = chunk; at != null; at = at.of()) {
      Part body = at.body();
      if (body != null && !body.isPlace()) {
        return resolution.first(body).id();
      }
    }
    Discourse.Said owner = resolution.owner(chunk) == null ? whose.of(chunk) : null;
    return owner == null || owner.isPerson() || owner.actor().id().indexOf(':') < 0
        ? null
        : owner.actor().id(); // "the alliance's secretary-general", "its commission chief"
  }

  /** Whether a role is one of an armed group or a political party, whose leader rules no state. */
  boolean isGroup(Chunk chunk) {
    for (Chunk at = chunk; at != null; at = at.of()) {
      Part body = at.body();
      if (body != null && !body.isPlace()) {
        Name name = resolution.first(body);
        return name.kind() == Name.Kind.GROUP || name.sectors().equals(List.of("PTY"));
      }
    }
    Discourse.Said owner = resolution.owner(chunk) == null ? whose.of(chunk) : null;
    return owner != null
        && (owner.actor().id().startsWith("group:") || owner.actor().id().startsWith("party:"));
  }

  /** A role of a body or of another party: the body's codes are the mention's. */
  @Nullable Actor party(Chunk chunk, Term role) {
    Part body = chunk.body();
    Part land = chunk.country();
    boolean theirs =
        land == null
            || body == null
            || Objects.equals(resolution.first(land).country(), resolution.first(body).country());
    if (body != null && body.kind() == Name.Kind.PEOPLE && isOfState(role)) {
      String country = resolution.first(body).country();
      if (country != null) { // "the Welsh government"
        return Resolution.party(country, role.values(), chunk.text());
      }
    }
    if (body != null && !body.isPlace()) {
      return theirs || resolution.first(body).country() == null
          ? resolution.body(body)
          : null; // "India's Maoist rebels" are not those of Nepal
    }
    Chunk of = chunk.of();
    if (of == null) {
      boolean post = isPost(role) || GENERIC_ROLES.contains(role.detail());
      return land == null && post ? ofOwner(chunk) : null;
    }
    Part other = of.body();
    if (other != null && !other.isPlace()) {
      return resolution.body(other);
    }
    Part owner = of.role();
    boolean generic =
        GENERIC_ROLES.contains(role.detail())
            || role.values().isEmpty()
            || isPost(role)
            || role.values().equals(List.of("PTY")); // "general secretary of a union"
    if (owner != null && generic) {
      return Resolution.party(
          resolution.owner(of), Objects.requireNonNull(owner.role()).values(), chunk.text());
    }
    return null;
  }

  /** "Its secretary-general", "the union's treasurer": one of the body just spoken of, or null. */
  private @Nullable Actor ofOwner(Chunk chunk) {
    Discourse.Said owner = whose.of(chunk);
    return owner == null
            || owner.isPerson()
            || !owner.actor().members().isEmpty()
            || owner.actor().sectors().isEmpty()
            || owner.actor().sectors().contains("GOV")
        ? null
        : Resolution.party(owner.actor().country(), owner.actor().sectors(), chunk.text());
  }

  /** Whether nothing but the ending of a genitive stands between two offsets. */
  static boolean isPossessive(String text, int end, int begin) {
    return begin - end == Discourse.POSSESSIVE.length() && "'\u2019".indexOf(text.charAt(end)) >= 0;
  }
}
