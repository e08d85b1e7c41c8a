package org.chancery.analysis.actor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.ActorMention.Form;
import org.jspecify.annotations.Nullable;

/** Persons by name: listed ones as they stood on the day, others by what stands beside the name. */
final class Persons {
  /** Ranks are those of armies, and of police, ships and fire brigades too. */
  private static final List<String> RANK = List.of("MIL");

  /** Sectors of forms of address that tell less than what stands beside the name. */
  private static final Set<List<String>> RANKS =
      Set.of(RANK, List.of("CVL"), List.of("REL"), List.of("MED"));

  private static final Pattern NICKNAME = Pattern.compile("[\"\u201c](\\p{L}+)[\"\u201d]");

  private final Resolution resolution;
  private final Owners owners;
  private final Bodies bodies;
  private final Endings endings;
  private final Employers employers;
  private final Trades trades;
  private final TitledNames titles;
  private final OfficeHolders offices;
  private final Discourse discourse;

  Persons(
      Resolution resolution,
      Owners owners,
      OfficeHolders offices,
      Bodies bodies,
      Trades trades,
      TitledNames titles,
      Endings endings,
      Discourse discourse) {
    this.endings = endings;
    employers = new Employers(resolution, owners, bodies, discourse);
    this.bodies = bodies;
    this.resolution = resolution;
    this.owners = owners;
    this.trades = trades;
    this.titles = titles;
    this.offices = offices;
    this.discourse = discourse;
  }

  /** The mention of a named person, with the nouns beside the name kept for later. */
  ActorMention person(Chunk chunk, Part part, List<Chunk> rest) {
    ActorMention mention = named(chunk, part, rest);
    Actor actor = mention.actor();
    Apposition beside = Apposition.of(resolution.text(), chunk, rest);
    for (Part role :
        new @Nullable Part[] {chunk.role(), beside == null ? null : beside.chunk().role()}) {
      if (actor != null && role != null) {
        discourse.spokenOf().call(actor, Objects.requireNonNull(role.role()).key());
      }
    }
    return mention;
  }

  private ActorMention named(Chunk chunk, Part part, List<Chunk> rest) {
    String words = part.span().of(resolution.text());
    String country = resolution.owner(chunk);
    String office = Resolution.office(chunk);
    List<Name> names = part.names();
    Actor known = names == null ? null : pick(names, country, office, words);
    Set<String> near = discourse.countries().keySet();
    if (known != null && !resolution.isFormer(chunk)) {
      known = titles.inOffice(known, chunk.role(), words, country, near, resolution.day());
    }
    Actor before = discourse.names().known(words);
    boolean bare = words.indexOf(' ') < 0;
    boolean same = known != null && before != null && before.id().equals(known.id());
    boolean fits = before != null && (country == null || country.equals(before.country()));
    if (same || (bare && fits)) {
      known = before; // a surname alone is of whom the report named in full
    }
    known = known == null ? null : inRole(known, chunk, rest);
    if (known != null) {
      discourse.names().know(words, known);
      return resolution.make(chunk.span(), Form.NAME, known, null, "name-on-day", 0.9);
    }
    if (fits) {
      return resolution.make(chunk.span(), Form.NAME, before, null, "named-before", 0.85);
    }
    Actor holder = titles.holder(chunk.role(), words, country, near, resolution.day());
    if (holder != null) {
      return resolution.make(chunk.span(), Form.NAME, holder, null, "title-and-surname", 0.85);
    }
    Actor longer = names == null ? withoutMiddle(words, country) : null;
    if (longer != null) {
      discourse.names().know(words, longer);
      return resolution.make(chunk.span(), Form.NAME, longer, null, "first-and-last-name", 0.75);
    }
    Actor alike =
        names == null
            ? offices.soundingLike(words, discourse.countries().keySet(), resolution.day())
            : null;
    if (alike != null && (country == null || country.equals(alike.country()))) {
      discourse.names().know(words, alike);
      return resolution.make(chunk.span(), Form.NAME, alike, null, "sounds-like-holder", 0.6);
    }
    Actor said = names == null ? discourse.names().sounding(words) : null;
    if (said != null && (country == null || country.equals(said.country()))) {
      return resolution.make(chunk.span(), Form.NAME, said, null, "sounds-like-named", 0.6);
    }
    return unknown(chunk, words, country, rest);
  }

