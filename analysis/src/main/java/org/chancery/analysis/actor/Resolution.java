package org.chancery.analysis.actor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.chancery.core.Document;
import org.chancery.core.Ids;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Says who a chunk is on the day of the report, with what was said before. One for each report. */
final class Resolution {
  private static final Pattern LOCAL =
      Pattern.compile(
          ".*\\b(?:in|at|near|outside|around|across|inside|from|to|into|via|between|through|toward|towards|off|over|of|(?:left|leave|leaves|leaving|bound|headed|departed|flew|flight|set off) for|reached|left|leave|visit|visited|visiting|entered)\\s+(?:the\\s+)?(?:\\p{Ll}+ern\\s+|downtown\\s+|central\\s+)?$",
          Pattern.DOTALL);

  /** A country is but a place after these. */
  private static final Pattern INSIDE =
      Pattern.compile(
          ".*\\b(?:in|inside|across|throughout|near|around|outside|through|into|(?:north|south|east|west)(?:ern)?(?: of)?|parts of|out of|back to|border with|visit to|visited|left|toured|reached|entered|fled|fled to|flew to|arrived in|exile in|via|over)\\s+(?:the\\s+)?$",
          Pattern.DOTALL);

  private static final Pattern FORMER =
      Pattern.compile(
          "\\b(?:former|ex|late|ousted|deposed|exiled|erstwhile|one-time|onetime|then)[ -]+(?:\\w+ )?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FORMER_INSIDE =
      Pattern.compile("\\b(?:former|ousted|deposed|late) ");
  private static final Pattern DEFINITE =
      Pattern.compile(
          "(?:^|.*\\b)(?:the|its|their|this|that|our)\\s+(?:(?:new|newly|elected|current|outgoing|incoming|interim|acting|caretaker|former|ex|late|ousted|deposed|exiled|sitting|embattled|veteran|young|then|deputy|same|whole|entire|state|country['\u2019]s|local|federal|national)[ -]+){0,2}$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern OWN = Pattern.compile("\\b(?:[Hh]is|[Hh]er|[Tt]heir) $");
  private static final Pattern NEW = Pattern.compile("\\b(?:new|newly \\w+|incoming) $");
  private static final int NEW_MONTHS = 7;
  private static final List<String> KIN = List.of("father", "sister", "brother", "mother");
  private static final List<String> GENERIC_ROLES =
      List.of(
          "spokesman", "official", "adviser", "envoy", "head", "secretary-general", "ambassador");
  static final String TODAY_WITHOUT_DATE = "9999-12-31";

  private final Document document;
  private final OfficeHolders offices;
  private final Parties parties;
  private final References references;
  private final Discourse discourse;
  private final String day;

  Resolution(
      Document document,
      OfficeHolders offices,
      Parties parties,
      References references,
      Discourse discourse) {
    this.document = document;
    this.offices = offices;
    this.parties = parties;
    this.references = references;
    this.discourse = discourse;
    String published = document.day();
    day = published == null ? TODAY_WITHOUT_DATE : published;
  }

  /** The mention that a chunk makes; {@code next} is the chunk after it, for appositions. */
  @Nullable ActorMention resolve(Chunk chunk, @Nullable Chunk next) {
    Part person = chunk.person();
    if (person != null) {
      return person(chunk, person, next);
    }
    Part role = chunk.role();
    if (role != null) {
      return role(chunk, Objects.requireNonNull(role.role()));
    }
    Part body = chunk.body();
    if (body != null) {
      return body.isPlace() ? null : make(chunk.span(), Form.NAME, body(body), null, "listed", 0.9);
    }
    Part country = chunk.country();
    return country == null ? null : country(chunk, first(country));
  }

  /** The name of a part that the report's countries make likeliest. */
  private Name first(Part part) {
    List<Name> names = Objects.requireNonNull(part.names());
    Name best = names.get(0);
    for (Name name : names) {
      boolean day = name.on(this.day) && !best.on(this.day);
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

  private Actor body(Part part) {
    Name name = first(part);
    Actor party = parties.on(name.id(), day);
    return party != null
        ? party
        : new Actor(name.id(), name.name(), name.country(), name.sectors(), null);
  }

  private @Nullable ActorMention country(Chunk chunk, Name name) {
    boolean local = LOCAL.matcher(chunk.before()).matches();
    if (name.kind() == Name.Kind.METONYM) {
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
          : null;
    }
    return INSIDE.matcher(chunk.before()).matches()
        ? null
        : make(chunk.span(), Form.NAME, government(name), null, "country-name", local ? 0.6 : 0.9);
  }

  private static Actor government(Name name) {
    return party(name.country(), List.of("GOV"), name.name());
  }

  private @Nullable ActorMention role(Chunk chunk, Term role) {
    String office = role.detail();
    switch (office) {
      case "counterpart" -> {
        return counterpart(chunk);
      }
      case "predecessor", "successor" -> {
        return neighbour(chunk, office.equals("successor"));
      }
      default -> {}
    }
    String country = owner(chunk);
    country = country == null ? discourse.possessor(chunk.span().begin()) : country;
    boolean title = role.kind() == Term.Kind.TITLE;
    boolean plural = isPlural(chunk);
    if (KIN.contains(role.key()) && OWN.matcher(chunk.before()).find()) {
      return make(chunk.span(), Form.NOMINAL, null, null, "unresolved", 0); // "his father"
    }
    boolean former = isFormer(chunk);
    if (title && !office.isEmpty() && !plural) {
      String body = ownerBody(chunk);
      Actor holder = body == null ? null : ofBody(body, office);
      if (holder == null && country != null) {
        holder = offices.holder(country, office, day);
        holder = former ? formerHolder(country, office, holder) : holder;
      }
      if (holder != null) {
        return make(chunk.span(), Form.OFFICE, holder, null, "office-on-day", former ? 0.6 : 0.9);
      }
    }
    Form form = title ? Form.OFFICE : Form.NOMINAL;
    Actor owned = owned(chunk, role);
    if (owned != null) {
      return make(chunk.span(), form, owned, null, "role-of-body", 0.8);
    }
    boolean bodies = plural && !References.bodyKind(noun(chunk)).isEmpty();
    if (country == null && chunk.isBare() && (!plural || bodies)) {
      ActorMention back = back(chunk, role, former);
      if (back != null) {
        return back;
      }
    }
    if (country == null && plural && role.values().equals(List.of("PTY"))) {
      String about = discourse.focus();
      Actor party = about == null ? null : parties.plural(about, role.key(), day);
      if (party != null) {
        return make(chunk.span(), form, party, null, "party-of-country-in-focus", 0.6);
      }
    }
    if (country == null && chunk.text().startsWith("government ")) {
      country = discourse.focus(); // "government troops"
    }
    if (title && country == null && role.detail().equals("minister")) {
      return make(chunk.span(), form, null, null, "unresolved", 0);
    }
    double sure = country == null ? 0.4 : 0.85;
    return make(
        chunk.span(), form, party(country, role.values(), chunk.text()), null, "role", sure);
  }

  /** "The president", "the ministry", "the army": who was spoken of, else the country in focus. */
  private @Nullable ActorMention back(Chunk chunk, Term role, boolean former) {
    String office = role.detail();
    boolean title = role.kind() == Term.Kind.TITLE && !office.isEmpty();
    boolean proper = Character.isUpperCase(chunk.text().charAt(0)) && role.values().contains("LEG");
    if (!proper && !DEFINITE.matcher(chunk.before()).matches()) {
      return null;
    }
    if (title) {
      String about = discourse.focus();
      boolean isNew = NEW.matcher(chunk.before()).find();
      Predicate<Discourse.Said> fits =
          s ->
              s.isPerson()
                  && former == isElite(s)
                  && (former || sameOffice(s.office(), office))
                  && references.hasRuler(s.actor().country(), role.key())
                  && (!isNew || isNewIn(s.actor()));
      Discourse.Said said =
          discourse.last(fits.and(s -> Objects.equals(s.actor().country(), about)));
      said = said == null ? discourse.last(fits) : said;
      if (said != null) {
        return make(
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
        return make(
            chunk.span(), Form.NOMINAL, body.actor(), body.mention().id(), "body-said-before", 0.7);
      }
    }
    boolean newly = title && NEW.matcher(chunk.before()).find();
    String focus =
        title
            ? discourse.focus(
                code ->
                    references.hasRuler(code, role.key())
                        && (!newly || isNewIn(offices.holder(code, office, day))))
            : discourse.here();
    if (focus == null || (!title && !proper && !isStateBody(role.key()))) {
      return null;
    }
    if (!title) {
      Actor actor = party(focus, role.values(), chunk.text());
      return make(chunk.span(), Form.NOMINAL, actor, null, "country-in-focus", 0.6);
    }
    Actor holder = offices.holder(focus, office, day);
    holder = former ? formerHolder(focus, office, holder) : holder;
    return holder == null
        ? null
        : make(chunk.span(), Form.OFFICE, holder, null, "country-in-focus", 0.6);
  }

  private String noun(Chunk chunk) {
    return Objects.requireNonNull(chunk.role()).span().of(document.text()).toLowerCase(Locale.ROOT);
  }

  /** Whether a holder took the office in the months before the report. */
  private boolean isNewIn(@Nullable Actor holder) {
    Actor.Office office = holder == null ? null : holder.office();
    String from = office == null ? null : office.from();
    if (from == null || from.length() < 7 || day.equals(TODAY_WITHOUT_DATE)) {
      return false;
    }
    int months =
        (Integer.parseInt(day.substring(0, 4)) - Integer.parseInt(from.substring(0, 4))) * 12
            + Integer.parseInt(day.substring(5, 7))
            - Integer.parseInt(from.substring(5, 7));
    return months >= 0 && months <= NEW_MONTHS;
  }

  private static boolean isElite(Discourse.Said said) {
    return said.actor().sectors().contains("ELI");
  }

  private static boolean sameOffice(String said, String office) {
    return said.equals(office)
        || (office.equals("minister") && said.endsWith("minister"))
        || (office.equals("leader")
            && (said.equals("head-of-state") || said.equals("head-of-government")));
  }

  private static boolean isStateBody(String key) {
    return key.endsWith("ministry")
        || key.endsWith("government")
        || References.STATE_BODIES.contains(key);
  }

  private static boolean bodyNoun(String key, Discourse.Said said) {
    String kind = References.bodyKind(key);
    return !kind.isEmpty() && said.actor().id().startsWith(kind);
  }

  private @Nullable ActorMention counterpart(Chunk chunk) {
    Discourse.Said official = discourse.last(s -> s.isPerson() && !s.office().isEmpty());
    Discourse.Said subject = discourse.person("");
    if (subject != null && !subject.office().isEmpty()) {
      official = subject;
    }
    String country = owner(chunk);
    if (country == null) {
      return make(chunk.span(), Form.OFFICE, null, null, "unresolved", 0);
    }
    String office = official == null ? "" : official.office();
    Actor holder = offices.holder(country, office, day);
    if (holder == null && office.startsWith("head-of-")) {
      String other = office.equals("head-of-state") ? "head-of-government" : "head-of-state";
      holder = offices.holder(country, other, day);
    }
    String antecedent = official == null ? null : official.mention().id();
    return holder == null
        ? make(
            chunk.span(),
            Form.OFFICE,
            party(country, List.of("GOV"), chunk.text()),
            antecedent,
            "counterpart",
            0.6)
        : make(chunk.span(), Form.OFFICE, holder, antecedent, "counterpart", 0.9);
  }

  /** "His predecessor", "her successor": in the office of the person spoken of. */
  private ActorMention neighbour(Chunk chunk, boolean later) {
    boolean hers = chunk.before().toLowerCase(Locale.ROOT).endsWith("her ");
    Discourse.Said said = discourse.person(hers ? "f" : "");
    Actor found = null;
    if (said != null) {
      List<OfficeHolders.Holder> terms = offices.termsOf(said.actor().id());
      for (int i = terms.size() - 1; i >= 0 && found == null; i--) {
        OfficeHolders.Holder term = terms.get(i);
        boolean held = said.office().isEmpty() || term.office().equals(said.office());
        if (held && term.begunBy(day)) {
          found =
              later
                  ? offices.after(term.country(), term.office(), term.id(), day)
                  : offices.before(term.country(), term.office(), term.id(), day);
        }
      }
    }
    String antecedent = said == null ? null : said.mention().id();
    return make(chunk.span(), Form.OFFICE, found, antecedent, "office-before-or-after", 0.7);
  }

  private @Nullable Actor formerHolder(String country, String office, @Nullable Actor holder) {
    Discourse.Said said =
        discourse.last(s -> s.isPerson() && country.equals(s.actor().country()) && isElite(s));
    if (said != null) {
      return said.actor();
    }
    return holder == null ? null : offices.before(country, office, holder.id(), day);
  }

  private boolean isFormer(Chunk chunk) {
    return FORMER.matcher(chunk.before()).find() || FORMER_INSIDE.matcher(chunk.text()).find();
  }

  private static boolean isPlural(Chunk chunk) {
    Part role = chunk.role();
    String words = role == null ? "" : chunk.text().toLowerCase(Locale.ROOT);
    return words.endsWith("s") && !words.endsWith("ss");
  }

  private @Nullable Actor ofBody(String body, String office) {
    Actor holder = offices.holder(body, office, day);
    boolean top = office.equals("head") || office.equals("leader") || office.startsWith("head-of-");
    return holder != null || !top ? holder : offices.holder(body, "head", day);
  }

  /** The body that a role belongs to, when it is one of its own ("the NATO chief"), or null. */
  private @Nullable String ownerBody(Chunk chunk) {
    for (Chunk at = chunk; at != null; at = at.of()) {
      Part body = at.body();
      if (body != null && !body.isPlace()) {
        return first(body).id();
      }
    }
    return null;
  }

  /** A role of a body or of another party: the body's codes are the mention's. */
  private @Nullable Actor owned(Chunk chunk, Term role) {
    Part body = chunk.body();
    if (body != null && !body.isPlace()) {
      return body(body);
    }
    Chunk of = chunk.of();
    if (of == null) {
      return null;
    }
    Part other = of.body();
    if (other != null && !other.isPlace()) {
      return body(other);
    }
    Part owner = of.role();
    if (owner != null && (GENERIC_ROLES.contains(role.detail()) || role.values().isEmpty())) {
      return party(owner(of), Objects.requireNonNull(owner.role()).values(), chunk.text());
    }
    return null;
  }

  private ActorMention person(Chunk chunk, Part part, @Nullable Chunk next) {
    String words = part.span().of(document.text());
    String country = owner(chunk);
    String office = office(chunk);
    List<Name> names = part.names();
    Actor known = names == null ? null : pick(names, country, office, words);
    Actor before = discourse.known(words);
    if (known != null && before != null && before.id().equals(known.id())) {
      known = before;
    }
    known = known == null ? null : inRole(known, chunk, next);
    if (known != null) {
      discourse.know(words, known);
      return make(chunk.span(), Form.NAME, known, null, "name-on-day", 0.9);
    }
    if (before != null && (country == null || country.equals(before.country()))) {
      return make(chunk.span(), Form.NAME, before, null, "named-before", 0.85);
    }
    if (!office.isEmpty()) {
      String surname = words.substring(words.lastIndexOf(' ') + 1);
      Actor holder = offices.named(office, surname, country, day);
      if (holder != null) {
        return make(chunk.span(), Form.NAME, holder, null, "title-and-surname", 0.85);
      }
    }
    return unknown(chunk, words, country, next);
  }

  /**
   * A person who held no listed office that day, but to whom the words beside the name give a role,
   * has the sector of that role.
   */
  private Actor inRole(Actor known, Chunk chunk, @Nullable Chunk next) {
    boolean none = known.sectors().isEmpty() || known.sectors().equals(List.of("ELI"));
    if (!none || known.office() != null || isFormer(chunk)) {
      return known;
    }
    Apposition beside = Apposition.of(document.text(), chunk, next);
    List<String> sectors = sectors(chunk);
    if (sectors.isEmpty() && beside != null && !isFormer(beside.chunk())) {
      Part body = beside.chunk().body();
      sectors = sectors(beside.chunk());
      sectors = body != null && !body.isPlace() ? body(body).sectors() : sectors;
    }
    return sectors.isEmpty()
        ? known
        : new Actor(known.id(), known.name(), known.country(), sectors, null);
  }

  private static List<String> sectors(Chunk chunk) {
    Part role = chunk.role();
    return role == null ? List.of() : Objects.requireNonNull(role.role()).values();
  }

  /** A person of no list keeps the name; country and sectors come from the words beside it. */
  private ActorMention unknown(
      Chunk chunk, String words, @Nullable String country, @Nullable Chunk next) {
    List<String> sectors = sectors(chunk);
    Apposition beside = Apposition.of(document.text(), chunk, next);
    double sure = 0.8;
    boolean belongs = beside == null;
    Chunk other = beside == null ? chunk.of() : beside.chunk();
    if (other != null) {
      country = country == null ? owner(other) : country;
      Part body = other.body();
      if (body != null && !body.isPlace()) {
        Actor actor = body(body);
        country = country == null ? actor.country() : country;
        sectors = sectors.isEmpty() || belongs ? actor.sectors() : sectors;
      }
      Part otherRole = other.role();
      boolean theirs = sectors.isEmpty() || belongs;
      if (theirs && otherRole != null) {
        sectors = Objects.requireNonNull(otherRole.role()).values();
        Actor deeper = owned(other, Objects.requireNonNull(otherRole.role()));
        sectors = deeper != null && !deeper.sectors().isEmpty() ? deeper.sectors() : sectors;
      }
    }
    if (country == null && !sectors.isEmpty()) {
      country = discourse.focus();
      sure = 0.5;
    }
    if (country == null && sectors.isEmpty()) {
      boolean full = words.indexOf(' ') > 0;
      Actor nobody = full ? party(null, List.of(), words) : null;
      if (nobody != null) {
        discourse.know(words, nobody);
      }
      return make(chunk.span(), Form.NAME, nobody, null, "unresolved", 0.1);
    }
    String id = "person:" + (country == null ? "" : country) + ":" + words;
    Actor actor = new Actor(id, words, country, sectors, null);
    return make(chunk.span(), Form.NAME, actor, null, "apposition-or-title", sure);
  }

  /** Of persons of one name: in office that day, of the country said, of the report's countries. */
  private @Nullable Actor pick(
      List<Name> names, @Nullable String country, String office, String words) {
    Actor best = null;
    double top = 0;
    boolean bare = words.trim().indexOf(' ') < 0;
    Actor before = discourse.known(words);
    for (Name name : names) {
      Actor actor = name.kind() == Name.Kind.PERSON ? offices.person(name.id(), day, office) : null;
      if (actor == null || (country != null && !country.equals(actor.country()))) {
        continue;
      }
      double score = actor.office() != null ? 3 : actor.sectors().contains("ELI") ? 1.5 : 0.5;
      score += Math.min(2, discourse.weight(actor.country()) / 2);
      score += before != null && before.id().equals(actor.id()) ? 4 : 0;
      Actor.Office held = actor.office();
      score += held != null && held.title().equals(office) ? 2 : 0;
      score += country != null ? 2 : 0;
      if (bare && score < 2) {
        continue; // a bare surname of somebody out of office, and nothing else speaks for it
      }
      if (score > top) {
        top = score;
        best = actor;
      }
    }
    return best;
  }

  private static String office(Chunk chunk) {
    Part role = chunk.role();
    return role == null || !role.isTitle() ? "" : Objects.requireNonNull(role.role()).detail();
  }

  /** The country that a chunk says its party is of, or null. */
  private @Nullable String owner(Chunk chunk) {
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
