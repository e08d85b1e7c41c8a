package org.chancery.ingest;

/**
 * How much packed data may unfold to. What goes beyond is named and the rest of its archive left
 * out, so that a small hostile file costs little time and no memory.
 *
 * @param entries most entries of one archive
 * @param bytes most unpacked bytes of one file
 * @param ratio most unpacked bytes for a packed one, once {@code slack} bytes are unpacked; deflate
 *     reaches 1032 on bytes that repeat, news text about 5
 * @param slack unpacked bytes that are let through whatever the ratio
 */
record Bounds(long entries, long bytes, int ratio, long slack) {
  /** Enough for any real archive of reports. */
  static final Bounds DEFAULT = new Bounds(10_000_000, 1L << 40, 200, 64L << 20);
}
