/**
 * One event from its mentions: {@link org.chancery.analysis.linking.EventLinker} within a report,
 * {@link org.chancery.analysis.linking.ReportLinker} across reports, {@link
 * org.chancery.analysis.linking.Sketcher} for copies.
 *
 * <p>Trap: a link may depend on its two mentions only; what looks at a third, or at how often a
 * word stands in the record, makes events depend on the order in which reports came.
 */
@NullMarked
package org.chancery.analysis.linking;

import org.jspecify.annotations.NullMarked;
