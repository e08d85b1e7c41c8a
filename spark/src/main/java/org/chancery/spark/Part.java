package org.chancery.spark;

import java.io.Serializable;

/**
 * A file, or a range of the lines of a JSONL file: what one task reads in one go.
 *
 * @param path where the file lies, for Hadoop
 * @param id what a text or page has as its id when it names none
 * @param origin how messages call the file
 * @param begin first byte; the lines that begin in [begin, end) belong to the part
 * @param end one behind the last byte
 * @param linesBefore line ends in the file before {@code begin}
 */
record Part(String path, String id, String origin, long begin, long end, long linesBefore)
    implements Serializable {

  /** How much of a JSONL file one task reads: some thousand reports, a few minutes of coding. */
  static final long LARGEST = 32L << 20;

  /** Whether the file may be cut between lines. */
  boolean lines() {
    return origin.endsWith(".jsonl") || origin.endsWith(".ndjson");
  }

  boolean parquet() {
    return origin.endsWith(".parquet");
  }

  boolean wholeFile() {
    return begin == 0 && !lines();
  }

  /** This part with another range. */
  Part range(long from, long to, long before) {
    return new Part(path, id, origin, from, to, before);
  }

  long bytes() {
    return end - begin;
  }
}
