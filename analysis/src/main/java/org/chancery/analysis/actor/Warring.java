package org.chancery.analysis.actor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/** Who the sides of a conflict or of talks are: "both sides", "neither camp". */
final class Warring {
  private final States states;

  Warring(States states) {
    this.states = states;
  }

  /**
   * Sides of a conflict or of talks: the two that this sentence names, else an armed group that the
   * report speaks of and the government of its country, else whom it names most.
   */
  List<Actor> sides(int n, Discourse discourse) {
    Map<String, Actor> byCode = new HashMap<>();
    List<String> here = discourse.together().saidIn(0, said -> side(said, byCode, discourse));
    Discourse.Said rebels = discourse.last(said -> said.actor().id().startsWith("group:"));
    String country = rebels == null ? null : rebels.actor().country();
    if (n == 2 && here.size() != 2 && rebels != null && states.isCountry(country)) {
      List<String> said = statesBySaid(discourse);
      long second = said.size() < 2 ? 0 : times(said.get(1), discourse);
      if (times(rebels.actor().id(), byCode, discourse) >= second) { // not just beside two states
        String own = String.valueOf(country);
        boolean abroad = !said.isEmpty() && times(said.get(0), discourse) > times(own, discourse);
        return List.of(states.government(abroad ? said.get(0) : own), rebels.actor());
      }
    }
    return discourse.together().mostSaid(n, 2, said -> side(said, byCode, discourse)).stream()
        .map(code -> byCode.getOrDefault(code, states.government(code)))
        .toList();
  }

  private long times(String id, Map<String, Actor> byCode, Discourse discourse) {
    return discourse.said().stream().filter(s -> id.equals(side(s, byCode, discourse))).count();
  }

  private static long times(String country, Discourse discourse) {
    return discourse.said().stream().filter(s -> isOf(s, country)).count();
  }

  private static boolean isOf(Discourse.Said said, String country) {
    return country.equals(said.actor().country()) && !said.actor().sectors().contains("REB");
  }

  /** The states of which the report has spoken so far, the most said first. */
  private List<String> statesBySaid(Discourse discourse) {
    Map<String, Long> times = new LinkedHashMap<>();
    for (Discourse.Said said : discourse.said()) {
      String country = said.actor().country();
      if (country != null && states.isCountry(country)) {
        times.merge(country, isOf(said, country) ? 1L : 0L, Long::sum);
      }
    }
    return times.keySet().stream()
        .sorted(Comparator.comparingLong((String code) -> -times.getOrDefault(code, 0L)))
        .toList();
  }

  /**
   * The code of the side that a mention is of: a body's own, a person's or a role's country; of a
   * rebel that of the armed group of the same country.
   */
  private @Nullable String side(
      Discourse.Said said, Map<String, Actor> byCode, Discourse discourse) {
    Actor actor = said.actor();
    boolean body = actor.id().startsWith("group:") || actor.id().startsWith("body:");
    if (body && actor.members().isEmpty()) {
      byCode.putIfAbsent(actor.id(), actor);
      return actor.id();
    }
    String country = actor.country();
    boolean rebel = actor.sectors().contains("REB");
    if (rebel && said.isPerson() && country != null) {
      Discourse.Said group =
          discourse.last(
              s -> s.actor().id().startsWith("group:") && country.equals(s.actor().country()));
      if (group != null) {
        byCode.putIfAbsent(group.actor().id(), group.actor());
        return group.actor().id();
      }
    }
    return states.isCountry(country) && !rebel ? country : null;
  }
}
