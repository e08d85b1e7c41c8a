package org.chancery.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** JSON lines. */
class JsonlFuzzTest {
  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Fuzzed.read(bytes, ".jsonl");
  }

  @FuzzTest
  void noInputBreaksTheReader(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
