package org.chancery.store.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parties that are given by the English name of a country and a list of sectors. */
final class NamedActors {
  private static final Set<String> BODIES = Set.of("IGO", "IMG", "ISM", "MNC", "NGO");
  private final Codes codes;
  private final Map<String, String> sectors = new HashMap<>();
  private final Map<String, String> back = new HashMap<>();

  NamedActors(Codes codes, List<Map<String, String>> rows) {
    this.codes = codes;
    for (Map<String, String> row : rows) {
      String theirs = row.getOrDefault("sector", "");
      String ours = row.getOrDefault("ours", "");
      sectors.put(theirs, ours);
      if (row.getOrDefault("direction", "").equals("both")) {
        back.putIfAbsent(ours, theirs);
      }
    }
  }

  /** Reads a party of ICEWS; the name tells the two bodies that stand in a country's slot. */
  CameoActors.Read icews(String name, String sectorList, String country) {
    List<String> unknown = new ArrayList<>();
    Set<String> ours = new LinkedHashSet<>();
    // sector names hold " / " and, in brackets, no comma: the comma without a space separates
    for (String sector : sectorList.split(",")) {
      String key = sector.strip();
      if (!key.isEmpty()) {
        String one = sectors.get(key);
        if (one == null) {
          unknown.add(key);
        } else if (!one.isEmpty()) {
          ours.add(one);
        }
      }
    }
    String body = codes.country("name", name);
    if (body != null && (body.equals("UNO") || body.equals("EUR"))) {
      ours.remove("IGO");
      return new CameoActors.Read(joined(body, ours), unknown);
    }
    return new CameoActors.Read(joined(slot(country, unknown), ours), unknown);
  }

  /** Reads the parties of a side of POLECAT: countries and sectors, each a list. */
  List<CameoActors.Read> polecat(List<String> countries, List<String> sectorList, String primary) {
    List<CameoActors.Read> read = new ArrayList<>();
    if (countries.size() <= 1) {
      List<String> unknown = new ArrayList<>();
      String slot = slot(countries.isEmpty() ? "" : countries.get(0), unknown);
      read.add(new CameoActors.Read(joined(slot, new LinkedHashSet<>(sectorList)), unknown));
      return read;
    }
    for (String country : countries) { // whose the further sectors are is not said
      List<String> unknown = new ArrayList<>();
      Set<String> own = primary.isEmpty() ? Set.of() : Set.of(primary);
      read.add(new CameoActors.Read(joined(slot(country, unknown), own), unknown));
    }
    return read;
  }

  /** Our code of a country's name; an unknown name stays as it is, without its spaces. */
  private String slot(String country, List<String> unknown) {
    if (country.isEmpty()) {
      return "";
    }
    String code = codes.country("name", country);
    if (code == null) {
      unknown.add(country);
      return country.replace(' ', '-');
    }
    return code;
  }

  private static String joined(String slot, Set<String> sectors) {
    List<String> parts = new ArrayList<>();
    if (!slot.isEmpty()) {
      parts.add(slot);
      parts.addAll(sectors);
    } else {
      sectors.stream().filter(BODIES::contains).forEach(parts::add);
      sectors.stream().filter(s -> !BODIES.contains(s)).forEach(parts::add);
    }
    return parts.isEmpty() ? "UNK" : String.join(" ", parts);
  }

  /** The name of the country of one of our codes; empty when it has none. */
  String country(@Nullable String ours) {
    if (ours == null) {
      return "";
    }
    String slot = ours.split(" ", 2)[0];
    String name = codes.written("name", slot);
    return name != null ? name : slot.length() > 3 ? slot.replace('-', ' ') : "";
  }

  /** Whether a code stands for a body that other systems know by its name only. */
  static boolean body(@Nullable String ours) {
    return ours != null
        && (ours.startsWith("UNO") || ours.startsWith("EUR"))
        && (ours.length() == 3 || ours.charAt(3) == ' ');
  }

  /** The sectors of one of our codes. */
  List<String> sectors(@Nullable String ours) {
    if (ours == null || ours.isEmpty() || ours.equals("UNK")) {
      return List.of();
    }
    List<String> parts = List.of(ours.split(" "));
    return country(ours).isEmpty() ? parts : parts.subList(1, parts.size());
  }

  /** The sectors of one of our codes in the words of ICEWS. */
  List<String> icewsSectors(@Nullable String ours) {
    List<String> written = new ArrayList<>();
    if (body(ours)) {
      written.add(back.getOrDefault("IGO", "IGO"));
    }
    for (String sector : sectors(ours)) {
      String theirs = back.get(sector);
      if (theirs != null) {
        written.add(theirs);
      }
    }
    return written;
  }
}
