package org.chancery.analysis.coding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.chancery.analysis.FuzzedFolder;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookException;

/** Rule files in YAML: rules, or a fault that names the file. */
class RulesFuzzTest {
  private static final FuzzedFolder FOLDER = new FuzzedFolder();

  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    FOLDER.write("rules/own.yaml", bytes);
    try {
      new Rules(Codebook.of(List.of(FOLDER.path()))).all();
    } catch (CodebookException e) {
      if (!String.valueOf(e.getMessage()).contains("own.yaml")) {
        throw new AssertionError("a fault that names no file", e);
      }
    }
  }

  @FuzzTest
  void aRuleFileIsReadOrItsFaultIsNamed(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
