package org.chancery.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a file, each decoded on its own, so that a file that mixes encodings is read right
 * line by line. A line that is too long is passed over and says so.
 */
final class Lines implements Closeable {
  private final InputStream in;
  private final int longest;
  private final byte[] block = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private long size;
  private long number;

  Lines(InputStream in, int longest) throws IOException {
    this(in, longest, 0);
  }

  /** Numbers the lines from one after {@code before} on. */
  Lines(InputStream in, int longest, long before) throws IOException {
    this.number = before;
    this.in = Bytes.withoutMark(in);
    this.longest = longest;
  }

  /** Moves to the next line; false at the end of the file. */
  boolean next() throws IOException {
    size = 0;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int stop = at;
      while (stop < end && block[stop] != '\n') {
        stop++;
      }
      keep(at, stop - at);
      boolean whole = stop < end;
      at = whole ? stop + 1 : stop;
      if (whole) {
        break;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  private void keep(int from, int length) {
    int room = (int) Math.min(length, Math.max(0, longest - size));
    if (room > 0) {
      int used = (int) size;
      if (line.length < used + room) {
        line = Arrays.copyOf(line, Math.min(longest, Math.max(used + room, line.length * 2)));
      }
      System.arraycopy(block, from, line, used, room);
    }
    size += length;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(block, 0, block.length));
    return end > 0;
  }

  /** The line without its end; cut where it is too long. */
  String text() {
    String text = Bytes.decode(Arrays.copyOf(line, (int) Math.min(size, longest)), null);
    if (line.length > 1 << 20) {
      line = new byte[1 << 12]; // one long line does not hold its memory for the rest of the file
    }
    return text;
  }

  /** Bytes of the line as it stands in the file. */
  long size() {
    return size;
  }

  boolean tooLong() {
    return size > longest;
  }

  /** Counted from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
