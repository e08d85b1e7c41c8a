package org.chancery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.coding.Calibration;
import org.chancery.core.EventMention;
import org.chancery.core.Span;

/**
 * The coder on whole sentences of the examples kept aside: a mention is right when a labelled event
 * has its type and shares words with its trigger, or with both of its sides.
 */
final class AsideScores {
  private int labelled;
  private int found;
  private int right;
  private int modality;
  private int swapped;
  private int quiet;
  private int none;
  private final List<Calibration.Observed> observed = new ArrayList<>();

  void add(Example example, List<EventMention> mentions) {
    for (EventMention m : mentions) {
      boolean fits =
          example.events().stream().anyMatch(e -> e.type().equals(m.type()) && same(e, m));
      observed.add(new Calibration.Observed(m.confidence(), fits));
    }
    if (example.events().isEmpty()) {
      none++;
      quiet += mentions.isEmpty() ? 1 : 0;
    }
    for (Example.Labelled event : example.events()) {
      labelled++;
      List<EventMention> here = mentions.stream().filter(m -> same(event, m)).toList();
      found += here.isEmpty() ? 0 : 1;
      List<EventMention> typed = here.stream().filter(m -> m.type().equals(event.type())).toList();
      right += typed.isEmpty() ? 0 : 1;
      modality += typed.stream().anyMatch(m -> m.modality() == event.modality()) ? 1 : 0;
      boolean turned =
          mentions.stream()
              .anyMatch(
                  m ->
                      EventScores.touches(m.actors(), event.recipients())
                          && EventScores.touches(m.recipients(), event.actors()));
      swapped += turned && here.stream().noneMatch(m -> bothSides(event, m)) ? 1 : 0;
    }
  }

  private static boolean same(Example.Labelled event, EventMention m) {
    Span trigger = m.trigger().span();
    return trigger.overlaps(event.trigger()) || bothSides(event, m);
  }

  private static boolean bothSides(Example.Labelled event, EventMention m) {
    return EventScores.touches(m.actors(), event.actors())
        && EventScores.touches(m.recipients(), event.recipients());
  }

  List<Calibration.Observed> observed() {
    return List.copyOf(observed);
  }

  String report() {
    long correct = observed.stream().filter(Calibration.Observed::right).count();
    return EventScores.line("labelled events found", found, labelled)
        + EventScores.line("found with the right type", right, labelled)
        + EventScores.line("right modality, of those", modality, right)
        + EventScores.line("sides swapped", swapped, labelled)
        + EventScores.line("mentions that are right (precision)", (int) correct, observed.size())
        + EventScores.line("sentences without an event left alone", quiet, none)
        + String.format(
            Locale.ROOT,
            "| expected calibration error of the confidence | %.4f | %d mentions |%n",
            new Calibration(1, 0).error(observed),
            observed.size());
  }
}
