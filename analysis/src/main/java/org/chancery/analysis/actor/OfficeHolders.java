package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who held which office on which day, from {@code actors/offices.tsv}. Days are ISO and may be
 * partial. An office belongs to a country, or to a body by its id.
 */
public final class OfficeHolders {
  static final String MINISTER = "minister";

  /** So many consonants tell a last name among the holders of a day. */
  private static final int LEAST_SOUNDS = 3;

  private final Map<String, List<Holder>> byOffice = new HashMap<>();
  private final Map<String, List<Holder>> byPerson = new HashMap<>();
  private final Map<String, List<Holder>> bySound = new HashMap<>();
  private final Map<String, String> slots = new HashMap<>();
  private final Map<String, List<String>> sectors = new HashMap<>();

  /** Reads the list. */
  public OfficeHolders(Codebook codebook) {
    codebook
        .table("ontology/office-sectors.tsv")
        .forEach(row -> sectors.put(row.get("office"), row.list("sectors")));
    for (Row row : codebook.table("actors/organisations.tsv")) {
      slots.put(row.get("id"), row.get("country"));
    }
    for (Row row : codebook.table("actors/offices.tsv")) {
      Holder holder =
          new Holder(
              row.get("country"),
              row.get("office"),
              row.get("person"),
              blank(row.get("from")),
              blank(row.get("to")),
              false);
      byOffice
          .computeIfAbsent(holder.country() + " " + holder.office(), k -> new ArrayList<>())
          .add(holder);
    }
    Comparator<Holder> byTime = Comparator.comparing(h -> h.from() == null ? "" : h.from());
    for (List<Holder> list : byOffice.values()) {
      list.sort(byTime);
      list.replaceAll(holder -> holder.among(list));
      list.forEach(h -> byPerson.computeIfAbsent(h.id(), k -> new ArrayList<>()).add(h));
    }
    byPerson.values().forEach(list -> list.sort(byTime));
    byPerson
        .values()
        .forEach(
            list ->
                bySound
                    .computeIfAbsent(PersonKeys.loose(list.get(0).person()), k -> new ArrayList<>())
                    .addAll(list));
  }

  /** The terms of all persons in one office of a country or body, in order of time. */
  List<Holder> terms(String country, String office) {
    return byOffice.getOrDefault(country + " " + office, List.of());
  }

  /** The terms of one person, in order of time. */
  List<Holder> termsOf(String personId) {
    return byPerson.getOrDefault(personId, List.of());
  }

  /**
   * The holder of an office on a day, or null; on the day of a change the one who came, and where
   * nobody has come yet the one who left of late.
   */
  @Nullable Actor holder(String country, String office, String day) {
    Holder last = null;
    Holder left = null;
    for (Holder holder : terms(country, office)) {
      last = holder.on(day) ? holder : last;
      left = holder.endedShortlyBefore(day) ? holder : left;
    }
    return last != null ? actor(last, day) : left == null ? null : asFormer(left, day);
  }

  /** Whether somebody left an office on a day or in those before it. */
  boolean hasJustLeft(String personId, String office, String day) {
    return termsOf(personId).stream()
        .anyMatch(
            term ->
                term.office().equals(office)
                    && (term.endedShortlyBefore(day) || day.equals(term.to())));
  }

  /** The one before the holder of an office on a day, as he or she stands on that day, or null. */
  @Nullable Actor before(String country, String office, String personId, String day) {
    Holder former = null;
    Holder predecessor = null;
    for (Holder holder : terms(country, office)) {
      if (!holder.begunBy(day)) {
        continue;
      }
      if (holder.id().equals(personId)) {
        predecessor = former;
      } else if (!holder.brief()) {
        former = holder;
      }
    }
    return predecessor == null ? null : asFormer(predecessor, day);
  }

  /**
   * Who has been chosen for an office but comes into it only in the months after a day, or null.
   */
  @Nullable Actor coming(String country, String office, String day) {
    for (Holder holder : terms(country, office)) {
      if (holder.beginsSoonAfter(day)) {
        return new Actor(holder.id(), holder.person(), slot(country), List.of(), null);
      }
    }
    return null;
  }

  /** The last one to have left an office before a day, as he or she stands on it, or null. */
  @Nullable Actor last(String country, String office, String day) {
    Holder last = null;
    for (Holder holder : terms(country, office)) {
      last = holder.begunBy(day) && !holder.on(day) ? holder : last;
    }
    return last == null ? null : asFormer(last, day);
  }

  /** Who left an office: in one of the main offices still, or one of the elite. */
  private Actor asFormer(Holder holder, String day) {
    for (Holder term : termsOf(holder.id())) {
      if (term.on(day) && term.rankBeside("") > 1) {
        return actor(term, day);
      }
    }
    return new Actor(holder.id(), holder.person(), slot(holder.country()), List.of("ELI"), null);
  }

  /** The one who followed a person in an office, or null. */
  @Nullable Actor after(String country, String office, String personId, String day) {
    boolean seen = false;
    for (Holder holder : terms(country, office)) {
      if (holder.id().equals(personId)) {
        seen = true;
      } else if (seen && holder.begunBy(day)) {
        return actor(holder, day);
      } else if (seen) { // named already, not yet in office
        return new Actor(holder.id(), holder.person(), slot(holder.country()), List.of(), null);
      }
    }
    return null;
  }

