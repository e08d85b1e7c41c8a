package org.chancery.analysis.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Folding;
import org.jspecify.annotations.Nullable;

/**
 * All places by name: the lists of {@code places/} and the countries, which a user's layer can
 * change, over the gazetteer.
 */
final class Places {
  private final Gazetteer gazetteer;
  private final Map<String, List<Toponym>> own = new HashMap<>();
  private final Map<String, Toponym> countries = new HashMap<>();
  private final Map<String, List<Toponym>> abbreviations = new HashMap<>();
  private final Map<String, List<Toponym>> postal = new HashMap<>();

  Places(Codebook codebook, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (Row row : codebook.table("actors/countries.tsv")) {
      addCountry(row);
    }
    for (Row row : codebook.table("places/cities.tsv")) {
      add(row, row.get("admin1"), (long) row.number("population"));
    }
    for (Row row : codebook.table("places/regions.tsv")) {
      add(row, row.get("feature").equals("ADM1") ? row.get("name") : "", 0);
    }
    for (Row row : codebook.table("places/abbreviations.tsv")) {
      Toponym meant = region(row.get("place"), row.get("country"));
      if (meant == null) {
        throw row.fault("no region '" + row.get("place") + "' of " + row.get("country"));
      }
      (row.get("use").equals("postal") ? postal : abbreviations)
          .computeIfAbsent(row.get("abbreviation"), k -> new ArrayList<>(1))
          .add(meant);
    }
  }

  private void addCountry(Row row) {
    if (row.get("lat").isEmpty()) {
      return;
    }
    Toponym country =
        new Toponym(
            row.get("name"),
            row.get("code"),
            "",
            "",
            latitude(row),
            longitude(row),
            0,
            "",
            "PCLI",
            true);
    countries.put(row.get("code"), country);
    put(country.name(), country);
    for (String column : List.of("official", "former", "aliases")) {
      row.list(column).forEach(name -> put(name, country.alternate()));
    }
  }

  private void add(Row row, String admin1, long people) {
    Toponym place =
        new Toponym(
            row.get("name"),
            row.get("country"),
            admin1,
            "",
            latitude(row),
            longitude(row),
            people,
            row.get("geonameid"),
            row.get("feature"),
            true);
    put(place.name(), place);
    row.list("aliases").forEach(alias -> put(alias, place.alternate()));
  }

  private void put(String name, Toponym place) {
    List<Toponym> here = own.computeIfAbsent(Folding.key(name), k -> new ArrayList<>(1));
    if (!here.contains(place)) {
      here.add(place);
    }
  }

  private static double latitude(Row row) {
    return degrees(row, "lat", 90);
  }

  private static double longitude(Row row) {
    return degrees(row, "lon", 180);
  }

  private static double degrees(Row row, String column, int most) {
    double value = row.number(column);
    if (Math.abs(value) > most) {
      throw row.fault(
          column + " " + value + " is out of range; give degrees from -" + most + " to " + most);
    }
    return value;
  }

  /** The places of a name, those of our own lists first. */
  List<Toponym> named(String name) {
    List<Toponym> listed = own.getOrDefault(Folding.key(name), List.of());
    List<Toponym> all = new ArrayList<>(listed);
    for (Toponym place : gazetteer.named(name)) {
      if (listed.stream().noneMatch(l -> l.id().equals(place.id()) && !place.id().isEmpty())) {
        all.add(place);
      }
    }
    return all;
  }

  /** Regions of an abbreviation as it is written, points and all ("W.Va.", "NSW"). */
  List<Toponym> abbreviated(String exact) {
    return abbreviations.getOrDefault(exact, List.of());
  }

  /** Regions of a postal code, which stands for one only after a town and a comma ("Paris, TX"). */
  List<Toponym> postal(String code) {
    return postal.getOrDefault(code, List.of());
  }

  /** The point of a country, or null when the list gives none. */
  @Nullable Toponym country(String code) {
    return countries.get(code);
  }

  private @Nullable Toponym region(String name, String country) {
    return own.getOrDefault(Folding.key(name), List.of()).stream()
        .filter(p -> p.country().equals(country) && !p.isTown() && !p.isCountry())
        .findFirst()
        .orElse(null);
  }
}
