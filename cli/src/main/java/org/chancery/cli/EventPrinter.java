package org.chancery.cli;

import java.io.PrintWriter;
import java.util.List;
import org.chancery.core.ChanceryException;
import org.chancery.core.DocumentRecord;
import org.chancery.store.EventCsv;
import org.chancery.store.EventRow;
import org.chancery.store.RecordJson;
import org.jspecify.annotations.Nullable;

/** Prints what was coded, report by report, in the form that was asked for. */
final class EventPrinter {
  /** The forms; of JSONL a line is a report, else an event. */
  enum Format {
    TABLE,
    JSONL,
    CSV
  }

  private final PrintWriter out;
  private final Format format;
  private boolean headed;

  EventPrinter(PrintWriter out, Format format) {
    this.out = out;
    this.format = format;
  }

  /**
   * Prints a report: its record, which is null where it was coded before, or its rows.
   *
   * @throws ChanceryException where nobody reads on
   */
  void print(@Nullable DocumentRecord made, List<EventRow> rows) {
    switch (format) {
      case JSONL -> {
        if (made != null) {
          out.println(RecordJson.line(made));
        }
      }
      case CSV -> {
        if (!headed) {
          out.println(EventCsv.header());
        }
        rows.forEach(row -> out.println(EventCsv.line(row)));
        headed = true;
      }
      case TABLE -> {
        if (!headed && !rows.isEmpty()) {
          out.println(EventTable.header());
          headed = true;
        }
        rows.forEach(row -> out.println(EventTable.line(row)));
      }
    }
    if (out.checkError()) {
      throw new ChanceryException("output", "the output was closed");
    }
  }
}
