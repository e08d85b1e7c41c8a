package org.chancery.analysis.codebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codes of PETRARCH's dictionaries, which are CAMEO's, as countries and sectors of PLOVER. */
final class PetrarchCodes {
  private static final Set<String> SLOTS =
      Set.of("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "INT");
  private static final Map<String, String> CAMEO_TO_PLOVER =
      Map.of(
          "MED", "JRN", "HLH", "MED", "INS", "REB", "SEP", "REB", "RAD", "REB", "KSV", "KOS", "DEV",
          "", "WBK", "", "MIG", "REF");

  private final Set<String> countries = new LinkedHashSet<>();
  private final Set<String> sectors = new LinkedHashSet<>();

  PetrarchCodes(Codebook codebook) {
    codebook.table("actors/countries.tsv").forEach(row -> countries.add(row.get("code")));
    codebook.table("ontology/sectors.tsv").forEach(row -> sectors.add(row.get("code")));
  }

  /** The sector of three letters, or empty where they are none. */
  String sector(String letters) {
    String sector = CAMEO_TO_PLOVER.getOrDefault(letters, letters);
    return sectors.contains(sector) ? sector : "";
  }

  /**
   * A row of a layer for a name with a code: of {@code actors/peoples.tsv} for a people of no
   * country, else of {@code actors/others.tsv}; empty where the code is no country and sectors.
   */
  String row(List<String> names, String code, String from, String to, boolean people) {
    String country = "";
    List<String> kept = new ArrayList<>();
    for (int i = 0; i + 3 <= code.length(); i += 3) {
      String part = code.substring(i, i + 3);
      String plover = CAMEO_TO_PLOVER.getOrDefault(part, part);
      boolean slot = SLOTS.contains(part);
      if (i == 0 && countries.contains(plover)) {
        country = plover;
      } else if (slot) {
        country =
            country.isEmpty() || country.equals("IGO") || country.equals("INT") ? part : country;
      } else if (sectors.contains(plover)) {
        kept.add(plover);
      } else if (!plover.isEmpty() && i == 0 && !people) {
        return "";
      }
    }
    String aliases = String.join("|", names.subList(1, names.size()));
    if (people && country.isEmpty()) {
      boolean faith = kept.contains("REL") || code.length() > 3;
      return String.join(
          "\t", names.get(0), aliases, "", faith ? "REL" : "CVL", faith ? "religious" : "ethnic");
    }
    return country.isEmpty() && kept.isEmpty()
        ? ""
        : String.join(
            "\t",
            names.get(0),
            aliases,
            country.equals("INT") ? "" : country,
            String.join("|", new LinkedHashSet<>(kept)),
            from,
            to);
  }

  /** yymmdd or yyyymmdd as ISO; two-digit years up to 29 are of this century. */
  static String day(@Nullable String digits) {
    if (digits == null) {
      return "";
    }
    String year = digits.length() == 8 ? digits.substring(0, 4) : digits.substring(0, 2);
    if (year.length() == 2) {
      year = (Integer.parseInt(year) < 30 ? "20" : "19") + year;
    }
    String rest = digits.substring(digits.length() - 4);
    return year + "-" + rest.substring(0, 2) + "-" + rest.substring(2);
  }
}
