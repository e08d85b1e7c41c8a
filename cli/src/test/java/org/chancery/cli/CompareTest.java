package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
  private static final String TEXT =
      "Peru's foreign minister met Chile's president in Quito on Monday. Norway condemned Chad.\n";
  @TempDir private Path folder = Path.of("");

  private Path printed() throws IOException {
    Path report = Files.writeString(folder.resolve("r.txt"), TEXT);
    TestEngine.Ran ran =
        TestEngine.run("code", "--no-record", "--format", "jsonl", report.toString());
    return Files.writeString(folder.resolve("printed.jsonl"), ran.out());
  }

  @Test
  void aStoredAndAPrintedRecordOfOneRunAreTheSame() throws IOException {
    Path printed = printed();
    Path record = folder.resolve("r.duckdb");
    TestEngine.run("code", "--record", record.toString(), folder.resolve("r.txt").toString());
    TestEngine.Ran ran = TestEngine.run("compare", record.toString(), printed.toString());
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("0 changed, 0 came, 0 went"), ran.out());
    assertTrue(!ran.out().contains("0 events the same"), ran.out());
  }

  @Test
  void whatChangedCameAndWentIsToldWithItsSentence() throws IOException {
    Path before = printed();
    String line = Files.readString(before);
    Path changed =
        Files.writeString(
            folder.resolve("changed.jsonl"),
            line.replace("\"type\":\"ACCUSE\"", "\"type\":\"REJECT\""));
    TestEngine.Ran ran = TestEngine.run("compare", before.toString(), changed.toString());
    assertTrue(ran.out().contains("type: ACCUSE -> REJECT"), ran.out());
    assertTrue(ran.out().contains("Norway condemned Chad."), ran.out());
    Path none =
        Files.writeString(
            folder.resolve("none.jsonl"),
            "{\"document\": {\"id\": \"r.txt\", \"text\": \"\"}, \"event_mentions\": []}\n");
    assertTrue(
        TestEngine.run("compare", before.toString(), none.toString()).out().contains(" went"));
    TestEngine.Ran came = TestEngine.run("compare", none.toString(), before.toString());
    assertTrue(came.out().contains("    + ACCUSE"), came.out());
  }

  @Test
  void aRecordThatIsNoneIsAClearFault() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "not json\n");
    TestEngine.Ran ran = TestEngine.run("compare", bad.toString(), bad.toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("bad.jsonl:1"), ran.err());
    assertEquals(2, TestEngine.run("compare", "nowhere.duckdb", bad.toString()).code());
  }

  @Test
  void aTaughtSentenceIsCodedAsTaught() {
    String mine = folder.resolve("mine").toString();
    String sentence = "<a>The harbour board</a> <t>waved off</t> <r>the shipping line</r>'s plan.";
    TestEngine.Ran ran =
        TestEngine.run("codebook", "teach", "--into", mine, "--type", "REJECT", sentence);
    assertEquals(0, ran.code(), ran.err());
    assertTrue(
        ran.out().lines().anyMatch(l -> l.startsWith("now") && l.contains("REJECT")), ran.out());
    assertTrue(Files.exists(folder.resolve("mine/examples/REJECT.tsv")));
    assertEquals(
        0, TestEngine.run("codebook", "lint", "--codebook", mine).code(), "the folder has faults");
    TestEngine.Ran unmarked =
        TestEngine.run("codebook", "teach", "--into", mine, "--type", "REJECT", "Nothing marked.");
    assertEquals(2, unmarked.code());
    TestEngine.Ran unknown =
        TestEngine.run("codebook", "teach", "--into", mine, "--type", "REFUSE", sentence);
    assertTrue(unknown.err().contains("REFUSE is no type"), unknown.err());
  }
}
