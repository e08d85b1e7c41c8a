package org.chancery.cli;

import java.util.List;
import java.util.Locale;
import org.chancery.core.EventMention;
import org.chancery.core.Span;

/**
 * Pairs of parties found by the coder in plain text: a mention matches a pair when each of its
 * sides shares a character with that side of the pair.
 */
final class EventScores {
  private int rows;
  private int found;
  private int right;
  private int matches;
  private int matchesRight;
  private int swapped;
  private int mentions;

  void add(PairRow row, List<EventMention> coded, boolean yield) {
    rows++;
    mentions += coded.size();
    int here = 0;
    int hereRight = 0;
    boolean turned = false;
    for (EventMention m : coded) {
      boolean match =
          touches(m.actors(), row.actors()) && touches(m.recipients(), row.recipients());
      boolean type = PairRow.older(m.type(), yield).equals(row.root());
      here += match ? 1 : 0;
      hereRight += match && type ? 1 : 0;
      turned |= touches(m.actors(), row.recipients()) && touches(m.recipients(), row.actors());
    }
    found += here > 0 ? 1 : 0;
    right += hereRight > 0 ? 1 : 0;
    matches += here;
    matchesRight += hereRight;
    swapped += here == 0 && turned ? 1 : 0;
  }

  static boolean touches(List<EventMention.Participant> side, List<Span> gold) {
    return side.stream().anyMatch(p -> gold.stream().anyMatch(p.span()::overlaps));
  }

  /** Rows of a Markdown table. */
  String report() {
    return line("pairs found (any type)", found, rows)
        + line("pairs found with the right type", right, rows)
        + line("right type where found", right, found)
        + line("matching mentions with the right type", matchesRight, matches)
        + line("sides swapped", swapped, rows)
        + line("event mentions a sentence", mentions, rows);
  }

  static String line(String what, int part, int all) {
    return String.format(
        Locale.ROOT,
        "| %s | %.4f | %d of %d |%n",
        what,
        all == 0 ? 0 : (double) part / all,
        part,
        all);
  }
}
