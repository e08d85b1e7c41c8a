package org.chancery.spark;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of the lines that begin in a range of a file: it starts behind the first line end at
 * {@code begin - 1} or later and ends with the line that reaches {@code end}. Ranges that cover a
 * file so give each line once.
 */
final class LineRange extends InputStream {
  private final InputStream in;
  private final long end;
  private long at;
  private boolean over;
  private final boolean skipped;

  /**
   * @param in stands at {@code max(0, begin - 1)}
   */
  LineRange(InputStream in, long begin, long end) throws IOException {
    this.in = in;
    this.end = end;
    this.at = Math.max(0, begin - 1);
    boolean inside = false;
    if (begin > 0) {
      int first = in.read();
      at++;
      inside = first != '\n';
      for (int b = first; b >= 0 && b != '\n'; b = in.read()) {
        at++;
      }
    }
    skipped = inside;
    over = at >= end && begin > 0;
  }

  /** Line ends between the range's begin and its first line. */
  int skippedLines() {
    return skipped ? 1 : 0;
  }

  @Override
  public int read() throws IOException {
    if (over) {
      return -1;
    }
    int b = in.read();
    at++;
    over = b < 0 || (b == '\n' && at >= end);
    return b;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int n = 0;
    for (int b; n < length && (b = read()) >= 0; n++) {
      buffer[from + n] = (byte) b;
    }
    return n == 0 && length > 0 ? -1 : n;
  }

  /** Counts the line ends of the next so many bytes. */
  static long count(InputStream in, long bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    for (long left = bytes; left > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        break;
      }
      for (int i = 0; i < n; i++) {
        lines += buffer[i] == '\n' ? 1 : 0;
      }
      left -= n;
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
