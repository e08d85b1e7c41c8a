/**
 * The record: one DuckDB file ({@link org.chancery.store.RecordStore}), and its JSON and CSV forms.
 * Trap: DuckDB lets one process write at a time; a second one gets a clear error, not a wait.
 */
@NullMarked
package org.chancery.store;

import org.jspecify.annotations.NullMarked;
