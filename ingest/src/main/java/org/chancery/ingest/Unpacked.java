package org.chancery.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, held to {@link Bounds} as they are read. */
final class Unpacked extends FilterInputStream {
  private final Counted packed;
  private final Bounds bounds;
  private long bytes;

  /** A stream goes beyond its bounds; the message says which. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String message) {
      super(message);
    }
  }

  /** Bytes that know how many of them were read. */
  static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = in.read(buffer, from, length);
      count += Math.max(0, n);
      return n;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  Unpacked(InputStream unpacked, Counted packed, Bounds bounds) {
    super(unpacked);
    this.packed = packed;
    this.bounds = bounds;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int n = in.read(buffer, from, length);
    bytes += Math.max(0, n);
    check(bytes, packed.count(), bounds);
    return n;
  }

  @Override
  public long skip(long wanted) throws IOException {
    return readNBytes((int) Math.min(wanted, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Throws where so many bytes may not come from so few. */
  static void check(long unpacked, long packed, Bounds bounds) throws TooMuchException {
    if (unpacked > bounds.bytes()) {
      throw new TooMuchException("it unfolds to more than " + bounds.bytes() + " bytes");
    }
    if (unpacked > bounds.slack() && unpacked / bounds.ratio() > packed) {
      throw new TooMuchException(
          "it unfolds to more than "
              + bounds.ratio()
              + " times its size ("
              + packed
              + " bytes to over "
              + unpacked
              + ")");
    }
  }
}
