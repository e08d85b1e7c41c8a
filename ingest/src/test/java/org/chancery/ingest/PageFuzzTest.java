package org.chancery.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** News pages. */
class PageFuzzTest {
  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Fuzzed.read(bytes, ".html");
  }

  @FuzzTest
  void noInputBreaksTheReader(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
