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

  Owners(Resolution resolution, Whose whose, Discourse discourse) {
    this.resolution = resolution;
    this.whose = whose;
    this.discourse = discourse;
  }

  /** The country that a role is of by its own words or by those right before it, or null. */
  @Nullable String country(Chunk chunk, Term role) {
    String country = resolution.owner(chunk);
    country = country == null ? possessor(chunk) : country;
    if (country == null && isOwned(role)) {
      Discourse.Said own = whose.own(chunk);
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
    return false;
  }

  /** A role of a body or of another party: the body's codes are the mention's. */
  @Nullable Actor party(Chunk chunk, Term role) {
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

  /** Whether nothing but the ending of a genitive stands between two offsets. */
  static boolean isPossessive(String text, int end, int begin) {
    return begin - end == Discourse.POSSESSIVE.length() && "'\u2019".indexOf(text.charAt(end)) >= 0;
  }
}