  /** "Bola Ahmed Adekunle Tinubu": a holder that day by the first and the last of the names. */
  private @Nullable Actor withoutMiddle(String words, @Nullable String country) {
    Matcher nickname = NICKNAME.matcher(words);
    String[] parts = (nickname.find() ? "x " + nickname.group(1) + " x" : words).split(" ");
    parts[0] = nickname.reset().find() ? nickname.group(1) : parts[0];
    parts[parts.length - 1] = words.substring(words.lastIndexOf(' ') + 1);
    if (parts.length < 3) {
      return null;
    }
    Actor holder =
        offices.soundingLike(
            parts[0] + " " + parts[parts.length - 1],
            discourse.countries().keySet(),
            resolution.day());
    return holder == null || (country != null && !country.equals(holder.country())) ? null : holder;
  }

  /**
   * A person who held no listed office that day, but to whom the words beside the name give a role,
   * has the sector of that role.
   */
  private Actor inRole(Actor known, Chunk chunk, List<Chunk> rest) {
    boolean none = known.sectors().isEmpty() || known.sectors().equals(List.of("ELI"));
    boolean rebel = Resolution.sectors(chunk).contains("REB") && !known.sectors().contains("GOV");
    if (!rebel && (!none || known.office() != null || resolution.isFormer(chunk))) {
      return known;
    }
    Apposition beside = Apposition.of(resolution.text(), chunk, rest);
    List<String> sectors = Resolution.sectors(chunk);
    if (sectors.isEmpty() && beside != null && !resolution.isFormer(beside.chunk())) {
      Part body = beside.chunk().body();
      sectors = Resolution.sectors(beside.chunk());
      sectors = body != null && !body.isPlace() ? resolution.body(body).sectors() : sectors;
    }
    return sectors.isEmpty()
        ? known
        : new Actor(known.id(), known.name(), known.country(), sectors, null);
  }

