/**
 * Counted quantities: {@link org.chancery.analysis.figure.FigureReader}.
 *
 * <p>Trap: "over 34,650" is a lower bound, not a count; a figure whose {@code low} and {@code high}
 * differ is a range as the words give it.
 */
@NullMarked
package org.chancery.analysis.figure;

import org.jspecify.annotations.NullMarked;
