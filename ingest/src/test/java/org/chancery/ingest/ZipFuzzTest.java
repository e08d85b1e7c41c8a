package org.chancery.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Zipped folders. */
class ZipFuzzTest {
  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Fuzzed.read(bytes, ".zip");
  }

  @FuzzTest
  void noInputBreaksTheReader(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