  /** A person of no list keeps the name; country and sectors come from the words beside it. */
  private ActorMention unknown(
      Chunk chunk, String words, @Nullable String country, List<Chunk> rest) {
    List<String> sectors = Resolution.sectors(chunk);
    Apposition beside = Apposition.of(resolution.text(), chunk, rest);
    double sure = 0.8;
    boolean belongs = beside == null;
    Chunk other = beside == null ? chunk.of() : beside.chunk();
    Actor senior = RoleBefore.isRelated(chunk) ? owners.person(chunk) : null;
    if (senior != null && !senior.sectors().isEmpty()) {
      sectors = senior.sectors().subList(0, 1); // "his colleague Mirtha Insfrán"
      country = country == null ? senior.country() : country;
    }
    boolean rank = RANKS.contains(sectors) || sectors.isEmpty();
    if (other != null) {
      country = country == null ? resolution.owner(other) : country;
      Part body = other.body();
      if (body != null && !body.isPlace()) {
        Actor actor = resolution.body(body);
        country = country == null ? actor.country() : country;
        sectors = rank || belongs ? actor.sectors() : sectors;
      }
      boolean tells = beside != null && beside.tells(resolution.text(), chunk);
      boolean theirs =
          sectors.isEmpty() || belongs || sectors.equals(RANK) || (rank && tells && body == null);
      sectors = theirs ? employers.told(other, sectors) : sectors;
    }
    Actor firm = beside == null ? null : employers.employer(beside.chunk());
    if (firm != null) {
      country = country == null ? firm.country() : country;
      sectors = sectors.isEmpty() ? firm.sectors() : sectors;
    }
    if (beside != null && beside.chunk().isBare()) {
      Actor body = employers.ofBody(chunk, beside.chunk());
      if (body != null && (rank || sectors.isEmpty())) {
        sectors = body.sectors().isEmpty() ? sectors : body.sectors();
        country = body.country();
      }
    }
    if (beside != null && sectors.isEmpty()) {
      sectors = employers.further(beside.further());
    }
    if (beside != null && country == null) {
      country = employers.where(beside.further());
    }
    List<String> trade = trades.of(resolution.text(), chunk.span().end(), sectors.isEmpty());
    if (!trade.isEmpty() && rank) {
      sectors = trade;
      country = country == null ? employers.near(chunk, rest) : country;
    }
    if (country == null
        && (!sectors.isEmpty() || isPost(chunk) || (beside != null && isPost(beside.chunk())))) {
      country = endings.home(words, discourse);
      sure = 0.5;
    }
    if (country == null && sectors.isEmpty() && !isBody(chunk, words)) {
      boolean full = words.indexOf(' ') > 0;
      Actor nobody = full ? Resolution.party(null, List.of(), words) : null;
      if (nobody != null) {
        discourse.names().know(words, nobody);
      }
      return resolution.make(chunk.span(), Form.NAME, nobody, null, "unresolved", 0.1);
    }
    if (sectors.equals(RANK) && beside == null && chunk.isBare()) {
      sectors = employers.force(country, sectors);
    }
    if (isBody(chunk, words)) {
      String of = country == null ? discourse.surroundings() : country;
      Actor body = new Actor("body:" + words, words, of, bodies.sectorsOf(words), null);
      discourse.names().know(words, body);
      return resolution.make(chunk.span(), Form.NAME, body, null, "body-of-no-list", 0.5);
    }
    String id = "person:" + (country == null ? "" : country) + ":" + words;
    Actor actor = new Actor(id, words, country, sectors, null);
    return resolution.make(chunk.span(), Form.NAME, actor, null, "apposition-or-title", sure);
  }

  /** Whether a chunk has a word for one person that tells no kind: "analyst". */
  private boolean isPost(Chunk chunk) {
    Part role = chunk.role();
    Term term = role == null ? null : role.role();
    return term != null && (trades.isPerson(term.key()) || Owners.isPost(term));
  }

  /** Whether a name is of a body by its last word: "Minera Huarumayo SA". */
  private boolean isBody(Chunk chunk, String words) {
    return chunk.role() == null && bodies.tells(words);
  }

  /** Of persons of one name: in office that day, of the country said, of the report's countries. */
  private @Nullable Actor pick(
      List<Name> names, @Nullable String country, String office, String words) {
    Actor best = null;
    Actor holding = null;
    double top = 0;
    boolean bare = words.trim().indexOf(' ') < 0;
    Actor before = discourse.names().known(words);
    for (Name name : names) {
      Actor actor =
          name.kind() == Name.Kind.PERSON
              ? offices.person(name.id(), resolution.day(), office)
              : null;
      if (actor == null || (country != null && !country.equals(actor.country()))) {
        continue;
      }
      double score = actor.office() != null ? 3 : actor.sectors().contains("ELI") ? 1.5 : 0.5;
      score += Math.min(2, discourse.weight(actor.country()) / 2);
      score += before != null && before.id().equals(actor.id()) ? 4 : 0;
      Actor.Office held = actor.office();
      score += held != null && held.title().equals(office) ? 2 : 0;
      score += held == null ? 0 : 0.01 * Holder.rank(held.title());
      score += country != null ? 2 : 0;
      if (bare && score < 2) {
        continue; // a bare surname of somebody out of office, and nothing else speaks for it
      }
      if (score > top) {
        top = score;
        best = actor;
      }
      holding = held == null ? holding : actor;
    }
    boolean same = // a former minister heads a body now
        best != null
            && best.office() == null
            && holding != null
            && PersonKeys.full(best.name()).equals(PersonKeys.full(holding.name()));
    return same ? holding : best;
  }
}
