/**
 * The record's types, the analysis that grows over a document, stages, the pipeline and the ports
 * between modules.
 *
 * <p>Main types: {@link org.chancery.core.Document}, {@link org.chancery.core.Analysis}, {@link
 * org.chancery.core.Pipeline}, {@link org.chancery.core.DocumentRecord}. Trap: every offset is a
 * half-open UTF-16 offset into {@code Document.text()}, never into a normalised view of it.
 */
@NullMarked
package org.chancery.core;

import org.jspecify.annotations.NullMarked;