  /**
   * The holder of an office on a day whose surname has this key, when there is one: of a country if
   * one is given, else of one of those of the report, else anywhere.
   */
  @Nullable Actor named(
      String office, String surname, @Nullable String country, Set<String> near, String day) {
    String key = PersonKeys.word(surname);
    if (key.isEmpty()) {
      return null;
    }
    List<Holder> all =
        byOffice.entrySet().stream()
            .filter(entry -> office.isEmpty() || isOf(entry.getKey(), office))
            .flatMap(entry -> entry.getValue().stream())
            .filter(holder -> country == null || holder.country().equals(country))
            .filter(holder -> holder.on(day) && holder.hasPart(key))
            .toList();
    List<Holder> here = all.stream().filter(holder -> near.contains(holder.country())).toList();
    if (country != null || !here.isEmpty() || office.isEmpty()) {
      return onlyOne((country == null ? here : all).stream(), day);
    }
    return onlyOne(all.stream(), day);
  }

  /** Whether an office of a country is the one meant; "minister" is any of them. */
  private static boolean isOf(String countryAndOffice, String office) {
    return countryAndOffice.endsWith(" " + office)
        || (office.equals(MINISTER) && countryAndOffice.endsWith("-" + MINISTER));
  }

  /** The terms on a day of those who hold any office of some countries. */
  List<Holder> inOffice(Set<String> countries, String day) {
    return byPerson.values().stream()
        .flatMap(List::stream)
        .filter(holder -> countries.contains(holder.country()) && holder.on(day))
        .toList();
  }

  /**
   * The holder of an office on a day, of one of some countries, whose last name sounds like a
   * single one ("Jazeniuk"); null when none or several do.
   */
  @Nullable Actor surnameSoundingLike(String name, Set<String> countries, String day) {
    String key = PersonKeys.rough(name);
    return key.replace("-", "").length() < LEAST_SOUNDS
        ? null
        : onlyOne(
            inOffice(countries, day).stream()
                .filter(holder -> PersonKeys.rough(holder.lastName()).equals(key)),
            day);
  }

  /**
   * The holder of an office on a day, of one of some countries, whose name sounds like another
   * spelling ("Viktor Janukowitsch"); null when none or several do.
   */
  @Nullable Actor soundingLike(String name, Set<String> countries, String day) {
    String key = PersonKeys.loose(name);
    if (key.isEmpty()) {
      return null;
    }
    return onlyOne(
        bySound.getOrDefault(key, List.of()).stream()
            .filter(holder -> countries.contains(holder.country()) && holder.on(day)),
        day);
  }

  /** The person whose terms all of these are, in the last of them; null of none or of several. */
  private @Nullable Actor onlyOne(Stream<Holder> terms, String day) {
    List<Holder> held = terms.toList();
    boolean one = held.stream().map(Holder::id).distinct().count() == 1;
    return one ? actor(held.get(held.size() - 1), day) : null;
  }

  /**
   * A known person as he or she stood on a day: in office, a former official, or known only later
   * (with no sector). The term of {@code office} wins where several are held.
   */
  @Nullable Actor person(String id, String day) {
    return person(id, day, "");
  }

  @Nullable Actor person(String id, String day, String office) {
    Holder now = null;
    Holder former = null;
    Holder any = null;
    for (Holder holder : termsOf(id)) {
      any = holder;
      if (holder.on(day)) {
        boolean better = now == null || holder.rankBeside(office) >= now.rankBeside(office);
        now = better ? holder : now;
      } else if (holder.begunBy(day)) {
        former = holder;
      }
    }
    if (now != null) {
      return actor(now, day);
    }
    if (former != null) {
      return day.equals(Resolution.TODAY_WITHOUT_DATE)
          ? actor(former, day) // a report without a date speaks of people in their last office
          : new Actor(id, former.person(), slot(former.country()), after(former), null);
    }
    return any == null ? null : new Actor(id, any.person(), slot(any.country()), List.of(), null);
  }

  /** A former official is of the elite; a rebel or opposition leader stays what he or she was. */
  private List<String> after(Holder former) {
    List<String> held = sectors.getOrDefault(former.office(), List.of("GOV"));
    return held.equals(List.of("GOV")) || held.equals(List.of("MIL")) ? List.of("ELI") : held;
  }

  Actor actor(Holder holder, String day) {
    boolean body = holder.country().indexOf(':') >= 0;
    List<String> held = body ? List.of() : sectors.getOrDefault(holder.office(), List.of("GOV"));
    boolean open = day.equals(Resolution.TODAY_WITHOUT_DATE) && holder.to() != null;
    return new Actor(
        holder.id(),
        holder.person(),
        slot(holder.country()),
        held,
        open ? null : new Actor.Office(holder.office(), holder.from(), holder.to()));
  }

  private @Nullable String slot(String country) {
    return country.indexOf(':') < 0 ? country : blank(slots.getOrDefault(country, ""));
  }

  private static @Nullable String blank(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
