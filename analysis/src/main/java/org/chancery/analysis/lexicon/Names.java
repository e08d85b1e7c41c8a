package org.chancery.analysis.lexicon;

import java.util.ArrayList;
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
  private final Map<String, Name> countries = new HashMap<>();

  /** Reads the lists under {@code actors/} and {@code places/}. */
  public Names(Codebook codebook) {
    Map<String, List<Name>> all = new HashMap<>();
    for (Row row : codebook.table("actors/countries.tsv")) {
      addCountry(row, all);
    }
    for (Row row : codebook.table("actors/offices.tsv")) {
      Name person = person(row);
      add(all, row.get("person"), person);
      row.list("variants").forEach(v -> add(all, v, person));
    }
    addBodies(codebook.table("actors/organisations.tsv"), Kind.ORGANISATION, all);
    addBodies(codebook.table("actors/groups.tsv"), Kind.GROUP, all);
    Set<String> ambiguous = new HashSet<>();
    codebook.table("places/ambiguous.tsv").forEach(row -> ambiguous.add(row.get("name")));
    addPlaces(codebook.table("places/cities.tsv"), ambiguous, all);
    addPlaces(codebook.table("places/regions.tsv"), ambiguous, all);
    phrases = new Phrases<>(all, false);
  }

  /** Leftmost longest names in {@code text[begin, end)}. */
  public List<Phrases.Hit<Name>> find(String text, int begin, int end) {
    return phrases.longest(text, begin, end);
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
    if (!row.get("official").isEmpty()) {
      add(all, row.get("official"), country);
    }
    row.list("aliases").forEach(a -> add(all, a, country));
    Name people = new Name(Kind.ADJECTIVE, "country:" + code, name, code, none, null, null, null);
    row.list("adjectives").forEach(a -> add(all, a, people));
    row.list("demonyms").forEach(d -> add(all, d, people));
    for (String demonym : row.list("demonyms")) {
      if (!demonym.endsWith("s") && !demonym.endsWith("h") && !demonym.endsWith("ese")) {
        add(all, demonym + "s", people);
      }
    }
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
        row.get("from").isEmpty() ? null : row.get("from"),
        row.get("to").isEmpty() ? null : row.get("to"));
  }

  private static void addBodies(List<Row> rows, Kind kind, Map<String, List<Name>> all) {
    for (Row row : rows) {
      String country = row.get("country");
      Name body =
          new Name(
              kind,
              row.get("id"),
              row.get("name"),
              country.isEmpty() ? null : country,
              row.list("sectors"),
              null,
              null,
              null);
      add(all, body.name(), body);
      row.list("aliases").forEach(a -> add(all, a, body));
    }
  }

  private static void addPlaces(
      List<Row> rows, Set<String> ambiguous, Map<String, List<Name>> all) {
    for (Row row : rows) {
      String country = row.get("country");
      Name place =
          new Name(
              Kind.PLACE,
              "place:" + row.get("geonameid") + ":" + row.get("name"),
              row.get("name"),
              country.isEmpty() ? null : country,
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
    String capitals = form.toUpperCase(java.util.Locale.ROOT);
    if (form.length() > 3 && !capitals.equals(form)) {
      List<Name> loud = all.computeIfAbsent(capitals, k -> new ArrayList<>(1));
      if (!loud.contains(name)) {
        loud.add(name);
      }
    }
  }
}
