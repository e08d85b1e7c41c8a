package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** A role that the name of its bearer follows: "his lawyer, Ana Ruiz,", "the baker, Mr Haddad,". */
final class RoleBefore {
  /** What ends the name, or says where its bearer is of. */
  private static final Pattern END =
      Pattern.compile("[,.;:)\u2014\u2013]| [\u2014\u2013]| (?:of|from) |$");

  private static final Pattern FAR =
      Pattern.compile("(?: (?:for|of|at|in|from|with|on|to|near)) [^,.;:]{2,60}, ");

  private static final Pattern NEAR = Pattern.compile("(?:, | [\u2014\u2013] )|" + FAR.pattern());
  private static final Pattern OUR = Pattern.compile("\\b(?:[Oo]ur|[Mm]y) (?:\\p{Ll}+ )?$");
  private static final Pattern OF = Pattern.compile(",? (?:of|from|for) ");

  /** Between a post and the body that it is in: "the owner of the factory". */
  private static final Pattern WHOSE =
      Pattern.compile(" (?:of|for|at|from) (?:(?:the|an?|its|his|her|our) )?");

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b(?:[Tt]he |[Hh]is |[Hh]er |[Ii]ts )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:[\\p{L}-]+ ){0,2}$");

  private static final Pattern ONE =
      Pattern.compile(
          "\\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|\\p{L}+['\u2019]s?) (?:[\\p{L}\\d-]+ ){0,2}$");

  /** Offices that are of the kind of another's. */
  private static final Set<String> RELATED =
      Set.of("deputy", "counterpart", "predecessor", "successor");

  private final Resolution resolution;
  private final Roles roles;
  private final Persons persons;
  private final Owners owners;
  private final Trades trades;
  private final Endings endings;
  private final Discourse discourse;

  RoleBefore(
      Resolution resolution,
      Roles roles,
      Persons persons,
      Owners owners,
      Trades trades,
      Endings endings,
      Discourse discourse) {
    this.trades = trades;
    this.endings = endings;
    this.resolution = resolution;
    this.roles = roles;
    this.persons = persons;
    this.owners = owners;
    this.discourse = discourse;
  }

  /** The mention of a role by whom the next words name, or null. */
  @Nullable ActorMention named(Chunk chunk, Part role, List<Chunk> rest) {
    Chunk next = rest.stream().filter(one -> one.person() != null).findFirst().orElse(null);
    Part person = next == null ? null : next.person();
    if (next == null || person == null || !isBeside(chunk, next, rest.get(0).person() != null)) {
      return null;
    }
    int at = rest.indexOf(next);
    Term term = Objects.requireNonNull(role.role());
    boolean of = at > 0 && WHOSE.matcher(gap(chunk, rest.get(0))).matches();
    boolean other = rest.subList(of ? 1 : 0, at).stream().anyMatch(one -> one.role() != null);
    if (other || !(role.isTitle() || trades.isPerson(term.key()))) {
      return null; // "a court sentenced a teacher, Ihar Sadovsky"
    }
    boolean listed = person.names() != null;
    boolean more = // "the mediator, Ana Ruiz of the labour ministry"
        !listed
            && OF.matcher(resolution.text())
                .region(next.span().end(), resolution.text().length())
                .lookingAt();
    Actor actor =
        persons.person(next, person, more ? rest.subList(at + 1, rest.size()) : List.of()).actor();
    String country = resolution.owner(chunk);
    if (actor != null && actor.id().startsWith("person:") && !actor.sectors().isEmpty()) {
      boolean foreign = country != null && !country.equals(actor.country());
      return foreign || !(role.isTitle() || !listed)
          ? null
          : resolution.make(chunk.span(), Form.OFFICE, actor, null, "office-and-name", 0.9);
    }
    if (listed || !(ONE.matcher(chunk.before()).find() || !chunk.isBare())) {
      return null;
    }
    Actor told = told(chunk, term, rest);
    country = actor == null ? null : actor.country();
    country = country == null ? told.country() : country;
    String words = person.span().of(resolution.text());
    country = country == null ? endings.home(words, discourse) : country;
    String id = "person:" + (country == null ? "" : country) + ":" + words;
    Actor bearer = new Actor(id, words, country, told.sectors(), null);
    discourse.names().know(words, bearer);
    discourse.spokenOf().call(bearer, term.key());
    return resolution.make(chunk.span(), Form.OFFICE, bearer, null, "role-and-name", 0.7);
  }

  /** "Two firefighters, Cal Brunner and Ana Ruiz": all who are named, or null. */
  @Nullable ActorMention several(Chunk chunk, Part role, List<Chunk> rest) {
    String text = resolution.text();
    List<Chunk> names = new ArrayList<>();
    int end = chunk.span().end();
    boolean last = false;
    for (Chunk one : rest) {
      String gap = one.span().begin() < end ? "" : text.substring(end, one.span().begin());
      boolean and = gap.endsWith(" and ");
      boolean joined = gap.equals(", ") || (!names.isEmpty() && (and && gap.length() <= 6));
      if (one.person() == null || one.country() != null || one.role() != null || !joined) {
        break;
      }
      names.add(one);
      end = one.span().end();
      last = and;
      if (and) {
        break;
      }
    }
    if (!last || names.size() < 2 || !chunk.text().endsWith("s")) {
      return null;
    }
    Actor told = told(chunk, Objects.requireNonNull(role.role()), List.of());
    String country = told.country() == null ? discourse.surroundings() : told.country();
    List<Actor> all = new ArrayList<>();
    for (Chunk one : names) {
      Part person = Objects.requireNonNull(one.person());
      Actor actor = persons.person(one, person, List.of()).actor();
      if (person.names() == null && (actor == null || !actor.id().startsWith("person:"))) {
        String words = person.span().of(text);
        String id = "person:" + (country == null ? "" : country) + ":" + words;
        actor = new Actor(id, words, country, told.sectors(), null);
        discourse.names().know(words, actor);
      }
      if (actor == null) {
        return null;
      }
      all.add(actor);
    }
    Matcher number = NUMBER.matcher(chunk.before());
    int back = number.find() ? chunk.before().length() - number.start() : 0;
    Span span = new Span(chunk.span().begin() - back, chunk.span().end());
    return resolution.make(span, Form.NOMINAL, Actor.group(all), null, "role-and-names", 0.7);
  }

  /** Whether a chunk has an office that is of the kind of another's. */
  static boolean isRelated(Chunk chunk) {
    return RELATED.contains(Resolution.office(chunk));
  }

  private String gap(Chunk one, Chunk next) {
    int end = one.span().end();
    return resolution.text().substring(end, Math.max(end, next.span().begin()));
  }

  private boolean isBeside(Chunk chunk, Chunk next, boolean first) {
    String text = resolution.text();
    Part address = next.role();
    boolean plain = address == null || (address.isTitle() && Resolution.office(next).isEmpty());
    return plain
        && next.country() == null
        && !chunk.text().endsWith("s")
        && chunk.span().end() < next.span().begin()
        && (first ? NEAR : FAR)
            .matcher(text.substring(chunk.span().end(), next.span().begin()))
            .matches()
        && END.matcher(text).region(next.span().end(), text.length()).lookingAt();
  }

  /** Country and sectors as the role alone tells them. */
  private Actor told(Chunk chunk, Term term, List<Chunk> rest) {
    Actor owned = owners.party(chunk, term);
    ActorMention mention = owned == null ? roles.role(chunk, term, rest) : null;
    Actor actor = owned != null ? owned : mention == null ? null : mention.actor();
    List<String> sectors = term.values();
    if (sectors.isEmpty() && actor != null) {
      sectors = actor.sectors();
    }
    Actor owner =
        RELATED.contains(term.detail()) || sectors.isEmpty() ? owners.person(chunk) : null;
    if (owner != null && RELATED.contains(term.detail()) && !owner.sectors().isEmpty()) {
      sectors = owner.sectors().subList(0, 1); // "the judge and her deputy, Festo Mwakyusa"
    }
    String country = owners.country(chunk, term);
    country = country == null && actor != null ? actor.country() : country;
    if (OUR.matcher(chunk.before()).find() && Owners.isPost(term)) {
      sectors =
          discourse.said().stream()
              .filter(s -> !s.isPerson() && s.actor().id().startsWith("body:"))
              .findFirst()
              .map(s -> s.actor().sectors())
              .orElse(List.of("NGO"));
    } else if (owned != null && !owned.sectors().isEmpty()) {
      sectors = owned.sectors();
    }
    return Resolution.party(country, sectors, chunk.text());
  }
}
