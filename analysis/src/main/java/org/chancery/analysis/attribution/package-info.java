/**
 * Who says it: {@link org.chancery.analysis.attribution.Attributor}.
 *
 * <p>Trap: the narrator is a source too and has no attribution row.
 */
@NullMarked
package org.chancery.analysis.attribution;

import org.jspecify.annotations.NullMarked;
