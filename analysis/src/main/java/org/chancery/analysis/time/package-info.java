/**
 * When: {@link org.chancery.analysis.time.DateResolver}.
 *
 * <p>Trap: values are anchored to the publication date; without one only full dates resolve.
 */
@NullMarked
package org.chancery.analysis.time;

import org.jspecify.annotations.NullMarked;
