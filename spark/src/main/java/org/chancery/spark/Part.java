package org.chancery.spark;

import java.io.Serializable;
import java.util.Locale;

/**
 * A file, or a range of the lines of a JSONL file: what one task reads in one go.
 *
 * @param path where the file lies, for Hadoop
 * @param id what a text or page has as its id when it names none
 * @param origin how messages call the file
 * @param begin first byte; the lines that begin in [begin, end) belong to the part
 * @param end one behind the last byte
 * @param linesBefore line ends in the file before {@code begin}
 * @param cut whether it is a range of lines and not the whole file
 */
record Part(
    String path, String id, String origin, long begin, long end, long linesBefore, boolean cut)
    implements Serializable {

  /** How much of a JSONL file one task reads: some thousand reports, a few minutes of coding. */
  static final long LARGEST = 32L << 20;

  /** Whether the file may be cut between lines. */
  boolean lines() {
    String name = origin.toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  /** A range of this file's lines. */
  Part range(long from, long to, long before) {
    return new Part(path, id, origin, from, to, before, true);
  }

  long bytes() {
    return end - begin;
  }
}
