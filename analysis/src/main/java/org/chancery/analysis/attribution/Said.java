package org.chancery.analysis.attribution;

import java.util.List;
import org.chancery.core.Span;

/**
 * One cue with its source (empty when none is named) and content, and the sentence that it is in.
 */
record Said(Span cue, List<Span> source, List<Span> content, Span sentence) {
  /** Copies the lists. */
  Said {
    source = List.copyOf(source);
    content = List.copyOf(content);
  }

  Said with(List<Span> other) {
    return new Said(cue, source, other, sentence);
  }

  /** Whether another is the same report again: a part of the same words, or of the same cue. */
  boolean repeats(Said other) {
    return cue.overlaps(other.cue)
        || (content.equals(other.content) && source.equals(other.source));
  }

  /** Characters of content. */
  int length() {
    return content.stream().mapToInt(Span::length).sum();
  }
}
