package org.chancery.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** RSS and Atom. */
class FeedFuzzTest {
  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Fuzzed.read(bytes, ".rss");
  }

  @FuzzTest
  void noInputBreaksTheReader(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
