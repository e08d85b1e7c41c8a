package org.chancery.analysis.actor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;

/** How much each country weighs in a report: its names, one more for the first. */
final class Weights {
  private static final double PLACE = 0.4;
  private static final double SEVERAL = 0.3;

  private Weights() {}

  /**
   * The weights; a name that may mean several counts for the one that the others make likeliest.
   */
  static Map<String, Double> of(List<Phrases.Hit<Name>> names) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Phrases.Hit<Name> hit : names) {
      Name name = hit.values().get(0);
      String country = name.country();
      if (country != null && isOne(hit)) {
        double weight = name.kind() == Name.Kind.PLACE ? PLACE : 1;
        weights.merge(country, weights.isEmpty() ? weight + 1 : weight, Double::sum);
      }
    }
    Map<String, Double> sure = Map.copyOf(weights);
    for (Phrases.Hit<Name> hit : names) {
      String best = null;
      for (Name name : hit.values()) {
        String country = name.country();
        double own = country == null ? -1 : sure.getOrDefault(country, 0.0);
        double other = best == null ? -1 : sure.getOrDefault(best, 0.0);
        boolean body = name.kind() == Name.Kind.ORGANISATION; // "Brussels", nothing else of Belgium
        best = own > other || (body && own == other && own >= 0) ? country : best;
      }
      if (best != null && !isOne(hit)) {
        double weight = hit.values().get(0).kind() == Name.Kind.PLACE ? PLACE : SEVERAL;
        weights.merge(best, weight, Double::sum);
      }
    }
    return weights;
  }

  /** Whether all that a name may mean is of one country. */
  private static boolean isOne(Phrases.Hit<Name> hit) {
    return hit.values().stream().map(Name::country).distinct().count() == 1;
  }
}
