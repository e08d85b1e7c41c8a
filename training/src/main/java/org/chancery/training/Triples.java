package org.chancery.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.encoder.EncoderInput;
import org.chancery.analysis.encoder.Labels;
import org.chancery.core.Span;

/**
 * The triples of one example: those of its events, and some that are none, since a party is turned
 * round, put in from elsewhere, or left out.
 */
final class Triples {
  private static final int NONE = Labels.TYPES.indexOf("NONE");
  private static final double REVERSED = 0.25;
  private static final double BYSTANDER = 0.4;
  private static final double WITH_TRIGGER = 0.5;
  private static final double CROSSED = 0.4;
  private static final double LEFT_OUT = 0.15;

  private final EncoderInput input;
  private final Example example;
  private final Random random;
  private final List<Items.Triple> triples = new ArrayList<>();

  private Triples(EncoderInput input, Example example, Random random) {
    this.input = input;
    this.example = example;
    this.random = random;
  }

  static List<Items.Triple> of(EncoderInput input, Example example, Random random) {
    Triples made = new Triples(input, example, random);
    for (Example.Labelled event : example.events()) {
      boolean trigger = random.nextDouble() < WITH_TRIGGER;
      made.triples.add(made.triple(event, trigger));
      made.reversed(event, trigger);
      made.bystander(event, trigger);
      made.crossed(event);
    }
    if (example.events().isEmpty()) {
      made.none();
    }
    return made.triples;
  }

  private Items.Triple triple(Example.Labelled event, boolean trigger) {
    return new Items.Triple(
        Items.pieces(input, Items.one(event.actors(), random)),
        Items.pieces(input, Items.one(event.recipients(), random)),
        trigger ? input.piecesOf(event.trigger()) : List.of(),
        Labels.TYPES.indexOf(event.type()),
        Labels.MODALITIES.indexOf(event.modality().key()));
  }

  private void reversed(Example.Labelled event, boolean trigger) {
    if (event.actors().isEmpty()
        || event.recipients().isEmpty()
        || Items.SYMMETRIC.contains(event.type())
        || random.nextDouble() >= REVERSED) {
      return;
    }
    Items.Triple right = triple(event, trigger);
    triples.add(
        new Items.Triple(right.recipient(), right.actor(), right.trigger(), NONE, Items.IGNORE));
  }

  /** A named party of the sentence that is on neither side, put in the place of one: no event. */
  private void bystander(Example.Labelled event, boolean trigger) {
    if (random.nextDouble() >= BYSTANDER) {
      return;
    }
    List<Span> others =
        example.marks().stream()
            .filter(mark -> List.of("per", "org", "loc").contains(mark.tag()))
            .map(Example.Mark::span)
            .filter(
                span ->
                    example.events().stream()
                        .allMatch(
                            e ->
                                e.actors().stream().noneMatch(span::overlaps)
                                    && e.recipients().stream().noneMatch(span::overlaps)
                                    && !e.trigger().overlaps(span)))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    List<Span> other = List.of(others.get(random.nextInt(others.size())));
    Items.Triple right = triple(event, trigger);
    boolean asActor = right.actor().isEmpty() || random.nextBoolean();
    triples.add(
        asActor
            ? new Items.Triple(
                Items.pieces(input, other), right.recipient(), right.trigger(), NONE, Items.IGNORE)
            : new Items.Triple(
                right.actor(), Items.pieces(input, other), right.trigger(), NONE, Items.IGNORE));
  }

  /**
   * A party of another event of the sentence, put in the place of one of this event's or where it
   * has none; or one of this event's left out: no event with these parties at this trigger.
   */
  private void crossed(Example.Labelled event) {
    Items.Triple right = triple(event, true);
    boolean asActor = random.nextBoolean();
    if (random.nextDouble() < LEFT_OUT
        && !event.actors().isEmpty()
        && !event.recipients().isEmpty()) {
      triples.add(
          asActor
              ? new Items.Triple(List.of(), right.recipient(), right.trigger(), NONE, Items.IGNORE)
              : new Items.Triple(right.actor(), List.of(), right.trigger(), NONE, Items.IGNORE));
    }
    List<Span> own = new ArrayList<>(event.actors());
    own.addAll(event.recipients());
    List<Span> others =
        example.events().stream()
            .flatMap(e -> Stream.concat(e.actors().stream(), e.recipients().stream()))
            .filter(span -> own.stream().noneMatch(span::overlaps))
            .filter(span -> !span.overlaps(event.trigger()))
            .distinct()
            .toList();
    boolean shared =
        example.events().stream()
            .anyMatch(e -> !e.equals(event) && e.trigger().overlaps(event.trigger()));
    if (others.isEmpty() || shared || random.nextDouble() >= CROSSED) {
      return;
    }
    List<Integer> other = Items.pieces(input, List.of(others.get(random.nextInt(others.size()))));
    triples.add(
        asActor
            ? new Items.Triple(other, right.recipient(), right.trigger(), NONE, Items.IGNORE)
            : new Items.Triple(right.actor(), other, right.trigger(), NONE, Items.IGNORE));
  }

  /** What could be taken for an event and is none. */
  private void none() {
    List<Integer> actor = Items.pieces(input, example.spans("a", 1));
    List<Integer> recipient = Items.pieces(input, example.spans("r", 1));
    List<Integer> trigger = Items.pieces(input, example.spans("t", 1));
    if (!actor.isEmpty() || !recipient.isEmpty()) {
      triples.add(new Items.Triple(actor, recipient, trigger, NONE, Items.IGNORE));
    }
  }
}
