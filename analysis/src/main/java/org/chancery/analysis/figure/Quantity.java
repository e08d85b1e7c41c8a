package org.chancery.analysis.figure;

import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number as the words give it, with its hedge.
 *
 * @param low inclusive, null when open
 * @param high inclusive, null when open
 * @param unit {@code percent} or an ISO 4217 currency, else empty
 */
record Quantity(Span span, @Nullable Long low, @Nullable Long high, String unit) {}
