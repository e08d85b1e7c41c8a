package org.chancery.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One happening, linked from its mentions.
 *
 * @param sources who says so: attribution source names, or the narrator
 * @param count {@code one} or {@code series}
 */
public record Event(
    String id,
    String type,
    List<String> mentions,
    List<String> actors,
    List<String> recipients,
    @Nullable String date,
    @Nullable String place,
    Modality modality,
    List<String> sources,
    String count) {
  /** Copies the lists. */
  public Event {
    mentions = List.copyOf(mentions);
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
    sources = List.copyOf(sources);
  }
}
