package org.chancery.analysis.time;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.chancery.analysis.FuzzedFolder;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookException;

/** Rules of times in YAML: rules, or a fault that names the file. */
class TimeRulesFuzzTest {
  private static final FuzzedFolder FOLDER = new FuzzedFolder();
  private static final TimeWords WORDS = words();

  private static TimeWords words() {
    try {
      FOLDER.write(
          "times/words-en.tsv",
          Files.readAllBytes(Codebook.builtIn().resolve("times/words-en.tsv")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TimeWords(Codebook.of(List.of(FOLDER.path())));
  }

  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    FOLDER.write("times/rules-en.yaml", bytes);
    try {
      TimeRules.read(Codebook.of(List.of(FOLDER.path())), WORDS);
    } catch (CodebookException e) {
      if (!String.valueOf(e.getMessage()).contains("rules-en.yaml")) {
        throw new AssertionError("a fault that names no file", e);
      }
    }
  }

  @FuzzTest
  void aRuleFileIsReadOrItsFaultIsNamed(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
