package org.chancery.analysis.actor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.chancery.core.Document;
import org.chancery.core.Ids;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Says who a chunk is on the day of the report, with what was said before. One for each report. */
final class Resolution {
  private static final Pattern FORMER =
      Pattern.compile(
          "\\b(?:former|ex|late|ousted|deposed|exiled|erstwhile|one-time|onetime|then)[ -]+(?:\\w+"
              + " )?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FORMER_INSIDE =
      Pattern.compile("\\b(?:former|ousted|deposed|late) ");
  static final String TODAY_WITHOUT_DATE = "9999-12-31";

  private final Document document;
  private final Parties parties;
  private final Locality locality;
  private final Discourse discourse;
  private final String day;
  private final Roles roles;
  private final Persons persons;
  private final RoleBefore roleBefore;
  private final Compatriots compatriots;

  Resolution(
      Document document,
      OfficeHolders offices,
      Parties parties,
      States states,
      Bodies bodies,
      Trades trades,
      TitledNames titles,
      Endings endings,
      Locality locality,
      Discourse discourse) {
    this.document = document;
    this.parties = parties;
    this.locality = locality;
    this.discourse = discourse;
    String published = document.day();
    day = published == null ? TODAY_WITHOUT_DATE : published;
    compatriots = new Compatriots(this, discourse);
    Whose whose = new Whose(this, discourse);
    Owners owners = new Owners(this, whose, trades, discourse);
    roles = new Roles(this, owners, whose, offices, parties, states, bodies, trades, discourse);
    persons = new Persons(this, owners, offices, bodies, trades, titles, endings, discourse);
    roleBefore = new RoleBefore(this, roles, persons, owners, trades, endings, discourse);
  }

  /** The mention that a chunk makes; {@code rest} are the chunks after it, for appositions. */
  @Nullable ActorMention resolve(Chunk chunk, List<Chunk> rest) {
    Part person = chunk.person();
    if (person != null) {
      return persons.person(chunk, person, rest);
    }
    Part role = chunk.role();
    ActorMention named = role == null ? null : roleBefore.named(chunk, role, rest);
    named = named == null && role != null ? roleBefore.several(chunk, role, rest) : named;
    if (named != null) {
      return named;
    }
    if (role != null) {
      return roles.role(chunk, Objects.requireNonNull(role.role()), rest);
    }
    Part body = chunk.body();
    if (body != null) {
      boolean place = body.isPlace() || (isOfState(body) && locality.isHouse(chunk.before()));
      return place ? null : make(chunk.span(), Form.NAME, body(body), null, "listed", 0.9);
    }
    Part country = chunk.country();
    return country == null ? null : country(chunk, first(country));
  }

  /** The country in which what a chunk names as a mere place lies, or null. */
  @Nullable String place(Chunk chunk) {
    Part named = chunk.country() == null ? chunk.body() : chunk.country();
    return named == null || (chunk.country() == null && !named.isPlace())
        ? null
        : first(named).country();
  }

  /** The name of a part that the report's countries make likeliest. */
  Name first(Part part) {
    List<Name> names = Objects.requireNonNull(part.names());
    Name best = names.get(0);
    for (Name name : names) {
      boolean dated = name.from() != null || name.to() != null;
      boolean bestDated = best.from() != null || best.to() != null;
      boolean day = name.on(this.day) && (!best.on(this.day) || (dated && !bestDated));
      boolean likelier =
          name.kind() == best.kind()
              && name.on(this.day)
              && discourse.weight(name.country()) > discourse.weight(best.country());
      if (day || likelier) {
        best = name;
      }
    }
    return best;
  }

  /** Whether a body is one of a state, such as a palace or a parliament. */
  private boolean isOfState(Part body) {
    Name name = first(body);
    return name.country() != null && name.id().startsWith(name.country() + ":");
  }

  Actor body(Part part) {
    Name name = first(part);
    Actor party = parties.on(name.id(), day);
    return party != null
        ? party
        : new Actor(name.id(), name.name(), name.country(), name.sectors(), null);
  }

  private @Nullable ActorMention country(Chunk chunk, Name name) {
    boolean local = locality.isSeat(chunk.before());
    if (name.kind() == Name.Kind.METONYM) {
      Name union = union(chunk, name);
      if (union != null && !local) {
        Actor actor = new Actor(union.id(), union.name(), union.country(), union.sectors(), null);
        return make(chunk.span(), Form.METONYM, actor, null, "seat-of-power", 0.8);
      }
      boolean seat = !name.sectors().isEmpty() && !name.name().isEmpty();
      return local && seat
          ? null
          : make(chunk.span(), Form.METONYM, government(name), null, "seat-of-power", 0.8);
    }
    if (name.kind() == Name.Kind.ADJECTIVE) {
      String text = chunk.text();
      boolean people = text.endsWith("s") && !text.endsWith("ss") && text.length() > 3;
      return people
          ? make(
              chunk.span(),
              Form.DEMONYM,
              party(name.country(), List.of("CVL"), text),
              null,
              "demonym",
              0.8)
          : compatriots.mention(chunk, name);
    }
    return locality.isCountry(chunk.before())
        ? null
        : make(chunk.span(), Form.NAME, government(name), null, "country-name", local ? 0.6 : 0.9);
  }

  /** The body of states whose seat a city is too, when the report is not more about the country. */
  private @Nullable Name union(Chunk chunk, Name seat) {
    List<Name> names = Objects.requireNonNull(Objects.requireNonNull(chunk.country()).names());
    return names.stream()
        .filter(name -> name.kind() == Name.Kind.ORGANISATION)
        .filter(name -> discourse.weight(name.country()) >= discourse.weight(seat.country()))
        .findFirst()
        .orElse(null);
  }

  private static Actor government(Name name) {
    return party(name.country(), List.of("GOV"), name.name());
  }

  boolean isFormer(Chunk chunk) {
    return FORMER.matcher(chunk.before()).find() || FORMER_INSIDE.matcher(chunk.text()).find();
  }

  static List<String> sectors(Chunk chunk) {
    Part role = chunk.role();
    return role == null ? List.of() : Objects.requireNonNull(role.role()).values();
  }

  static String office(Chunk chunk) {
    Part role = chunk.role();
    return role == null || !role.isTitle() ? "" : Objects.requireNonNull(role.role()).detail();
  }

  /** The country that a chunk says its party is of, or null. */
  @Nullable String owner(Chunk chunk) {
    Part country = chunk.country();
    if (country != null) {
      return first(country).country();
    }
    Part body = chunk.body();
    if (body != null && !body.isPlace()) {
      return first(body).country();
    }
    if (body != null && chunk.role() != null) {
      return first(body).country(); // "Tamil Nadu police"
    }
    Chunk of = chunk.of();
    Part leader = of == null ? null : of.person();
    if (leader != null && leader.names() != null) {
      return first(leader).country(); // "the Orlov government"
    }
    return of == null ? null : owner(of);
  }

  static Actor party(@Nullable String country, List<String> sectors, String name) {
    String id =
        (country == null ? "" : country)
            + (sectors.isEmpty() ? "" : " " + String.join(" ", sectors));
    return new Actor(
        id.isBlank() ? "unresolved:" + name.toLowerCase(Locale.ROOT) : id.strip(),
        name,
        country,
        sectors,
        null);
  }

  String day() {
    return day;
  }

  String text() {
    return document.text();
  }

  ActorMention make(
      Span span,
      Form form,
      @Nullable Actor actor,
      @Nullable String antecedent,
      String rule,
      double confidence) {
    return new ActorMention(
        Ids.of("actor", document.id(), span.begin(), span.end()),
        span,
        span.of(document.text()),
        form,
        actor,
        antecedent,
        "rule:" + rule,
        actor == null ? 0 : confidence);
  }
}
