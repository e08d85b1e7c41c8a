package org.chancery.core;

import org.jspecify.annotations.Nullable;

/**
 * A span that refers to a party, resolved or not.
 *
 * @param antecedent id of the mention that it refers back to
 * @param resolvedBy the rule that said who it is
 * @param confidence 0 to 1; 0 where {@code actor} is null
 */
public record ActorMention(
    String id,
    Span span,
    String text,
    Form form,
    @Nullable Actor actor,
    @Nullable String antecedent,
    String resolvedBy,
    double confidence) {
  /** How the words refer. */
  public enum Form {
    NAME,
    TITLE,
    OFFICE,
    NOMINAL,
    DEMONYM,
    PRONOUN,
    METONYM
  }
}
