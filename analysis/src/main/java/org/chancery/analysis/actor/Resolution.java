package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Says who a chunk is, remembering what the report said before. One for each document. */
final class Resolution {
  private static final Pattern LOCAL =
      Pattern.compile(
          ".*\\b(?:in|at|near|outside|around|across|inside|from|to|into|of|via|between)\\s+(?:the\\s+)?$",
          Pattern.DOTALL);
  private static final String COUNTERPART = "counterpart";
  static final String TODAY_WITHOUT_DATE = "9999-12-31";
  private final Document document;
  private final OfficeHolders offices;
  private final String day;
  private final Map<String, Actor> bySurname = new HashMap<>();
  private @Nullable ActorMention lastOfficial;
  private @Nullable Actor before;

  Resolution(Document document, OfficeHolders offices) {
    this.document = document;
    this.offices = offices;
    String published = document.day();
    day = published == null ? TODAY_WITHOUT_DATE : published;
  }

  @Nullable ActorMention resolve(Chunk chunk) {
    ActorMention mention = mention(chunk);
    if (mention == null) {
      return null;
    }
    Actor actor = mention.actor();
    if (actor != null && actor.office() != null) {
      lastOfficial = mention;
    }
    if (actor != null && actor.id().startsWith("person:")) {
      bySurname.put(surname(actor.name()), actor);
      if (chunk.person() != null) {
        bySurname.put(surname(chunk.person().span().of(document.text())), actor);
      }
    }
    before = actor;
    return mention;
  }

  ActorMention pronoun(Span span, ActorMention antecedent) {
    return make(span, Form.PRONOUN, antecedent.actor(), antecedent.id());
  }

  private @Nullable ActorMention mention(Chunk chunk) {
    if (chunk.person() != null) {
      return person(chunk, chunk.person());
    }
    if (chunk.role() != null) {
      return role(chunk, chunk.role());
    }
    Part body = chunk.body();
    if (body != null) {
      return body.isPlace()
          ? null
          : make(
              chunk.span(),
              Form.NAME,
              bodyActor(Objects.requireNonNull(body.names()).get(0)),
              null);
    }
    Part country = chunk.country();
    return country == null ? null : country(chunk, Objects.requireNonNull(country.names()).get(0));
  }

  private @Nullable ActorMention country(Chunk chunk, Name name) {
    boolean local = LOCAL.matcher(chunk.before()).matches();
    if (name.kind() == Name.Kind.METONYM) {
      return local ? null : make(chunk.span(), Form.METONYM, government(name), null);
    }
    if (name.kind() == Name.Kind.ADJECTIVE) {
      boolean people = chunk.text().endsWith("s") && !chunk.text().endsWith("ss");
      Actor actor = people ? actorOf(name.country(), List.of("CVL"), chunk.text()) : null;
      return actor == null ? null : make(chunk.span(), Form.DEMONYM, actor, null);
    }
    return make(chunk.span(), Form.NAME, government(name), null);
  }

  private static Actor government(Name name) {
    return actorOf(name.country(), List.of("GOV"), name.name());
  }

  private static Actor bodyActor(Name name) {
    return new Actor(name.id(), name.name(), name.country(), name.sectors(), null);
  }

  private @Nullable ActorMention role(Chunk chunk, Part part) {
    var role = Objects.requireNonNull(part.role());
    String country = countryOf(chunk);
    if (role.key().equals(COUNTERPART)) {
      Actor.Office office =
          lastOfficial == null || lastOfficial.actor() == null
              ? null
              : lastOfficial.actor().office();
      Actor holder =
          office == null || country == null ? null : offices.holder(country, office.title(), day);
      Actor actor = holder != null ? holder : actorOf(country, List.of("GOV"), chunk.text());
      return make(
          chunk.span(), Form.OFFICE, actor, lastOfficial == null ? null : lastOfficial.id());
    }
    boolean title = role.kind() == org.chancery.analysis.lexicon.Term.Kind.TITLE;
    boolean plural = chunk.text().toLowerCase(Locale.ROOT).endsWith("s");
    if (title && country != null && !role.detail().isEmpty() && !plural) {
      Actor holder = offices.holder(country, role.detail(), day);
      if (holder != null) {
        return make(chunk.span(), Form.OFFICE, holder, null);
      }
    }
    if (chunk.body() != null && !chunk.body().isPlace()) {
      Actor body = bodyActor(Objects.requireNonNull(chunk.body().names()).get(0));
      return make(chunk.span(), title ? Form.OFFICE : Form.NOMINAL, body, null);
    }
    Actor actor = actorOf(country, role.values(), chunk.text());
    return make(chunk.span(), title ? Form.OFFICE : Form.NOMINAL, actor, null);
  }

  private ActorMention person(Chunk chunk, Part part) {
    String country = countryOf(chunk);
    List<Name> names = part.names();
    Actor actor = null;
    if (names != null) {
      for (Name name : names) {
        Actor candidate = name.kind() == Name.Kind.PERSON ? offices.person(name.id(), day) : null;
        if (candidate == null || (country != null && !country.equals(candidate.country()))) {
          continue;
        }
        if (actor == null || (actor.office() == null && candidate.office() != null)) {
          actor = candidate;
        }
      }
    }
    String words = part.span().of(document.text());
    if (actor == null) {
      Actor known = bySurname.get(surname(words));
      if (known != null && (country == null || country.equals(known.country()))) {
        return make(chunk.span(), Form.NAME, known, null);
      }
      List<String> sectors =
          chunk.role() == null || chunk.role().role() == null
              ? List.of()
              : chunk.role().role().values();
      boolean apposed = chunk.before().matches("(?s).*[\\p{L}],\\s$");
      if (country == null
          && sectors.isEmpty()
          && apposed
          && before != null
          && !before.id().startsWith("person:")) {
        country = before.country(); // "his Egyptian counterpart, Adel Marzouk"
        sectors = before.sectors();
      }
      if (country == null && sectors.isEmpty()) {
        return make(chunk.span(), Form.NAME, null, null);
      }
      actor =
          new Actor(
              "person:" + (country == null ? "" : country) + ":" + words,
              words,
              country,
              sectors,
              null);
    }
    return make(chunk.span(), Form.NAME, actor, null);
  }

  private static @Nullable String countryOf(Chunk chunk) {
    Part country = chunk.country();
    return country == null || country.names() == null ? null : country.names().get(0).country();
  }

  private static Actor actorOf(@Nullable String country, List<String> sectors, String name) {
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

  private static String surname(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private ActorMention make(
      Span span, Form form, @Nullable Actor actor, @Nullable String antecedent) {
    return new ActorMention(
        Ids.of("actor", document.id(), span.begin(), span.end()),
        span,
        span.of(document.text()),
        form,
        actor,
        antecedent);
  }
}
