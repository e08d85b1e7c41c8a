package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.core.Versions;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs Chancery sees beside its output. */
class OperationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void usualPace() {
    System.clearProperty("chancery.progress.millis");
  }

  private String record() {
    Path file = folder.resolve("r.duckdb");
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(new Versions("0", "hash", Map.of()), List.of("reports"));
    }
    return file.toString();
  }

  private static List<JsonNode> objects(String err) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : err.lines().toList()) {
      JsonNode object = JSON.readTree(line);
      assertTrue(object.isObject() && object.has("time") && object.has("level"), line);
      objects.add(object);
    }
    return objects;
  }

  @Test
  void statusCountsARunThatNeverEnded() throws IOException {
    String record = record();
    TestEngine.Ran text = TestEngine.run("status", "--record", record);
    assertEquals(0, text.code(), text.err());
    assertTrue(text.out().contains("never ended"), text.out());
    JsonNode status =
        JSON.readTree(TestEngine.run("status", "--record", record, "--format", "json").out());
    assertEquals(1, status.path("interrupted").asInt());
    assertEquals(RecordStore.VERSION, status.path("version").asInt());
    assertEquals(2, TestEngine.run("status", "--record", record + "x").code());
  }

  @Test
  void aJsonLogHasOneObjectALineForProgressWarningsAndSummary() throws IOException {
    System.setProperty("chancery.progress.millis", "0");
    Path reports =
        Files.writeString(
            folder.resolve("r.jsonl"),
            "{\"id\":\"a\",\"text\":\"Peru met Chile.\",\"language\":\"en\"}\nno report\n{\"id\":\"b\",\"text\":\"Norway met Chad.\",\"language\":\"en\"}\n");
    TestEngine.Ran ran =
        TestEngine.run(
            "code",
            "--log-format",
            "json",
            "--record",
            folder.resolve("n.duckdb").toString(),
            reports.toString());
    List<JsonNode> lines = objects(ran.err());
    List<String> levels = lines.stream().map(line -> line.path("level").asText()).toList();
    assertTrue(levels.contains("warning") && levels.contains("progress"), ran.err());
    JsonNode step =
        lines.stream()
            .filter(line -> line.path("task").asText().equals("coding"))
            .reduce((one, next) -> next)
            .orElseThrow();
    assertEquals(3, step.path("reports").asInt());
    assertEquals(Files.size(reports), step.path("done").asLong());
    assertEquals(0, step.path("seconds_left").asInt());
    assertTrue(step.path("rate").asDouble() > 0);
    JsonNode last = lines.get(lines.size() - 1);
    assertEquals("summary", last.path("level").asText());
    assertEquals(2, last.path("coded").asInt());
    assertEquals(1, last.path("rejected").asInt());
  }

  @Test
  void quietSaysNothingButWhatEndsTheCommand() {
    String record = record();
    TestEngine.Ran well = TestEngine.run("--quiet", "events", "--record", record);
    assertEquals("", well.err());
    TestEngine.Ran badly = TestEngine.run("events", "--quiet", "--record", record + "x");
    assertEquals(2, badly.code());
    assertEquals(1, badly.err().lines().count(), badly.err());
  }

  @Test
  void aCommandThatSaysNothingOfItsOwnIsSaidToBeAtWork() throws InterruptedException {
    System.setProperty("chancery.progress.millis", "20");
    StringWriter err = new StringWriter();
    Log log = new Log(new PrintWriter(err, true), () -> new Log.Settings(false, Log.Format.JSON));
    Progress waiting = Progress.waiting(log, "compare");
    for (int i = 0; i < 200 && err.toString().isEmpty(); i++) {
      Thread.sleep(20);
    }
    waiting.close();
    assertTrue(err.toString().contains("\"task\":\"compare\""), err.toString());
  }

  @Test
  void aCopyIsMadeAndPutBack() {
    String record = record();
    String copy = folder.resolve("copy.duckdb").toString();
    String other = folder.resolve("other.duckdb").toString();
    assertEquals(0, TestEngine.run("backup", copy, "--record", record).code());
    assertEquals(2, TestEngine.run("backup", copy, "--record", record).code());
    assertEquals(0, TestEngine.run("restore", copy, "--record", other).code());
    TestEngine.Ran again = TestEngine.run("restore", copy, "--record", other);
    assertTrue(again.code() == 2 && again.err().contains("--force"), again.err());
  }

  @Test
  void theDoctorFailsWhereTheRecordIsNoneAndSaysWhatToDo() throws IOException {
    Path broken = Files.writeString(folder.resolve("b.duckdb"), "some words, and no database");
    TestEngine.Ran ran = TestEngine.run("doctor", "--record", broken.toString());
    assertEquals(1, ran.code(), ran.out());
    assertTrue(ran.out().contains("fail  record"), ran.out());
    for (String what : List.of("java", "memory", "disk", "codebook", "models", "coder")) {
      assertTrue(ran.out().matches("(?s).*(ok|warn) +" + what + " .*"), what + " in " + ran.out());
    }
    assertFalse(MachineChecks.memory(200).detail().isEmpty());
    assertEquals(DoctorCommand.Verdict.WARN, MachineChecks.memory(200).verdict());
  }
}
