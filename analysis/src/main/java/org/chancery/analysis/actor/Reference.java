package org.chancery.analysis.actor;

import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Words that mean parties named elsewhere in a report, or known by what is said of them. */
interface Reference {
  /** Whether words that no party fits are no mention at all. */
  default boolean isTentative(String words) {
    return false;
  }

  /** Whether the words may name countries or persons themselves. */
  default boolean isNamed() {
    return false;
  }

  /** Where a sentence has words that match a pattern. */
  static List<Span> all(Pattern words, String text, Span sentence) {
    return words
        .matcher(text)
        .region(sentence.begin(), sentence.end())
        .results()
        .map(found -> new Span(found.start(), found.end()))
        .toList();
  }

  /** Where a sentence has such words. */
  List<Span> find(String text, Span sentence);

  /** Who is meant on the day of the report, or null where no one fits or several do. */
  @Nullable Actor resolve(String text, Span span, Discourse discourse, String day);
}
