package org.chancery.analysis.actor;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Roles without a name: an office on the day, "the ministry", counterparts, predecessors, and kinds
 * of party with or without a country.
 */
final class Roles {
  private static final Pattern ONCE =
      Pattern.compile("\\b[Tt]he (?:former|retired|one-time|onetime|ex[ -]) ?$");

  private static final Pattern SOME =
      Pattern.compile("\\b(?:[Aa]n?|[Aa]nother|[Aa]ny|[Ee]very|[Nn]o|[Oo]ne) (?:\\p{Ll}+ )?$");

  /** A town that no list has, right before what somebody there is. */
  private static final Pattern TOWN =
      Pattern.compile("\\b(?:[Aa]n?|[Tt]he) \\p{Lu}\\p{Ll}{2,}(?: \\p{Lu}\\p{Ll}{2,})? $");

  private static final Pattern OF_PLACE = Pattern.compile(" of (?:the )?\\p{Lu}");

  private static final Pattern WITH = Pattern.compile("\\b(\\p{Lu}[\\p{L}-]+) and $");

  private static final Pattern THE = Pattern.compile("\\b[Tt]he (?:[\\p{Ll}-]+ )?$");

  private final Resolution resolution;
  private final OfficeHolders offices;
  private final Parties parties;
  private final Trades trades;
  private final Successions successions;
  private final Newcomers newcomers;
  private final States states;
  private final Owners owners;
  private final Definites definites;
  private final Discourse discourse;
  private final SaidBeside beside;
  private final Fellows fellows;

  Roles(
      Resolution resolution,
      Owners owners,
      Whose whose,
      OfficeHolders offices,
      Parties parties,
      States states,
      Bodies bodies,
      Trades trades,
      Discourse discourse) {
    this.resolution = resolution;
    this.owners = owners;
    this.offices = offices;
    this.parties = parties;
    this.trades = trades;
    this.states = states;
    newcomers = new Newcomers(resolution, offices, discourse);
    successions =
        new Successions(
            resolution, offices, new Counterparts(offices, states), states, whose, discourse);
    fellows = new Fellows(resolution, offices, successions, trades, whose, discourse);
    definites =
        new Definites(resolution, offices, states, bodies, successions, newcomers, discourse);
    this.discourse = discourse;
    beside = new SaidBeside(resolution, offices, trades, discourse);
  }

