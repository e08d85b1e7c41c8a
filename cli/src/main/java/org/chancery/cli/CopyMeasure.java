package org.chancery.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.analysis.linking.Sketcher;
import org.chancery.core.Link;

/**
 * Finds the copies among texts as linking does, and compares with what they are copies of. Counted
 * are pairs of texts that stand as one source, directly or through others.
 */
final class CopyMeasure {
  private final Sketcher sketcher = new Sketcher();
  private final List<String> names = new ArrayList<>();
  private final List<String> originals = new ArrayList<>();
  private final List<List<Integer>> sketches = new ArrayList<>();

  /** Adds a text and the name of the text that it is a copy of, or its own. */
  void add(String text, String original) {
    names.add(String.format(Locale.ROOT, "%06d", names.size()));
    originals.add(original);
    sketches.add(sketcher.sketch(text));
  }

  /**
   * What was found.
   *
   * @param wanted pairs of one original
   * @param found pairs said to be of one source
   * @param right those that are both
   * @param told pairs of two originals that tell one happening
   * @param wrongTold those of them that were said to be of one source
   * @param sources how many sources there are said to be
   */
  record Found(int wanted, int found, int right, int told, int wrongTold, int sources) {
    double recall() {
      return wanted == 0 ? 1 : (double) right / wanted;
    }

    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "copies: %d pairs, %d found, %d right: precision %.4f recall %.4f; of %d pairs of other reports of one"
              + " happening %d taken for copies; %d sources%n",
          wanted,
          found,
          right,
          precision(),
          recall(),
          told,
          wrongTold,
          sources);
    }
  }

  /** Compares all. */
  Found found(ReportLinker linker, BiPredicate<String, String> oneHappening) {
    List<Link> links = links();
    Map<String, String> said = new TreeMap<>();
    List<SortedSet<String>> sources = linker.sources(names, links);
    sources.forEach(source -> source.forEach(name -> said.put(name, source.first())));
    int[] counts = new int[5];
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean same = originals.get(i).equals(originals.get(j));
        boolean one = String.valueOf(said.get(names.get(i))).equals(said.get(names.get(j)));
        boolean told = !same && oneHappening.test(originals.get(i), originals.get(j));
        counts[0] += same ? 1 : 0;
        counts[1] += one ? 1 : 0;
        counts[2] += same && one ? 1 : 0;
        counts[3] += told ? 1 : 0;
        counts[4] += told && one ? 1 : 0;
      }
    }
    return new Found(counts[0], counts[1], counts[2], counts[3], counts[4], sources.size());
  }

  /** The pairs that share a band and are alike enough. */
  private List<Link> links() {
    Map<Long, List<Integer>> under = new HashMap<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Set<Integer> near = new HashSet<>();
      for (long band : sketcher.bands(sketches.get(i))) {
        List<Integer> there = under.computeIfAbsent(band, b -> new ArrayList<>());
        near.addAll(there);
        there.add(i);
      }
      for (int other : near) {
        double likeness = sketcher.likeness(sketches.get(i), sketches.get(other));
        if (likeness >= Sketcher.COPY) {
          links.add(new Link(names.get(other), names.get(i), likeness, List.of()));
        }
      }
    }
    return links;
  }
}
