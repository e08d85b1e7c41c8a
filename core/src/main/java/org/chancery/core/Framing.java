package org.chancery.core;

import org.jspecify.annotations.Nullable;

/** A loaded expression with its neutral referent and whose words it is. */
public record Framing(
    String id,
    Span span,
    String text,
    String term,
    @Nullable String referent,
    String attribution) {}
