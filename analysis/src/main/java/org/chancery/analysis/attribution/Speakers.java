package org.chancery.analysis.attribution;

import org.chancery.core.Analysis;
import org.chancery.core.Attribution;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.Span;

/** Whose words a span is: ties events, figures and framings to their attribution. */
public final class Speakers {
  private Speakers() {}

  /**
   * Id of the attribution with the shortest content that holds the span, or {@link
   * EventMention#NARRATOR}.
   */
  public static String of(Analysis analysis, Span span) {
    String id = EventMention.NARRATOR;
    int shortest = Integer.MAX_VALUE;
    for (Attribution attribution : analysis.get(Layer.ATTRIBUTIONS)) {
      boolean holds = attribution.content().stream().anyMatch(c -> c.contains(span));
      int length = attribution.content().stream().mapToInt(Span::length).sum();
      if (holds && length < shortest) {
        shortest = length;
        id = attribution.id();
      }
    }
    return id;
  }
}
