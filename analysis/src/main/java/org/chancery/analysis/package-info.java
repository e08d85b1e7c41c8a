/**
 * From a report to its record. {@link org.chancery.analysis.Engine} wires the stages of the
 * packages below, once, for whoever composes. Trap: an engine is heavy (the encoder, the gazetteer,
 * the examples); make one a process and share it, it is thread-safe.
 */
@NullMarked
package org.chancery.analysis;

import org.jspecify.annotations.NullMarked;
