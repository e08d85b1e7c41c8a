package org.chancery.core;

import org.jspecify.annotations.Nullable;

/**
 * A counted quantity with attribution; {@code low} or {@code high} is null when open.
 *
 * @param partOf id of the figure that this one is a part of ("15 people, including 4 children")
 */
public record Figure(
    String id,
    Span span,
    String text,
    String counts,
    @Nullable Long low,
    @Nullable Long high,
    @Nullable String unit,
    @Nullable String ofWhom,
    @Nullable String byWhom,
    @Nullable String since,
    @Nullable String until,
    @Nullable String partOf,
    String attribution) {}
