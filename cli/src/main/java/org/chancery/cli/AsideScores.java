package org.chancery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.coding.Confidence;
import org.chancery.analysis.coding.EventCoder;
import org.chancery.analysis.coding.Evidence;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
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
  private final List<Confidence.Observed> thought = new ArrayList<>();
  private final List<Confidence.Observed> kept = new ArrayList<>();

  void add(Example example, Analysis analysis) {
    List<EventMention> mentions = analysis.get(Layer.EVENT_MENTIONS);
    for (Evidence one : analysis.get(EventCoder.EVIDENCE)) {
      thought.add(
          new Confidence.Observed(
              one.values(), one.mention().confidence(), fits(example, one.mention())));
    }
    for (EventMention m : mentions) {
      kept.add(new Confidence.Observed(Map.of(), m.confidence(), fits(example, m)));
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

  private static boolean fits(Example example, EventMention m) {
    return example.events().stream().anyMatch(e -> e.type().equals(m.type()) && same(e, m));
  }

  private static boolean same(Example.Labelled event, EventMention m) {
    Span trigger = m.trigger().span();
    return trigger.overlaps(event.trigger()) || bothSides(event, m);
  }

  private static boolean bothSides(Example.Labelled event, EventMention m) {
    return EventScores.touches(m.actors(), event.actors())
        && EventScores.touches(m.recipients(), event.recipients());
  }

  /** All that was thought of, with its evidence. */
  List<Confidence.Observed> thought() {
    return List.copyOf(thought);
  }

  String report() {
    long correct = kept.stream().filter(Confidence.Observed::right).count();
    return EventScores.line("labelled events found", found, labelled)
        + EventScores.line("found with the right type", right, labelled)
        + EventScores.line("right modality, of those", modality, right)
        + EventScores.line("sides swapped", swapped, labelled)
        + EventScores.line("mentions that are right (precision)", (int) correct, kept.size())
        + EventScores.line("sentences without an event left alone", quiet, none)
        + String.format(
            Locale.ROOT,
            "| expected calibration error of the confidence | %.4f | %d mentions |%n",
            Confidence.error(kept),
            kept.size());
  }
}
