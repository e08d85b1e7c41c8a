package org.chancery.analysis.codebook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.chancery.analysis.FuzzedFolder;

/** Lists of a codebook: rows, or a fault that names the file. */
class TableFuzzTest {
  private static final FuzzedFolder FOLDER = new FuzzedFolder();

  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    FOLDER.write("examples/ACCUSE.tsv", bytes);
    CodebookLint.check(List.of(FOLDER.path()));
    try {
      Codebook.of(List.of(FOLDER.path())).examples();
    } catch (CodebookException e) {
      if (!String.valueOf(e.getMessage()).contains("ACCUSE.tsv")) {
        throw new AssertionError("a fault that names no file", e);
      }
    }
  }

  @FuzzTest
  void aListIsReadOrItsFaultIsNamed(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
