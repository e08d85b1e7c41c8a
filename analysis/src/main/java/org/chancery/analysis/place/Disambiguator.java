package org.chancery.analysis.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.lexicon.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one place for each name of a report: by the region named after it, by people and rank, by
 * the countries and regions that the report speaks of, and by nearness to its other places. One
 * name means one place throughout a report, unless the words beside it say otherwise.
 */
final class Disambiguator {
  private static final int ROUNDS = 3;
  private static final double COUNTRY_SENSE = 8.6;
  private static final double COUNTRY_ALIAS = 5.6;
  private static final double OWN_SENSE = 6;
  private static final double SEAT_OF_ITS_NAME = -2.5;
  private static final double ALTERNATE = -0.7;
  private static final double CAPITAL = 1.2;
  private static final double SEAT = 0.4;
  private static final double SUBURB = -0.7;
  private static final double SECOND_LEVEL = -0.8;
  private static final double IN_COUNTRY = 2.2;
  private static final double IN_REGION = 3.0;
  private static final double NEAR = 3.0;
  private static final double HOME = 4.5;
  private static final int KNOWN_BY_OTHER_NAMES = 300_000;
  private static final int SEAT_KNOWN_BY_OTHER_NAMES = 100_000;
  private static final double ALIKE = 1.5;
  private static final double NEAR_KM = 150;

  /** What speaks for a country or region in a report, before any place is chosen. */
  record Focus(Map<String, Double> countries, @Nullable Toponym home) {}

  private Disambiguator() {}

  /** Whether a place lies in another, by the names of its regions and country. */
  static boolean lies(Toponym inner, Toponym outer) {
    if (outer.isCountry()) {
      return inner.country().equals(outer.country()) && !inner.isCountry();
    }
    if (!inner.country().equals(outer.country())) {
      return false;
    }
    if (outer.isAdmin1()) {
      return !inner.isAdmin1() && same(inner.admin1(), outer.name());
    }
    return outer.feature().equals("ADM2")
        && !inner.feature().equals("ADM2")
        && same(inner.admin2(), outer.name())
        && same(inner.admin1(), outer.admin1());
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && (one.equals(other) || Folding.key(one).equals(Folding.key(other)));
  }

