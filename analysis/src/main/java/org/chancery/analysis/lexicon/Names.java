package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Name.Kind;
import org.jspecify.annotations.Nullable;

/** The names of parties and places that the codebook knows, found as written (in capitals too). */
public final class Names {
  private final Phrases<Name> phrases;
  private final PartyCodes codes;
  private final PersonIndex persons = new PersonIndex();
  private final Map<String, Name> countries = new HashMap<>();

  /** Reads the lists under {@code actors/} and {@code places/}. */
  public Names(Codebook codebook) {
    Map<String, List<Name>> all = new HashMap<>();
    codes = new PartyCodes(codebook);
    for (Row row : codebook.table("actors/countries.tsv")) {
      addCountry(row, all);
    }
    for (Row row : codebook.table("actors/offices.tsv")) {
      codes.country(row, false);
      codes.term(row);
      Name person = person(row);
      persons.add(row.get("person"), person);
      row.list("variants").forEach(v -> persons.add(v, person));
    }
    addBodies(codebook.table("actors/state-bodies.tsv"), Kind.ORGANISATION, all);
    addBodies(codebook.table("actors/organisations.tsv"), Kind.ORGANISATION, all);
    addBodies(codebook.table("actors/groups.tsv"), Kind.GROUP, all);
    for (Row row : codebook.table("actors/others.tsv")) {
      addBody(row, Kind.ORGANISATION, "other:" + row.get("name"), row.list("sectors"), all);
    }
    for (Row row : codebook.table("actors/parties.tsv")) {
      addBody(row, Kind.ORGANISATION, row.get("id"), List.of("PTY"), all);
      String name = row.get("name");
      int bracket = name.indexOf(" (");
      if (bracket > 0
          && name.contains(
              "Party (")) { // "Workers' Party (Brazil)" is "the Workers' Party" at home
        all.getOrDefault(name, List.of()).stream()
            .filter(party -> party.id().equals(row.get("id")))
            .forEach(party -> add(all, name.substring(0, bracket), party));
      }
    }
    for (Row row : codebook.table("actors/peoples.tsv")) {
      addBody(row, Kind.PEOPLE, "people:" + row.get("name"), row.list("sectors"), all);
    }
    Set<String> ambiguous = new HashSet<>();
    codebook.table("places/ambiguous.tsv").forEach(row -> ambiguous.add(row.get("name")));
    addPlaces(codebook.table("places/cities.tsv"), ambiguous, all);
    addPlaces(codebook.table("places/regions.tsv"), ambiguous, all);
    phrases = new Phrases<>(all, false);
  }

  /** Leftmost longest names in {@code text[begin, end)}. */
  public List<Phrases.Hit<Name>> find(String text, int begin, int end) {
    List<Phrases.Hit<Name>> both = new ArrayList<>(phrases.longest(text, begin, end));
    both.addAll(persons.find(text, begin, end));
    both.sort(
        Comparator.comparingInt((Phrases.Hit<Name> h) -> h.span().begin())
            .thenComparingInt(h -> -h.span().length()));
    List<Phrases.Hit<Name>> kept = new ArrayList<>();
    for (Phrases.Hit<Name> hit : both) {
      Phrases.Hit<Name> last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      boolean money = text.startsWith("$", hit.span().end()); // "US$42 million"
      if (!money && (last == null || hit.span().begin() >= last.span().end())) {
        kept.add(hit);
      }
    }
    return kept;
  }

  /** The country of a code, or null. */
  public @Nullable Name country(String code) {
    return countries.get(code);
  }

  private void addCountry(Row row, Map<String, List<Name>> all) {
    String code = row.get("code");
    List<String> none = List.of();
    String name = row.get("name");
    Name country = new Name(Kind.COUNTRY, "country:" + code, name, code, none, null, null, null);
    countries.put(code, country);
    add(all, name, country);
    for (String column : List.of("official", "former", "aliases")) {
      row.list(column).forEach(a -> add(all, a, country));
    }
    Name people = new Name(Kind.ADJECTIVE, "country:" + code, name, code, none, null, null, null);
    row.list("adjectives").forEach(a -> add(all, a, people));
    row.list("demonyms").forEach(d -> add(all, d, people));
    Name seat =
        new Name(Kind.METONYM, "country:" + code, name, code, List.of("GOV"), null, null, null);
    row.list("capital").forEach(c -> add(all, c, seat));
    row.list("metonyms").forEach(m -> add(all, m, seat));
  }

  private static Name person(Row row) {
    return new Name(
        Kind.PERSON,
        "person:" + row.get("country") + ":" + row.get("person"),
        row.get("person"),
        row.get("country"),
        List.of("GOV"),
        row.get("office"),
        orNull(row.get("from")),
        orNull(row.get("to")));
  }

  private void addBodies(List<Row> rows, Kind kind, Map<String, List<Name>> all) {
    for (Row row : rows) {
      addBody(row, kind, row.get("id"), row.list("sectors"), all);
    }
  }

  /** Adds a body, party or people by all its names; a list with days gives it those too. */
  private void addBody(
      Row row, Kind kind, String id, List<String> sectors, Map<String, List<Name>> all) {
    codes.country(row, true);
    boolean dated = row.columns().containsKey("from");
    if (dated) {
      codes.term(row);
    }
    Name body =
        new Name(
            kind,
            id,
            row.get("name"),
            orNull(row.get("country")),
            sectors,
            null,
            dated ? orNull(row.get("from")) : null,
            dated ? orNull(row.get("to")) : null);
    add(all, body.name(), body);
    row.list("aliases").forEach(a -> add(all, a, body));
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private void addPlaces(List<Row> rows, Set<String> ambiguous, Map<String, List<Name>> all) {
    for (Row row : rows) {
      codes.country(row, true);
      String country = row.get("country");
      Name place =
          new Name(
              Kind.PLACE,
              "place:" + row.get("geonameid") + ":" + row.get("name"),
              row.get("name"),
              orNull(country),
              List.of(),
              null,
              null,
              null);
      List<String> forms = new ArrayList<>(row.list("aliases"));
      forms.add(place.name());
      for (String form : forms) {
        if (!ambiguous.contains(form)
            && form.length() > 2
            && Character.isUpperCase(form.charAt(0))) {
          add(all, form, place);
        }
      }
    }
  }

  private static void add(Map<String, List<Name>> all, String form, Name name) {
    if (form.isBlank()) {
      return;
    }
    List<Name> here = all.computeIfAbsent(form, k -> new ArrayList<>(1));
    if (!here.contains(name)) {
      here.add(name);
    }
    if (form.length() >= 5 && form.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      List<Name> mild =
          all.computeIfAbsent(
              form.charAt(0) + form.substring(1).toLowerCase(java.util.Locale.ROOT),
              k -> new ArrayList<>(1));
      if (!mild.contains(name)) {
        mild.add(name); // "Unasur" for UNASUR
      }
    }
    String capitals = form.toUpperCase(java.util.Locale.ROOT);
    if (form.length() > 3 && !capitals.equals(form)) {
      List<Name> loud = all.computeIfAbsent(capitals, k -> new ArrayList<>(1));
      if (!loud.contains(name)) {
        loud.add(name);
      }
    }
  }
}
