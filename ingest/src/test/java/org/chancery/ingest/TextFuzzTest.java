package org.chancery.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Plain text and its header block. */
class TextFuzzTest {
  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Fuzzed.read(bytes, ".txt");
  }

  @FuzzTest
  void noInputBreaksTheReader(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
