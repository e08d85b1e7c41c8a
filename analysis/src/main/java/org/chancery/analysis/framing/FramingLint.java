package org.chancery.analysis.framing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/**
 * Checks that the framing terms are neutral as a whole: a dispute has the terms of all its sides.
 */
public final class FramingLint {
  private static final Set<String> KINDS =
      Set.of("party", "act", "place", "person", "thing", "doubt");

  /** One side may have so many times the terms of another. */
  private static final int MOST_TIMES = 4;

  private FramingLint() {}

  /** The faults, each with file and line and what to do. */
  public static List<String> check(Codebook codebook) {
    List<String> faults = new ArrayList<>();
    Map<String, Map<String, Integer>> sides = new TreeMap<>();
    Map<String, Row> first = new TreeMap<>();
    for (Row row : codebook.table("framing/terms.tsv")) {
      if (!KINDS.contains(row.get("kind"))) {
        faults.add(
            row.fault(
                    "unknown kind '" + row.get("kind") + "'; write one of " + new TreeSet<>(KINDS))
                .getMessage());
      }
      if (row.get("neutral").isEmpty()) {
        faults.add(
            row.fault("has no neutral referent; say what it is in plain words").getMessage());
      }
      first.putIfAbsent(row.get("conflict"), row);
      sides
          .computeIfAbsent(row.get("conflict"), k -> new TreeMap<>())
          .merge(row.get("side"), 1, Integer::sum);
    }
    sides.remove("general");
    sides.forEach(
        (conflict, counts) -> {
          int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
          int least = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
          Row row = first.get(conflict);
          if (row != null && (counts.size() < 2 || most > least * MOST_TIMES)) {
            faults.add(
                row.fault(
                        "conflict '"
                            + conflict
                            + "' has terms of its sides "
                            + counts
                            + "; add those of the other side")
                    .getMessage());
          }
        });
    return faults;
  }
}
