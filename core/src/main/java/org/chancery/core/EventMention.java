package org.chancery.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One coded statement in a text that actors did something to recipients.
 *
 * @param quadClass 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
 *     conflict
 * @param goldstein value of the CAMEO code in the Goldstein table, -10 to 10
 * @param attribution id of the attribution that it stands in, or {@link #NARRATOR}
 * @param within id of the event mention whose content it is
 * @param codedBy {@code rule:<id>} or {@code model:<id>}
 */
public record EventMention(
    String id,
    String type,
    @Nullable String mode,
    List<String> contexts,
    @Nullable String cameo,
    int quadClass,
    double goldstein,
    Modality modality,
    List<Participant> actors,
    List<Participant> recipients,
    boolean symmetric,
    Trigger trigger,
    Span sentence,
    @Nullable EventTime time,
    @Nullable String place,
    String attribution,
    @Nullable String within,
    double confidence,
    String codedBy) {
  /** The value of {@code attribution} when nobody but the report says it. */
  public static final String NARRATOR = "narrator";

  /** Copies the lists. */
  public EventMention {
    contexts = List.copyOf(contexts);
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
  }

  /** The same, of another happening at another place. */
  public EventMention at(String otherPlace) {
    return with(Ids.of("em", id, otherPlace), otherPlace, within, confidence);
  }

  /** This mention as the content of another. */
  public EventMention within(String other) {
    return with(id, place, other, confidence);
  }

  /** This mention with another confidence, from 0 to 1. */
  public EventMention sure(double otherConfidence) {
    return with(id, place, within, otherConfidence);
  }

  private EventMention with(
      String otherId, @Nullable String otherPlace, @Nullable String other, double otherConfidence) {
    return new EventMention(
        otherId,
        type,
        mode,
        contexts,
        cameo,
        quadClass,
        goldstein,
        modality,
        actors,
        recipients,
        symmetric,
        trigger,
        sentence,
        time,
        otherPlace,
        attribution,
        other,
        otherConfidence,
        codedBy);
  }

  /** One side's part; {@code mention} is null for words that no actor mention covers. */
  public record Participant(@Nullable String mention, Span span, String text, String code) {}

  /** The words that say the event. */
  public record Trigger(Span span, String text) {}

  /** When; {@code span} is null when only the publication date bounds it. */
  public record EventTime(String value, String precision, @Nullable Span span) {}
}
