/**
 * One event from its mentions: {@link org.chancery.analysis.linking.EventLinker}.
 *
 * <p>Trap: linking stays inside one document.
 */
@NullMarked
package org.chancery.analysis.linking;

import org.jspecify.annotations.NullMarked;
