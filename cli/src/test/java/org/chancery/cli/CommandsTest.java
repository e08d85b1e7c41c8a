package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  @TempDir private Path folder = Path.of("");

  private Path report() throws IOException {
    return Files.writeString(
        folder.resolve("r.txt"),
        "title: T\npublished: 2025-03-14\n\nPeru's foreign minister met Chile's president in Quito on Monday. Norway condemned Chad.\n");
  }

  private String record() {
    return folder.resolve("r.duckdb").toString();
  }

  @Test
  void aSecondRunChangesNothingAndSaysSo() throws IOException {
    String file = report().toString();
    TestEngine.Ran first = TestEngine.run("code", "--record", record(), file);
    TestEngine.Ran second = TestEngine.run("code", "--record", record(), file);
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().contains("CONSULT"), first.out());
    assertEquals(first.out(), second.out());
    assertTrue(second.err().contains("Nothing has changed"), second.err());
  }

  @Test
  void aRoundOfWatchLinksWhatItCoded() throws IOException {
    report();
    TestEngine.Ran round =
        TestEngine.run("watch", "--once", "--record", record(), folder.toString());
    assertEquals(0, round.code(), round.err());
    assertTrue(round.err().contains("coded=1"), round.err());
    TestEngine.Ran left = TestEngine.run("link", "--record", record());
    assertTrue(left.out().contains("0 reports linked"), left.out());
  }

  @Test
  void codingOnSparkFetchesNothing() {
    TestEngine.Ran ran =
        TestEngine.run(
            "code", "--engine", "local[2]", "--out", record(), "--fetch", "https://wire.example/a");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("--engine fetches nothing"), ran.err());
  }

  @Test
  void eventsAndShowReadWhatCodeWrote() throws IOException {
    TestEngine.run("code", "--record", record(), report().toString());
    TestEngine.Ran events =
        TestEngine.run("events", "--record", record(), "--type", "consult", "--format", "csv");
    assertEquals(2, events.out().lines().count(), events.out());
    TestEngine.Ran show = TestEngine.run("show", "--record", record(), "--color", "r.txt");
    assertTrue(show.out().contains(Terminal.YELLOW), show.out());
    assertTrue(TestEngine.run("show", "--record", record()).out().contains("r.txt"));
    assertEquals(1, TestEngine.run("show", "--record", record(), "nothing").code());
  }

  @Test
  void unreadableInputIsCountedAndTheRestLands() throws IOException {
    Files.write(folder.resolve("empty.txt"), new byte[0]);
    TestEngine.Ran ran =
        TestEngine.run(
            "code",
            "--record",
            record(),
            report().toString(),
            folder.resolve("empty.txt").toString());
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("1 rejected"), ran.err());
    assertTrue(ran.out().contains("CONSULT"));
  }

  @Test
  void anotherLanguageIsSkippedWithItsReason() throws IOException {
    Path french =
        Files.writeString(
            folder.resolve("f.txt"),
            "Le ministre des affaires étrangères a rencontré lundi son homologue chilien à Quito, où les deux hommes ont évoqué la situation à la frontière et signé un accord.");
    TestEngine.Ran ran = TestEngine.run("code", "--no-record", french.toString());
    assertTrue(ran.err().contains("language") && ran.err().contains("1 skipped"), ran.err());
    assertEquals(0, ran.code());
  }

  @Test
  void anUnwritableRecordStopsWithOneSentence() throws IOException {
    TestEngine.Ran ran =
        TestEngine.run(
            "code", "--record", folder.resolve("no/r.duckdb").toString(), report().toString());
    assertEquals(2, ran.code());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @Test
  void explainNamesTypesExamplesAndRules() {
    TestEngine.Ran ran =
        TestEngine.run(
            "explain", "Norway and Chad will meet in Oslo. Norway accused Chad of lying.");
    assertEquals(0, ran.code(), ran.err());
    for (String word : new String[] {"ACCUSE", "cosine", "encoder alone", "modality", "rule"}) {
      assertTrue(ran.out().contains(word), word + " in " + ran.out());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code",
        "events",
        "show",
        "explain",
        "codebook",
        "evaluate pairs",
        "evaluate speed",
        "schema"
      })
  void everyCommandHelpsWithAnExample(String command) {
    TestEngine.Ran ran = TestEngine.run((command + " --help").split(" ", -1));
    assertEquals(0, ran.code());
    assertTrue(ran.out().contains("chancery " + command), ran.out());
  }

  @Test
  void completionAndSchemaPrint() {
    assertTrue(TestEngine.run("generate-completion").out().contains("complete -F"));
    assertTrue(TestEngine.run("schema").out().contains("event_mentions"));
  }

  @Test
  void aWrongOptionIsUsage() {
    TestEngine.Ran ran = TestEngine.run("code", "--threads", "0", "x");
    assertEquals(2, ran.code());
    assertFalse(ran.err().isEmpty());
  }

  @Test
  void textFromReportsCannotSteerTheTerminal() {
    assertEquals("a [31m b", Terminal.plain("a\u001b[31m\u202eb"));
  }
}
