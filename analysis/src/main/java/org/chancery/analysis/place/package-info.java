/**
 * Where: {@link org.chancery.analysis.place.PlaceResolver}.
 *
 * <p>Trap: places are found in every sentence, gated or not.
 */
@NullMarked
package org.chancery.analysis.place;

import org.jspecify.annotations.NullMarked;