  @Nullable ActorMention role(Chunk chunk, Term role, List<Chunk> rest) {
    String office = role.detail();
    ActorMention fellow = fellows.mention(chunk, role, rest);
    if (fellow != null) {
      return fellow;
    }
    switch (office) {
      case "counterpart" -> {
        Actor owner = role.key().equals("colleague") ? owners.person(chunk) : null;
        ActorMention other = owner == null ? null : beside.colleague(chunk, owner);
        if (other != null) {
          return other;
        }
        if (owner != null && !owner.sectors().contains("GOV")) {
          Actor actor = Resolution.party(owner.country(), owner.sectors(), chunk.text());
          return resolution.make(chunk.span(), Form.OFFICE, actor, null, "of-person", 0.5);
        }
        return successions.counterpart(chunk, rest);
      }
      case "head", "deputy" -> {
        ActorMention near = successions.superior(chunk, office.equals("head"));
        if (near != null) {
          return near;
        }
        Actor owner = office.equals("deputy") ? owners.person(chunk) : null;
        if (owner != null && !owner.sectors().isEmpty()) {
          Actor actor = Resolution.party(owner.country(), owner.sectors(), chunk.text());
          return resolution.make(chunk.span(), Form.OFFICE, actor, null, "of-person", 0.6);
        }
      }
      case "predecessor", "successor" -> {
        return successions.neighbour(chunk, office.equals("successor"));
      }
      default -> {}
    }
    ActorMention apposed = beside.apposed(chunk, role);
    if (apposed != null) {
      return apposed;
    }
    String country = owners.country(chunk, role);
    boolean title = role.kind() == Term.Kind.TITLE;
    Actor elected = role.key().endsWith("-elect") ? elected(country, role.key()) : null;
    if (elected != null) {
      return resolution.make(chunk.span(), Form.OFFICE, elected, null, "elected", 0.8);
    }
    boolean plural = isPlural(chunk);
    boolean former = resolution.isFormer(chunk) || newcomers.hasLeft(chunk, country, office);
    boolean some = SOME.matcher(chunk.before()).find(); // "a Turkish opposition leader"
    if (title && !office.isEmpty() && !plural && !some) {
      String body = owners.body(chunk);
      Actor holder = body == null ? null : ofBody(body, office);
      if (holder == null
          && country != null
          && !(office.equals("leader") && owners.isGroup(chunk))
          && states.hasRuler(country, role.key())) {
        String held = office.equals("leader") ? states.leader(country) : office;
        holder = said(country, held, role.key());
        holder = holder == null ? offices.holder(country, held, resolution.day()) : holder;
        holder = former ? successions.former(country, office, holder) : holder;
      }
      if (holder != null) {
        return resolution.make(
            chunk.span(), Form.OFFICE, holder, null, "office-on-day", former ? 0.6 : 0.9);
      }
    }
    Form form = title ? Form.OFFICE : Form.NOMINAL;
    Part people = chunk.body();
    boolean ofPeople = people != null && people.kind() == Name.Kind.PEOPLE;
    if (ofPeople && !title && definites.isBody(chunk) && THE.matcher(chunk.before()).find()) {
      Discourse.Said group = discourse.last(s -> definites.takesUp(chunk, s));
      if (group != null && discourse.isNear(group)) { // "the Shia movement"
        return resolution.make(
            chunk.span(), form, group.actor(), group.mention().id(), "body-said-before", 0.6);
      }
    }
    Actor owned = owners.party(chunk, role);
    if (owned != null) {
      return resolution.make(chunk.span(), form, owned, null, "role-of-body", 0.8);
    }
    Part land = chunk.country();
    if (land != null && land.kind() == Name.Kind.ADJECTIVE && country != null && !plural) {
      ActorMention compatriot = beside.compatriot(chunk, role, country);
      if (compatriot != null) {
        return compatriot;
      }
    }
    boolean several = plural && definites.isBody(chunk);
    if (country == null && chunk.isBare() && (!plural || several)) {
      ActorMention called = plural ? null : beside.called(chunk, role);
      if (called != null) {
        return called;
      }
      ActorMention back = definites.back(chunk, role, former);
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
    boolean the = THE.matcher(chunk.before()).find();
    if (country != null && the && !title && definites.isBody(chunk)) {
      String of = country; // "the Somali group"
      Discourse.Said group =
          discourse.last(s -> definites.takesUp(chunk, s) && of.equals(s.actor().country()));
      if (group != null) {
        return resolution.make(
            chunk.span(), form, group.actor(), group.mention().id(), "body-said-before", 0.7);
      }
    }
    Discourse.Said same =
        country == null && the && chunk.isBare() && !plural && trades.isPerson(role.key())
            ? beside.alike(chunk)
            : null;
    if (same != null) {
      return resolution.make(
          chunk.span(), form, same.actor(), same.mention().id(), "so-called-before", 0.6);
    }
    if (country == null && the && plural && chunk.isBare() && SaidBeside.isArmed(role)) {
      country = beside.bandsCountry();
    }
    if (country == null && the && chunk.isBare() && plural) {
      country = beside.countryOfThose(role);
    }
    boolean sides = role.key().equals("parties"); // mostly those to a conflict or an agreement
    if (country == null && plural && !sides && role.values().equals(List.of("PTY"))) {
      Actor party = parties.plural(discourse, role.key(), resolution.day());
      if (party != null) {
        return resolution.make(chunk.span(), form, party, null, "party-of-country-in-focus", 0.6);
      }
    }
    boolean local = !plural && trades.isPerson(role.key()) && TOWN.matcher(chunk.before()).find();
    if (country == null
        && local
        && !title
        && !role.values().contains("REB")
        && !owners.isOfState(role)) {
      country = discourse.focus(); // "a Sandusky woman"
    }
    if (country == null && definites.isOfOwnState(chunk)) {
      country = discourse.here(); // "government troops", "a ministry spokeswoman"
    }
    if (title && country == null && OF_PLACE.matcher(chunk.text()).find()) {
      country = discourse.surroundings(); // "the governor of North Kivu"
    }
    if (title && country == null && role.detail().equals("minister")) {
      return resolution.make(chunk.span(), form, null, null, "unresolved", 0);
    }
    double sure = country == null ? 0.4 : 0.85;
    List<String> sectors = role.values();
    Actor chief = sectors.equals(List.of("MIL")) ? owners.person(chunk) : null;
    if (chief != null && chief.sectors().equals(List.of("COP"))) {
      sectors = chief.sectors(); // an inspector's "her sergeant"
    }
    Actor actor = Resolution.party(country, sectors, chunk.text());
    Matcher with = WITH.matcher(chunk.before());
    String first =
        country != null && plural && with.find() ? states.ofAdjective(with.group(1)) : null;
    if (first != null && !first.equals(country)) { // "Swedish and Dutch diplomats"
      Span span =
          new Span(
              chunk.span().begin() - chunk.before().length() + with.start(), chunk.span().end());
      Actor other = Resolution.party(first, sectors, with.group(1) + " " + chunk.text());
      return resolution.make(
          span, form, Actor.group(List.of(other, actor)), null, "role-of-both", 0.7);
    }
    return resolution.make(chunk.span(), form, actor, null, "role", sure);
  }

  /**
   * Who of several in an office was spoken of: one of its spokesmen, "the French minister"; or
   * null.
   */
  private @Nullable Actor said(String country, String office, String key) {
    Discourse.Said said =
        discourse.last(
            s -> {
              Actor.Office held = s.actor().office();
              boolean same =
                  held != null
                      && (held.title().equals(office)
                          || (key.equals("minister") && held.title().endsWith("minister")));
              return same && s.isPerson() && country.equals(s.actor().country());
            });
    return said == null ? null : said.actor();
  }

  /** "The president-elect": who comes into the office of a country, or of the report's. */
  private @Nullable Actor elected(@Nullable String country, String title) {
    String of = country == null ? discourse.focus() : country;
    String office = title.startsWith("president") ? "head-of-state" : "head-of-government";
    return of == null ? null : offices.coming(of, office, resolution.day());
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
}
