package org.chancery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Two records of the same reports, event by event: an event is the same or changed when the other
 * record has one of the same trigger and parties, else of the same trigger, else of the same
 * parties in the same sentence; what finds no partner came or went.
 */
record Comparison(
    int same, List<Difference> differences, List<String> onlyBefore, List<String> onlyAfter) {
  enum Kind {
    CAME,
    WENT,
    CHANGED
  }

  /** An event that came (no before), went (no after) or changed. */
  record Difference(@Nullable ComparedEvent before, @Nullable ComparedEvent after) {
    Kind kind() {
      return before == null ? Kind.CAME : after == null ? Kind.WENT : Kind.CHANGED;
    }

    ComparedEvent shown() {
      return Objects.requireNonNull(after == null ? before : after);
    }
  }

  long count(Kind kind) {
    return differences.stream().filter(d -> d.kind() == kind).count();
  }

  static Comparison of(ComparedEvent.Reports before, ComparedEvent.Reports after) {
    int same = 0;
    List<Difference> differences = new ArrayList<>();
    List<String> onlyBefore = new ArrayList<>(before.documents());
    onlyBefore.removeAll(after.documents());
    List<String> onlyAfter = new ArrayList<>(after.documents());
    onlyAfter.removeAll(before.documents());
    TreeSet<String> both = new TreeSet<>(before.documents());
    both.retainAll(after.documents());
    for (String document : both) {
      List<ComparedEvent> old = new ArrayList<>(before.of(document));
      List<ComparedEvent> now = new ArrayList<>(after.of(document));
      List<Difference> here = new ArrayList<>();
      List<BiPredicate<ComparedEvent, ComparedEvent>> ways =
          List.of(
              (a, b) -> a.changes(b).isEmpty() && a.sameTrigger(b),
              (a, b) -> a.sameTrigger(b) && a.sameParties(b),
              ComparedEvent::sameTrigger,
              (a, b) -> a.sentence().equals(b.sentence()) && a.sameParties(b));
      for (BiPredicate<ComparedEvent, ComparedEvent> way : ways) {
        for (ComparedEvent event : List.copyOf(old)) {
          ComparedEvent partner =
              now.stream().filter(other -> way.test(event, other)).findFirst().orElse(null);
          if (partner == null) {
            continue;
          }
          old.remove(event);
          now.remove(partner);
          if (event.changes(partner).isEmpty()) {
            same++;
          } else {
            here.add(new Difference(event, partner));
          }
        }
      }
      old.forEach(event -> here.add(new Difference(event, null)));
      now.forEach(event -> here.add(new Difference(null, event)));
      here.sort(java.util.Comparator.comparingInt(d -> d.shown().begin()));
      differences.addAll(here);
    }
    return new Comparison(same, List.copyOf(differences), onlyBefore, onlyAfter);
  }
}
