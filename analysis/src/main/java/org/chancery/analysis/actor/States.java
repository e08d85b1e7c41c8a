package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What kind of state each country is, whom it borders and whose colony it was: {@code
 * actors/countries.tsv} and {@code actors/ties.tsv}.
 */
final class States {
  private static final String SUPREME = "supreme-leader";

  /** Titles that only states of a kind of the same name have. */
  private static final Set<String> TITLES = Set.of("chancellor", "taoiseach");

  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> adjectives = new HashMap<>();
  private final Map<String, List<String>> borders = new HashMap<>();
  private final Map<String, List<String>> rulers = new HashMap<>();

  States(Codebook codebook) {
    for (Row row : codebook.table("actors/countries.tsv")) {
      kinds.put(row.get("code"), new HashSet<>(row.list("kinds")));
      names.put(row.get("code"), row.get("name"));
      row.list("adjectives").forEach(a -> adjectives.putIfAbsent(a, row.get("code")));
    }
    for (Row row : codebook.table("actors/ties.tsv")) {
      borders.put(row.get("country"), row.list("borders"));
      rulers.put(row.get("country"), row.list("colony_of"));
    }
  }

  boolean isCountry(@Nullable String code) {
    return code != null && names.containsKey(code);
  }

  Set<String> kinds(@Nullable String country) {
    return kinds.getOrDefault(country == null ? "" : country, Set.of());
  }

  Actor government(String code) {
    return Resolution.party(code, List.of("GOV"), names.getOrDefault(code, code));
  }

  boolean border(String one, String other) {
    return borders.getOrDefault(one, List.of()).contains(other);
  }

  /** The country of an adjective, or null. */
  @Nullable String ofAdjective(String adjective) {
    return adjectives.get(adjective);
  }

  /** Whether one country was another's colony, mandate or protectorate. */
  boolean wasColonyOf(String country, String power) {
    return rulers.getOrDefault(country, List.of()).contains(power);
  }

  /** Whether a country can have a ruler of this title ("emir"): presidents fit all. */
  boolean hasRuler(@Nullable String country, String title) {
    Set<String> kind = kinds(country);
    return switch (title) {
      case "king", "queen", "monarch", "emperor" ->
          kind.contains("monarchy") || kind.contains("kingdom");
      case "emir" -> kind.contains("emirate");
      case "sultan" -> kind.contains("sultanate");
      case "federal chancellor" -> kind.contains("chancellor");
      default -> !TITLES.contains(title) || kind.contains(title);
    };
  }

  /** The office that "leader" means in a country: of parliamentary states the government's head. */
  String leader(@Nullable String country) {
    Set<String> kind = kinds(country);
    if (kind.contains(SUPREME)) {
      return SUPREME;
    }
    boolean government = kind.contains("parliamentary") || kind.contains("monarchy");
    return government && !kind.contains("absolute") ? "head-of-government" : "head-of-state";
  }
}
