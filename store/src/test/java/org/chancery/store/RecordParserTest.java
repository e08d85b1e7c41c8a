package org.chancery.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.chancery.core.ChanceryException;
import org.chancery.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {
  private static List<String> goldens() throws IOException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("chancery.root")));
    return Files.readAllLines(root.resolve("cli/src/test/resources/goldens.jsonl"));
  }

  @Test
  void theSamplesRecordsComeBackByteForByte() throws IOException {
    List<String> lines = goldens();
    assertTrue(lines.size() > 40, "there are samples");
    for (String line : lines) {
      assertEquals(line, RecordJson.line(RecordParser.parse(line, "somewhere")));
    }
  }

  @Test
  void everyOutcomeComesBack() throws IOException {
    String coded = goldens().get(0);
    String outcome = "\"status\":\"coded\",\"reason\":null,\"detail\":null";
    assertTrue(coded.contains(outcome), "the golden is of a coded report");
    for (String status : List.of("skipped", "failed")) {
      String other = "\"status\":\"" + status + "\",\"reason\":\"why\",\"detail\":\"where\"";
      String line = coded.replace(outcome, other);
      assertEquals(line, RecordJson.line(RecordParser.parse(line, "o")));
    }
    assertEquals(
        new Outcome.Skipped("why", "where"),
        RecordParser.parse(
                coded.replace(
                    outcome, "\"status\":\"skipped\",\"reason\":\"why\",\"detail\":\"where\""),
                "o")
            .outcome());
    assertEquals("o", RecordParser.parse(coded, "o").document().origin());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "{",
        "{}",
        "{\"document\":{\"id\":\"a\",\"text\":\"t\"},\"outcome\":{\"status\":\"lost\"}}"
      })
  void whatIsNoRecordIsRefused(String line) {
    ChanceryException fault =
        assertThrows(ChanceryException.class, () -> RecordParser.parse(line, "o"));
    assertEquals("syntax", fault.reason());
  }

  @Test
  void aSpanTurnedRoundOrAMissingListIsRefused() throws IOException {
    String line = goldens().get(0);
    String turned = line.replaceFirst("\"span\":\\[\\d+,\\d+\\]", "\"span\":[9,3]");
    assertThrows(ChanceryException.class, () -> RecordParser.parse(turned, "o"));
    String without = line.replace("\"figures\":", "\"other\":");
    assertThrows(ChanceryException.class, () -> RecordParser.parse(without, "o"));
  }
}
