package org.chancery.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Comma-separated rows. */
class CsvFuzzTest {
  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Fuzzed.read(bytes, ".csv");
  }

  @FuzzTest
  void noInputBreaksTheReader(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
