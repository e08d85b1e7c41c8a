package org.chancery.store.export;

import org.chancery.store.EventFilter;
import org.chancery.store.RecordStore;

/**
 * What is exported: the form, the table where the form holds one, and which events.
 *
 * @param filter which events; of the other tables, what belongs to the reports of these events, and
 *     without any part all
 */
public record Export(ExportFormat format, ExportTable table, EventFilter filter) {
  /** Refuses a table that the form cannot hold. */
  public Export {
    if (table != ExportTable.EVENTS && !format.holdsAnyTable()) {
      throw new IllegalArgumentException(
          format.key() + " holds no chosen table; use csv, jsonl or parquet for " + table.key());
    }
  }

  /** Events in this form. */
  public static Export events(ExportFormat format, EventFilter filter) {
    return new Export(format, ExportTable.EVENTS, filter);
  }

  /** The same, with each event told once where the filter asks for that. */
  Export once(RecordStore store) {
    return new Export(format, table, filter.once(store));
  }
}
