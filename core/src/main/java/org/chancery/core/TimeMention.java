package org.chancery.core;

/**
 * A time expression with its value as ISO 8601 or TIMEX3.
 *
 * @param type {@code DATE}, {@code TIME}, {@code DURATION} or {@code SET}
 * @param precision {@code day}, {@code week}, {@code month}, {@code year}, ...
 */
public record TimeMention(
    String id, Span span, String text, String value, String type, String precision) {}
