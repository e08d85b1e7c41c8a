package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.jspecify.annotations.Nullable;

/** Which parties and countries the last sentences of a report speak of together. */
final class SaidTogether {
  private final Discourse discourse;

  SaidTogether(Discourse discourse) {
    this.discourse = discourse;
  }

  /**
   * {@code n} distinct parties that fit: the first ones of the last sentence that has so many, else
   * the last ones of the sentences before; fewer where there are not so many.
   */
  List<Actor> parties(int n, int sentencesBack, Predicate<Discourse.Said> fits) {
    int now = discourse.sentence();
    for (boolean exactly : new boolean[] {true, false}) {
      for (int at = now; at >= Math.max(0, now - sentencesBack); at--) {
        List<Actor> there = in(at, fits);
        if (there.size() > n
            && exactly) { // "his predecessor gave him the key, and Faye chose Sonko"
          there = in(at, fits.and(s -> s.mention().form() == ActorMention.Form.NAME));
        }
        if (there.size() == n || (!exactly && there.size() > n)) {
          return there.subList(0, n);
        }
      }
    }
    return distinct(n, sentencesBack, fits);
  }

  /** The distinct parties that fit in one sentence, in order. */
  private List<Actor> in(int at, Predicate<Discourse.Said> fits) {
    LinkedHashMap<String, Actor> there = new LinkedHashMap<>();
    for (Discourse.Said one : discourse.said()) {
      if (one.sentence() == at && one.actor().members().isEmpty() && fits.test(one)) {
        there.putIfAbsent(one.actor().id(), one.actor());
      }
    }
    return List.copyOf(there.values());
  }

  /** The last distinct parties that fit, in the order of the text, at most {@code most}. */
  private List<Actor> distinct(int most, int sentencesBack, Predicate<Discourse.Said> fits) {
    LinkedHashMap<String, Actor> found = new LinkedHashMap<>();
    List<Discourse.Said> said = discourse.said();
    for (int i = said.size() - 1; i >= 0 && found.size() < most; i--) {
      Discourse.Said one = said.get(i);
      if (one.sentence() >= discourse.sentence() - sentencesBack
          && one.actor().members().isEmpty()
          && fits.test(one)) {
        found.putIfAbsent(one.actor().id(), one.actor());
      }
    }
    List<Actor> actors = new ArrayList<>(found.values());
    Collections.reverse(actors);
    return actors;
  }

  /**
   * Codes of what fits: of the nearest sentence, or the nearest sentences together, that have
   * exactly {@code n} of them, else the most said ones.
   */
  List<String> mostSaid(int n, int sentencesBack, Function<Discourse.Said, @Nullable String> code) {
    int now = discourse.sentence();
    Set<String> near = new LinkedHashSet<>();
    for (int at = now; at >= Math.max(0, now - sentencesBack); at--) {
      List<String> there = saidIn(now - at, code);
      if (there.size() == n) {
        return there;
      }
      near.addAll(at < now ? there : saidIn(0, s -> discourse.inClause(s) ? null : code.apply(s)));
      if (near.size() == n) {
        return List.copyOf(near);
      }
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Discourse.Said one : discourse.said()) {
      String it = code.apply(one);
      if (it != null) {
        counts.merge(it, 1, Integer::sum);
      }
    }
    List<String> codes = new ArrayList<>(counts.keySet());
    codes.sort(Comparator.comparingInt(c -> -counts.getOrDefault(c, 0)));
    return codes.size() > n ? codes.subList(0, n) : codes;
  }

  /** Codes of what fits of the sentence so many before this one, in order. */
  List<String> saidIn(int back, Function<Discourse.Said, @Nullable String> code) {
    LinkedHashSet<String> there = new LinkedHashSet<>();
    for (Discourse.Said one : discourse.said()) {
      String it = one.sentence() == discourse.sentence() - back ? code.apply(one) : null;
      if (it != null) {
        there.add(it);
      }
    }
    return List.copyOf(there);
  }

  /** The last party that fits of the sentence so many before this one, or null. */
  @Nullable Actor lastIn(int back, Predicate<Discourse.Said> fits) {
    Discourse.Said one =
        discourse.last(s -> s.sentence() == discourse.sentence() - back && fits.test(s));
    return one == null ? null : one.actor();
  }

  /** Whether the last of some parties were spoken of after the last of others. */
  boolean nearer(List<Actor> some, List<Actor> others) {
    Discourse.Said one = discourse.last(s -> some.contains(s.actor()));
    Discourse.Said other = discourse.last(s -> others.contains(s.actor()));
    return one != null && (other == null || one.sentence() > other.sentence());
  }

  /** The one of some countries whose person this sentence has named, or null. */
  @Nullable String countryOfPersons(List<String> some) {
    String one = null;
    for (Discourse.Said said : discourse.said()) {
      String country = said.actor().country();
      if (said.sentence() == discourse.sentence() && said.isPerson() && some.contains(country)) {
        if (one != null && !one.equals(country)) {
          return null;
        }
        one = country;
      }
    }
    return one;
  }

  /** Which of some countries those mentions of this sentence are of that fit. */
  List<String> countriesHere(List<String> some, Predicate<Discourse.Said> fits) {
    return saidIn(
        0,
        said -> {
          String country = said.actor().country();
          return country != null && some.contains(country) && fits.test(said) ? country : null;
        });
  }
}
