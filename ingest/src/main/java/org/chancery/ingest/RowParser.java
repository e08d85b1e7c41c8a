package org.chancery.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of separated values (RFC 4180), fed line by line, since a quoted field may hold line
 * ends. A quotation mark inside an unquoted field is a character like others.
 */
final class RowParser {
  /** Where the row stands after a line. */
  enum State {
    /** The row is complete. */
    DONE,
    /** A quoted field goes on in the next line. */
    OPEN,
    /** Something other than a separator follows a closing quotation mark. */
    STRAY
  }

  private final char separator;
  private final boolean quoted;
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private boolean open;

  RowParser(char separator, boolean quoted) {
    this.separator = separator;
    this.quoted = quoted;
  }

  List<String> fields() {
    return fields;
  }

  /** Reads one line, given without its line feed. */
  State feed(String whole) {
    String line = whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
    int at = 0;
    if (open) {
      field.append('\n');
    }
    while (true) {
      if (!open && quoted && at < line.length() && line.charAt(at) == '"') {
        open = true;
        at++;
      }
      if (open) {
        at = quotedPart(line, at);
        if (at < 0) {
          return State.OPEN;
        }
        if (at < line.length() && line.charAt(at) != separator) {
          return State.STRAY;
        }
      } else {
        int end = line.indexOf(separator, at);
        end = end < 0 ? line.length() : end;
        field.append(line, at, end);
        at = end;
      }
      fields.add(field.toString());
      field.setLength(0);
      if (at >= line.length()) {
        return State.DONE;
      }
      at++;
    }
  }

  /** The place after the closing quotation mark, or -1 where the field goes on. */
  private int quotedPart(String line, int from) {
    int at = from;
    while (true) {
      int mark = line.indexOf('"', at);
      if (mark < 0) {
        field.append(line, at, line.length());
        return -1;
      }
      field.append(line, at, mark);
      if (mark + 1 < line.length() && line.charAt(mark + 1) == '"') {
        field.append('"');
        at = mark + 2;
      } else {
        open = false;
        return mark + 1;
      }
    }
  }
}
