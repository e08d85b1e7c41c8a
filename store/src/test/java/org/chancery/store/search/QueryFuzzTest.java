package org.chancery.store.search;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;

/** Queries of the search: a query, or a fault with what is wrong and where. */
class QueryFuzzTest {
  private static final int LONGEST = 2_000;
  private static final Analyzer ANALYZER = Fields.analyzer();

  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length > LONGEST) {
      return;
    }
    String words = new String(bytes, StandardCharsets.UTF_8);
    try {
      if (QueryReader.read(words, ANALYZER).toString() == null) {
        throw new AssertionError("a query without words");
      }
    } catch (QueryFault fault) {
      if (String.valueOf(fault.getMessage()).isBlank()) {
        throw new AssertionError("a fault without words", fault);
      }
    }
  }

  @FuzzTest
  void aQueryIsReadOrItsFaultIsNamed(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
