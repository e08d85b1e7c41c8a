package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationCommandTest {
  @TempDir private Path folder = Path.of("");
  private String record = "";

  @BeforeEach
  void code() throws IOException {
    record = folder.resolve("r.duckdb").toString();
    report(
        "one", "2025-03-14", "Peru's foreign minister met Chile's president in Quito on Monday.");
    report("two", "2025-06-20", "Peru condemned Chile on Thursday.");
    TestEngine.Ran ran =
        TestEngine.run("code", "--record", record, folder.resolve("in").toString());
    assertEquals(0, ran.code(), ran.err());
  }

  private void report(String name, String published, String sentence) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("in")).resolve(name + ".txt"),
        "title: T\npublished: " + published + "\n\n" + sentence + "\n");
  }

  @Test
  void aPairIsToldByMonthWithItsContactAndItsEngagement() {
    TestEngine.Ran ran = TestEngine.run("relation", "--record", record, "PER", "CHL");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().lines().anyMatch(l -> l.startsWith("2025-03  ")), ran.out());
    assertTrue(
        ran.out().lines().anyMatch(l -> l.startsWith("2025-06  ") && l.contains("ACCUSE")),
        ran.out());
    assertTrue(
        ran.out().lines().anyMatch(l -> l.startsWith("last contact") && l.contains("CONSULT")),
        ran.out());
    assertTrue(ran.out().contains("engagement of 1 steps"), ran.out());
  }

  @Test
  void boundsLeaveOutWhatIsBeforeAndTheOtherDirectionIsItsOwn() {
    TestEngine.Ran later =
        TestEngine.run("relation", "--record", record, "PER", "CHL", "--from", "2025-04");
    assertFalse(later.out().contains("2025-03"), later.out());
    assertTrue(later.out().contains("last contact  none"), later.out());
    TestEngine.Ran back = TestEngine.run("relation", "--record", record, "CHL", "PER");
    assertFalse(back.out().contains("ACCUSE"), back.out());
  }

  @Test
  void whatIsNoCodeOrNoRecordIsRefusedWithWhatToWrite() {
    TestEngine.Ran words = TestEngine.run("relation", "--record", record, "Peru", "CHL");
    assertTrue(words.code() != 0, words.out());
    assertTrue(words.err().contains("such as EGY"), words.err());
    TestEngine.Ran none =
        TestEngine.run(
            "relation", "--record", folder.resolve("no.duckdb").toString(), "PER", "CHL");
    assertTrue(none.code() != 0, none.out());
  }
}
