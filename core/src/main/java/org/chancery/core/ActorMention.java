package org.chancery.core;

import org.jspecify.annotations.Nullable;

/** A span that refers to a party, resolved or not. */
public record ActorMention(
    String id,
    Span span,
    String text,
    Form form,
    @Nullable Actor actor,
    @Nullable String antecedent) {
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

  /** The mention with another actor and antecedent. */
  public ActorMention resolved(@Nullable Actor to, @Nullable String antecedentId) {
    return new ActorMention(id, span, text, form, to, antecedentId);
  }
}