  /** The chosen sense of each candidate, null for those that have none. */
  static List<@Nullable Toponym> choose(List<PlaceCandidate> candidates, Focus focus) {
    Map<String, List<Toponym>> senses = new LinkedHashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      PlaceCandidate candidate = candidates.get(i);
      if (candidate.contained() >= 0) {
        List<Toponym> outer = candidates.get(candidate.contained()).senses();
        List<Toponym> inside =
            candidate.senses().stream()
                .filter(s -> outer.stream().anyMatch(o -> lies(s, o)))
                .toList();
        senses.put(key(candidate), inside);
      }
    }
    for (PlaceCandidate candidate : candidates) {
      if (!candidate.senses().isEmpty()) {
        senses.putIfAbsent(key(candidate), candidate.senses());
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    candidates.forEach(c -> counts.merge(key(c), 1, Integer::sum));
    Map<String, Toponym> chosen = new LinkedHashMap<>();
    senses.forEach((k, s) -> chosen.put(k, best(s, focus, Map.of(), Map.of(), k)));
    for (int round = 1; round < ROUNDS; round++) {
      Map<String, Toponym> before = Map.copyOf(chosen);
      senses.forEach((k, s) -> chosen.put(k, best(s, focus, before, counts, k)));
    }
    List<@Nullable Toponym> result = new ArrayList<>();
    for (PlaceCandidate candidate : candidates) {
      Toponym place = candidate.senses().isEmpty() ? null : chosen.get(key(candidate));
      result.add(place == null || isFarFetched(place, chosen, focus) ? null : place);
    }
    return result;
  }

  /**
   * Another name of a small town in a country that the report never speaks of. Seats of provinces
   * ("Geneva" for Genève) are known by English names sooner than others.
   */
  private static boolean isFarFetched(Toponym place, Map<String, Toponym> chosen, Focus focus) {
    boolean seat = place.feature().equals("PPLC") || place.feature().equals("PPLA");
    return !place.main()
        && place.isTown()
        && place.people() < (seat ? SEAT_KNOWN_BY_OTHER_NAMES : KNOWN_BY_OTHER_NAMES)
        && !focus.countries().containsKey(place.country())
        && chosen.values().stream()
            .noneMatch(other -> !other.equals(place) && other.country().equals(place.country()));
  }

  private static String key(PlaceCandidate candidate) {
    return Folding.key(candidate.text());
  }

  private static Toponym best(
      List<Toponym> senses,
      Focus focus,
      Map<String, Toponym> others,
      Map<String, Integer> counts,
      String self) {
    Toponym best = senses.get(0);
    double top = Double.NEGATIVE_INFINITY;
    for (Toponym sense : senses) {
      double score = prior(sense) + context(sense, focus, others, counts, self);
      if (sense.isAdmin1() && senses.stream().anyMatch(s -> isSeatOf(s, sense))) {
        score += SEAT_OF_ITS_NAME; // "Geneva" is the city, not its canton
      }
      if (score > top) {
        top = score;
        best = sense;
      }
    }
    return best;
  }

  private static boolean isSeatOf(Toponym town, Toponym region) {
    return town.isTown()
        && town.people() > 0
        && (town.feature().equals("PPLC") || town.feature().equals("PPLA"))
        && town.country().equals(region.country())
        && same(town.admin1(), region.name());
  }

  private static double prior(Toponym sense) {
    double score;
    if (sense.isCountry()) {
      score = sense.main() ? COUNTRY_SENSE : COUNTRY_ALIAS;
    } else if (sense.isTown()) {
      score = Math.log10(sense.people() + 10.0);
      score += sense.feature().equals("PPLC") ? CAPITAL : 0;
      score += sense.feature().equals("PPLA") ? SEAT : 0;
      score += sense.feature().equals("PPLX") ? SUBURB : 0;
    } else if (sense.feature().equals("ADM2")) {
      score = Math.log10(sense.people() + 10.0) + SECOND_LEVEL;
    } else {
      score = OWN_SENSE;
    }
    return sense.main() ? score : score + ALTERNATE;
  }

  private static double context(
      Toponym sense,
      Focus focus,
      Map<String, Toponym> others,
      Map<String, Integer> counts,
      String self) {
    double total = 0;
    double country = focus.countries().getOrDefault(sense.country(), 0.0);
    double named = focus.countries().values().stream().mapToDouble(Double::doubleValue).sum();
    double region = 0;
    double near = 0;
    double alike = 0;
    for (Map.Entry<String, Toponym> entry : others.entrySet()) {
      Toponym other = entry.getValue();
      if (entry.getKey().equals(self)) {
        continue;
      }
      double weight = Math.min(3, counts.getOrDefault(entry.getKey(), 1));
      total += weight;
      if (other.country().equals(sense.country())) {
        country += weight;
        region += same(other.admin1(), sense.admin1()) && !sense.isCountry() ? weight : 0;
      }
      alike += other.precision().equals(sense.precision()) ? weight : 0;
      if (!other.isCountry() && !other.isAdmin1() && sense.distanceTo(other) < NEAR_KM) {
        near += weight;
      }
    }
    double score = IN_COUNTRY * country / (total + named + 1);
    score += IN_REGION * region / (total + 1);
    score += NEAR * near / (total + 1);
    score += ALIKE * alike / (total + 1);
    Toponym home = focus.home();
    if (home != null && !sense.isCountry()) {
      double km = sense.distanceTo(home);
      score += HOME * Math.exp(-km / 200);
      score += sense.country().equals(home.country()) ? 1 : 0;
    }
    return score;
  }
}
