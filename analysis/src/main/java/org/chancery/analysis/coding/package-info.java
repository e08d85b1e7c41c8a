/**
 * What happened: {@link org.chancery.analysis.coding.EventCoder} and what it consults.
 *
 * <p>Trap: the encoder decides the type; rules and nearest examples constrain it.
 */
@NullMarked
package org.chancery.analysis.coding;

import org.jspecify.annotations.NullMarked;
