package org.chancery.analysis.linking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Actor;
import org.chancery.core.MentionProfile;

/**
 * Whether the parties of two mentions agree. A person stands for office and country, so codes are
 * compared by country and by being of the state or not. Codes of a kind only ({@code MIL}, {@code
 * UNK}) are unknown parties.
 */
final class Parties {
  /** Country slots that name no party by themselves. */
  private static final Set<String> NAMED_SLOTS = Set.of("EUR", "UNO");

  /** Sectors of a country that do not act for its state. */
  private static final Set<String> APART =
      Set.of("REB", "OPP", "UAF", "CRM", "PRM", "CVL", "NGO", "LAB", "AGR", "REL");

  private final Set<String> kinds = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();

  Parties(Codebook codebook) {
    for (Row row : codebook.table("ontology/sectors.tsv")) {
      if (!NAMED_SLOTS.contains(row.get("code"))) {
        kinds.add(row.get("code"));
      }
      if (row.get("use").equals("country-slot")) {
        bodies.add(row.get("code"));
      }
    }
  }

  /**
   * How the two sides compare.
   *
   * @param same sides (0 to 2) with a named party in common
   * @param supported sides that one report leaves unknown while it speaks of the other's party
   * @param unknown sides that say nothing
   * @param different sides with named parties and none in common
   * @param shared the parties in common
   */
  record Match(int same, int supported, int unknown, int different, Set<String> shared) {
    private Match and(Match next) {
      Set<String> both = new TreeSet<>(shared);
      both.addAll(next.shared);
      return new Match(
          same + next.same,
          supported + next.supported,
          unknown + next.unknown,
          different + next.different,
          both);
    }

    private int rank() {
      return 10 * same - 6 * different + supported;
    }
  }

  /** The better of straight and, for a symmetric type, turned comparison. */
  Match match(MentionProfile one, MentionProfile other) {
    Match straight =
        sides(one, one.actors(), other, other.actors())
            .and(sides(one, one.recipients(), other, other.recipients()));
    if (!one.symmetric() && !other.symmetric()) {
      return straight;
    }
    Match turned =
        sides(one, one.actors(), other, other.recipients())
            .and(sides(one, one.recipients(), other, other.actors()));
    return turned.rank() > straight.rank() ? turned : straight;
  }

  private Match sides(
      MentionProfile one, List<String> left, MentionProfile other, List<String> right) {
    Set<String> a = known(left);
    Set<String> b = known(right);
    if (a.isEmpty() && b.isEmpty()) {
      return new Match(0, 0, 1, 0, Set.of());
    }
    if (a.isEmpty() || b.isEmpty()) {
      Set<String> there = a.isEmpty() ? b : a;
      List<String> countries = (a.isEmpty() ? one : other).report().countries();
      if (there.stream().anyMatch(p -> countries.contains(p.substring(0, 3)))) {
        return new Match(0, 1, 0, 0, Set.of());
      }
      // a coalition or other body stands for no country that its report does not name
      boolean body = !bodies(a.isEmpty() ? left : right).isEmpty();
      return new Match(0, 0, body ? 0 : 1, body ? 1 : 0, Set.of());
    }
    Set<String> shared = new TreeSet<>(a);
    shared.retainAll(b);
    if (!shared.isEmpty()) {
      return new Match(1, 0, 0, 0, shared);
    }
    boolean stands = mayStand(one, left, b) || mayStand(other, right, a);
    return stands ? new Match(0, 1, 0, 0, Set.of()) : new Match(0, 0, 0, 1, Set.of());
  }

  /** The coalitions and other bodies of a side, by their slot ({@code IGO}, {@code EUR}). */
  private Set<String> bodies(List<String> codes) {
    Set<String> found = new TreeSet<>();
    codes.forEach(code -> found.add(code.split(" ")[0]));
    found.retainAll(bodies);
    return found;
  }

  /** Whether a side is of a body, and its report names a country that the body may stand for. */
  private boolean mayStand(MentionProfile one, List<String> codes, Set<String> countries) {
    return !bodies(codes).isEmpty()
        && countries.stream()
            .anyMatch(party -> one.report().countries().contains(party.substring(0, 3)));
  }

  /**
   * Whether two parties do the same to a third: two deeds, whatever else agrees. Two that accuse
   * one another of one deed are each other's victims and may tell one; and a coalition may be one
   * of its members where its report names that country.
   */
  boolean otherDoers(MentionProfile one, MentionProfile other) {
    if (one.symmetric() || other.symmetric()) {
      return false;
    }
    Set<String> doers = known(one.actors());
    Set<String> others = known(other.actors());
    Set<String> all = new TreeSet<>(doers);
    all.addAll(bodies(one.actors()));
    Set<String> allOthers = new TreeSet<>(others);
    allOthers.addAll(bodies(other.actors()));
    return !all.isEmpty()
        && !allOthers.isEmpty()
        && disjoint(all, allOthers)
        && !mayStand(one, one.actors(), others)
        && !mayStand(other, other.actors(), doers)
        && disjoint(doers, known(other.recipients()))
        && disjoint(others, known(one.recipients()));
  }

  private static boolean disjoint(Set<String> one, Set<String> other) {
    return one.stream().noneMatch(other::contains);
  }

  /** On how many sides (0 to 2) the two share a sector while one of them names no country. */
  int sameKinds(MentionProfile one, MentionProfile other) {
    return (sameKind(one.actors(), other.actors()) ? 1 : 0)
        + (sameKind(one.recipients(), other.recipients()) ? 1 : 0);
  }

  private boolean sameKind(List<String> left, List<String> right) {
    if (!known(left).isEmpty() && !known(right).isEmpty()) {
      return false;
    }
    Set<String> shared = sectors(left);
    shared.retainAll(sectors(right));
    return !shared.isEmpty();
  }

  private Set<String> sectors(List<String> codes) {
    Set<String> sectors = new HashSet<>();
    for (String code : codes) {
      for (String part : code.split("[ +]")) {
        if (kinds.contains(part) && !part.equals(Actor.UNKNOWN_CODE)) {
          sectors.add(part);
        }
      }
    }
    return sectors;
  }

  /** The named parties of a side: country, with {@code !} where it is not of the state. */
  Set<String> known(List<String> codes) {
    Set<String> known = new TreeSet<>();
    for (String code : codes) {
      for (String party : code.split("\\+")) {
        String[] parts = party.split(" ");
        if (parts[0].length() == 3 && !kinds.contains(parts[0])) {
          boolean apart = parts.length > 1 && APART.contains(parts[1]);
          known.add(apart ? parts[0] + "!" : parts[0]);
        }
      }
    }
    return known;
  }
}
