package org.chancery.store.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Cuts an outside file of rows into clean pieces for the database's reader: each line with its
 * number, the right number of columns, valid UTF-8, no control characters. Lines that are wrong are
 * handed to the rejects with the reason; memory is bounded by the longest line allowed.
 */
final class CleanLines {
  /** Separates the number from the line; a control character, so no line holds it. */
  static final char BREAK = '\u001e';

  private static final int LONGEST_LINE = 1 << 20;

  /** Two of the database's row groups, which it then writes once and not by its log. */
  private static final int LINES =
      Math.max(1, Integer.getInteger("chancery.exchange.lines", 2 * 122_880));

  private static final long BYTES = 128L << 20;
  private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

  private final InputStream in;
  private final Layout layout;
  private final int columns;
  private final Rejects rejects;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean tooLong;
  private boolean ended;
  private long number;
  private long repaired;

  /** Takes the lines that are not read. */
  interface Rejects {
    void add(long line, String reason, String detail);
  }

  CleanLines(InputStream in, Layout layout, int columns, Rejects rejects) {
    this.in = in;
    this.layout = layout;
    this.columns = columns;
    this.rejects = rejects;
  }

  /** Lines read so far, good or not. */
  long lines() {
    return number;
  }

  /** Lines in which bytes were replaced: no UTF-8, or control characters. */
  long repaired() {
    return repaired;
  }

  /** Writes the next piece to a file; false when there is nothing more. */
  boolean next(Path piece) throws IOException {
    int written = 0;
    long bytes = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(piece), 1 << 16)) {
      while (written < LINES && bytes < BYTES && readLine()) {
        if (good()) {
          out.write(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
          out.write(BREAK);
          out.write(line, 0, length);
          out.write('\n');
          written++;
          bytes += length;
        }
      }
    }
    return written > 0 || !ended;
  }

  /** Fills {@link #line}; false at the end. */
  private boolean readLine() throws IOException {
    length = 0;
    tooLong = false;
    while (!ended) {
      if (at == end) {
        at = 0;
        end = fill();
        if (end <= 0) {
          ended = true;
          end = 0;
          number += length > 0 || tooLong ? 1 : 0;
          return length > 0 || tooLong;
        }
      }
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      append(stop - at);
      boolean complete = stop < end;
      at = complete ? stop + 1 : stop;
      if (complete) {
        number++;
        return true;
      }
    }
    return false;
  }

  /** What the file gives; a broken archive ends here, and its half line is no row. */
  private int fill() throws IOException {
    try {
      return in.read(buffer, 0, buffer.length);
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      rejects.add(
          number + 1,
          "truncated",
          "the compressed file breaks off or is damaged here; what stood before was read: fetch the file again");
      length = 0;
      tooLong = false;
      return -1;
    } catch (Rows.Inflated e) {
      rejects.add(number + 1, "inflates", String.valueOf(e.getMessage()));
      length = 0;
      tooLong = false;
      return -1;
    }
  }

  private void append(int more) {
    if (length + more > LONGEST_LINE) {
      tooLong = true;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
    }
    System.arraycopy(buffer, at, line, length, more);
    length += more;
  }

  private boolean good() {
    if (tooLong) {
      rejects.add(
          number, "line", "longer than " + LONGEST_LINE + " bytes; is this the right file?");
      return false;
    }
    if (number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB) {
      length -= 3; // byte-order mark
      System.arraycopy(line, 3, line, 0, length);
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    if (length == 0) {
      return false;
    }
    if (repair()) {
      repaired++;
    }
    if (number == 1 && layout.isHeader(new String(line, 0, length, StandardCharsets.UTF_8))) {
      return false;
    }
    return rightColumns();
  }

  private boolean rightColumns() {
    int tabs = 0;
    int last = 0;
    for (int i = 0; i < length; i++) {
      if (line[i] == '\t') {
        tabs++;
        last = tabs == columns ? i : last;
      }
    }
    int found = tabs + 1;
    if (found == columns) {
      return true;
    }
    if (layout == Layout.POLECAT && found > columns && blank(last)) {
      length = last; // some files of POLECAT end in tabs too many
      return true;
    }
    String hint =
        layout == Layout.GDELT && (found == 57 || found == 58)
            ? "; files of GDELT 1.0 have 57 or 58: give those of GDELT 2.0"
            : layout == Layout.ICEWS && found == 19
                ? "; a release of 2017 lacks the CAMEO code: give a later one"
                : "; is a tab missing or one too many?";
    rejects.add(
        number,
        "columns",
        "has " + found + " columns, a row of " + layout.key() + " has " + columns + hint);
    return false;
  }

  private boolean blank(int from) {
    for (int i = from; i < length; i++) {
      if (line[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Replaces control characters by spaces and what is no UTF-8; says whether there was any. */
  private boolean repair() {
    boolean changed = false;
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      int b = line[i];
      if (b < 0) {
        ascii = false;
      } else if ((b < ' ' && b != '\t') || b == 0x7f) {
        line[i] = ' ';
        changed = true;
      }
    }
    if (ascii) {
      return changed;
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    byte[] clean = text.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(clean, 0, clean.length, line, 0, length)) {
      line = clean.length > REPLACEMENT.length ? clean : Arrays.copyOf(clean, 16);
      length = clean.length;
      return true;
    }
    return changed;
  }
}
