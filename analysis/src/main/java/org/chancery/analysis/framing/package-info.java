/**
 * Loaded expressions: {@link org.chancery.analysis.framing.FramingReader}.
 *
 * <p>Trap: a framing says how somebody speaks of a thing; it never changes what is coded.
 */
@NullMarked
package org.chancery.analysis.framing;

import org.jspecify.annotations.NullMarked;
