package org.chancery.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who says what: source, cue and content, with the attribution that it is nested in. */
public record Attribution(
    String id,
    @Nullable Source source,
    List<Span> cue,
    List<Span> content,
    Form form,
    @Nullable String parent) {
  /** Copies the lists. */
  public Attribution {
    cue = List.copyOf(cue);
    content = List.copyOf(content);
  }

  /** How the words are given. */
  public enum Form {
    DIRECT,
    INDIRECT,
    MIXED
  }

  /** The speaker: the words and the actor mention that they are, if any. */
  public record Source(List<Span> spans, String text, @Nullable String actor) {
    /** Copies the list. */
    public Source {
      spans = List.copyOf(spans);
    }
  }
}
