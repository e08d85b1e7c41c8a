package org.chancery.core;

import org.jspecify.annotations.Nullable;

/**
 * A span that names a place, with coordinates in WGS 84 degrees where the gazetteer has them.
 *
 * @param precision {@code point}, {@code city}, {@code admin1}, {@code country} or {@code region}
 * @param resolvedBy the rule that chose this place
 */
public record PlaceMention(
    String id,
    Span span,
    String text,
    String name,
    @Nullable String country,
    @Nullable String admin1,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String geonameid,
    @Nullable String feature,
    String precision,
    String resolvedBy,
    double confidence) {}
