/**
 * The record as files for other tools: {@link org.chancery.store.export.Export} says what, {@link
 * org.chancery.store.export.Exporter} writes it.
 *
 * <p>Trap: offsets are UTF-16 code units, DuckDB counts code points; words are cut by {@link
 * org.chancery.store.Cut} only, which counts both.
 */
@NullMarked
package org.chancery.store.export;

import org.jspecify.annotations.NullMarked;
