package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.core.Link;

/**
 * Events from links: connected components, each refined by average linkage so that a chain of
 * neighbours does not become one event. Depends on the set of mentions and links only, not on their
 * order.
 */
final class Clusters {
  /** A component of more mentions is first cut at ever higher scores. */
  static final int MOST = 300;

  private static final double STEP = 0.05;
  private final double least;
  private final double missing;

  /**
   * Clusters that keep an average score.
   *
   * @param least the lowest average score between two halves of an event
   * @param missing the score of a pair without a link
   */
  Clusters(double least, double missing) {
    this.least = least;
    this.missing = missing;
  }

  /** The mentions that links join directly or through others, in order of their smallest. */
  static List<SortedSet<String>> components(Collection<String> mentions, Collection<Link> links) {
    Map<String, String> parents = new HashMap<>();
    mentions.forEach(mention -> parents.put(mention, mention));
    for (Link link : links) {
      String one = root(parents, link.one());
      String other = root(parents, link.other());
      if (one.compareTo(other) < 0) {
        parents.put(other, one);
      } else {
        parents.put(one, other);
      }
    }
    Map<String, SortedSet<String>> components = new TreeMap<>();
    for (String mention : mentions) {
      components.computeIfAbsent(root(parents, mention), k -> new TreeSet<>()).add(mention);
    }
    return List.copyOf(components.values());
  }

  /** Joins the events that a person has linked, but where that would join a pair held apart. */
  static List<SortedSet<String>> together(
      List<SortedSet<String>> events, Collection<Link> byHand, Collection<Link> apart) {
    List<SortedSet<String>> joined = new ArrayList<>(events);
    for (Link link :
        byHand.stream()
            .sorted(Comparator.comparing(Link::one).thenComparing(Link::other))
            .toList()) {
      SortedSet<String> one = holding(joined, link.one());
      SortedSet<String> other = holding(joined, link.other());
      if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
        continue;
      }
      SortedSet<String> both = new TreeSet<>(one);
      both.addAll(other);
      if (apart.stream().noneMatch(a -> both.contains(a.one()) && both.contains(a.other()))) {
        joined.remove(one);
        joined.remove(other);
        joined.add(both);
      }
    }
    joined.sort(Comparator.comparing((SortedSet<String> event) -> event.first()));
    return joined;
  }

  private static SortedSet<String> holding(List<SortedSet<String>> events, String mention) {
    return events.stream().filter(e -> e.contains(mention)).findFirst().orElseGet(TreeSet::new);
  }

  private static String root(Map<String, String> parents, String mention) {
    String at = mention;
    String parent = parents.get(at);
    while (parent != null && !parent.equals(at)) {
      String above = parents.getOrDefault(parent, parent);
      parents.put(at, above);
      at = parent;
      parent = above;
    }
    return at;
  }

  /**
   * The events of one component.
   *
   * @param apart pairs that a person has said are not one, whatever the scores
   */
  List<SortedSet<String>> refine(
      SortedSet<String> component, Collection<Link> links, Collection<Link> apart) {
    return refine(component, links, apart, least);
  }

  private List<SortedSet<String>> refine(
      SortedSet<String> component, Collection<Link> links, Collection<Link> apart, double floor) {
    if (component.size() <= MOST || floor > 1) {
      return component.size() == 1 ? List.of(component) : average(component, links, apart);
    }
    List<Link> strong = links.stream().filter(link -> link.score() >= floor).toList();
    List<SortedSet<String>> events = new ArrayList<>();
    for (SortedSet<String> part : components(component, strong)) {
      List<Link> inside =
          strong.stream()
              .filter(link -> part.contains(link.one()) && part.contains(link.other()))
              .toList();
      events.addAll(refine(part, inside, apart, floor + STEP));
    }
    return List.copyOf(events);
  }

  private List<SortedSet<String>> average(
      SortedSet<String> component, Collection<Link> links, Collection<Link> apart) {
    List<String> ids = List.copyOf(component);
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      index.put(ids.get(i), i);
    }
    double[][] sums = new double[ids.size()][ids.size()];
    for (double[] row : sums) {
      java.util.Arrays.fill(row, missing);
    }
    for (Link link : links) {
      set(sums, index, link, link.score());
    }
    for (Link link : apart) {
      set(sums, index, link, Double.NEGATIVE_INFINITY);
    }
    return merged(ids, sums);
  }

  private static void set(double[][] sums, Map<String, Integer> index, Link link, double score) {
    Integer one = index.get(link.one());
    Integer other = index.get(link.other());
    if (one != null && other != null) {
      sums[one][other] = score;
      sums[other][one] = score;
    }
  }

  private List<SortedSet<String>> merged(List<String> ids, double[][] sums) {
    int size = ids.size();
    int[] sizes = new int[size];
    java.util.Arrays.fill(sizes, 1);
    List<SortedSet<String>> groups = new ArrayList<>();
    ids.forEach(id -> groups.add(new TreeSet<>(Set.of(id))));
    Set<Integer> alive = new HashSet<>();
    for (int i = 0; i < size; i++) {
      alive.add(i);
    }
    while (true) {
      int a = -1;
      int b = -1;
      double best = least;
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; alive.contains(i) && j < size; j++) {
          double mean = alive.contains(j) ? sums[i][j] / (sizes[i] * sizes[j]) : -1;
          if (mean > best || (mean == best && a < 0)) {
            best = mean;
            a = i;
            b = j;
          }
        }
      }
      if (a < 0) {
        break;
      }
      for (int k = 0; k < size; k++) {
        sums[a][k] += sums[b][k];
        sums[k][a] = sums[a][k];
      }
      sizes[a] += sizes[b];
      groups.get(a).addAll(groups.get(b));
      alive.remove(b);
    }
    return alive.stream()
        .map(groups::get)
        .sorted(Comparator.comparing((SortedSet<String> group) -> group.first()))
        .toList();
  }
}
