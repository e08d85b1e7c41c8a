package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Folding;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Span;
import org.chancery.core.TimeMention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Actors and times against our own sets. An actor is right when country, first sectors and name are
 * those of the answer; a time when a span that overlaps has its value.
 */
class GoldSetsTest {
  private static final double ACTORS = 0.88;
  private static final double ACTORS_ASIDE = 0.82;
  private static final double TIMES = 0.97;
  private static final double TIMES_ASIDE = 0.94;
  private static final Map<String, Set<String>> ALIASES = aliases();

  private static Map<String, Set<String>> aliases() {
    Map<String, Set<String>> all = new HashMap<>();
    for (String table : List.of("state-bodies", "organisations", "groups", "parties")) {
      for (Row row : TestEngine.ENGINE.codebook.table("actors/" + table + ".tsv")) {
        Set<String> names = new HashSet<>();
        names.add(Folding.key(row.get("name")));
        row.list("aliases").forEach(alias -> names.add(Folding.key(alias)));
        all.computeIfAbsent(row.get("id"), k -> new HashSet<>()).addAll(names);
      }
    }
    return all;
  }

  @Test
  void actorsAreWhoTheyWereOnTheDay() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    for (GoldPassages passage : GoldPassages.read("actors.txt")) {
      DocumentRecord record = passage.coded(TestEngine.ENGINE);
      for (GoldPassages.Mark mark : passage.marks()) {
        boolean right = isRight(mark.third(), best(record.actors(), mark.span()));
        String half = passage.isAside() ? "aside" : "tuned";
        for (String key : List.of(half, half + " " + mark.second())) {
          int[] count = counts.computeIfAbsent(key, k -> new int[2]);
          count[0] += right ? 1 : 0;
          count[1]++;
        }
      }
    }
    print("actors", counts);
    assertTrue(share(counts, "tuned") >= ACTORS, "tuned half");
    assertTrue(share(counts, "aside") >= ACTORS_ASIDE, "half kept aside");
  }

  @Test
  void timesHaveTheirValues() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    for (GoldPassages passage : GoldPassages.read("times.txt")) {
      DocumentRecord record = passage.coded(TestEngine.ENGINE);
      for (GoldPassages.Mark mark : passage.marks()) {
        boolean right =
            record.times().stream()
                .filter(time -> time.span().overlaps(mark.span()))
                .map(TimeMention::value)
                .anyMatch(mark.second()::equals);
        int[] count =
            counts.computeIfAbsent(passage.isAside() ? "aside" : "tuned", k -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
      }
    }
    print("times", counts);
    assertTrue(share(counts, "tuned") >= TIMES, "tuned half");
    assertTrue(share(counts, "aside") >= TIMES_ASIDE, "half kept aside");
  }

  private static double share(Map<String, int[]> counts, String key) {
    int[] count = counts.getOrDefault(key, new int[] {0, 1});
    return (double) count[0] / count[1];
  }

  private static void print(String what, Map<String, int[]> counts) {
    counts.forEach(
        (key, count) ->
            System.out.printf(
                "%s %-24s %4d of %4d right, %.4f%n",
                what, key, count[0], count[1], (double) count[0] / count[1]));
  }

  /** The actor of the mention that shares most with a span. */
  private static @Nullable Actor best(List<ActorMention> mentions, Span span) {
    ActorMention best = null;
    double top = 0;
    for (ActorMention mention : mentions) {
      int shared =
          Math.min(mention.span().end(), span.end())
              - Math.max(mention.span().begin(), span.begin());
      double share = (double) shared / mention.span().union(span).length();
      if (shared > 0 && share > top) {
        top = share;
        best = mention;
      }
    }
    return best == null ? null : best.actor();
  }

  private static boolean isRight(String answer, @Nullable Actor actor) {
    boolean nobody = actor == null || actor.id().startsWith("unresolved:");
    if (answer.equals("-")) {
      return nobody;
    }
    if (answer.equals("?")) {
      boolean kindOnly =
          actor != null
              && actor.country() == null
              && actor.members().isEmpty()
              && actor.id().indexOf(':') < 0;
      return nobody || kindOnly;
    }
    if (actor == null || nobody) {
      return false;
    }
    String[] members = answer.split(" \\+ ", -1);
    if (members.length > 1) {
      return actor.members().size() == members.length
          && Arrays.stream(members)
              .allMatch(m -> actor.members().stream().anyMatch(a -> isOne(m, a)));
    }
    return actor.members().isEmpty() && isOne(answer, actor);
  }

  private static boolean isOne(String answer, Actor actor) {
    List<String> words = new ArrayList<>(List.of(answer.split(" ")));
    String country = words.get(0).matches("[A-Z]{3}(?:-[A-Z]{3})?") ? words.remove(0) : "";
    List<String> sectors = new ArrayList<>();
    while (!words.isEmpty() && words.get(0).matches("[A-Z]{3}")) {
      sectors.add(words.remove(0));
    }
    String own = actor.country();
    boolean same = country.equals(own == null ? "" : own);
    boolean role =
        sectors.isEmpty()
            || (!actor.sectors().isEmpty() && sectors.contains(actor.sectors().get(0)));
    return same && role && (words.isEmpty() || isNamed(String.join(" ", words), actor));
  }

  private static boolean isNamed(String name, Actor actor) {
    String key = Folding.key(name);
    String own = Folding.key(actor.name());
    Set<String> aliases = ALIASES.getOrDefault(actor.id(), Set.of());
    if (key.equals(own) || aliases.contains(key)) {
      return true;
    }
    String last = PersonKeys.single(name.substring(name.lastIndexOf(' ') + 1));
    String ownLast = PersonKeys.single(actor.name().substring(actor.name().lastIndexOf(' ') + 1));
    boolean full = PersonKeys.full(name).equals(PersonKeys.full(actor.name()));
    Set<String> shared = new HashSet<>(List.of(key.split(" ")));
    shared.retainAll(List.of(own.split(" ")));
    return (full && !PersonKeys.full(name).isEmpty())
        || last.equals(ownLast)
        || (!shared.isEmpty() && shared.size() * 2 >= key.split(" ").length);
  }
}
