package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.junit.jupiter.api.Test;

/**
 * The report that the project starts from, against what its record must hold: reads {@code
 * expected.md} where {@code ../shared} is, and is skipped where it is not.
 */
class BanjulTest {
  private static final Path REPORT = TestEngine.ROOT.resolveSibling("shared").resolve("report");
  private static final Pattern ROW =
      Pattern.compile("\\|\\s*([0-9, ]+)\\s*\\|([^|]*)\\|\\s*([A-Z]+)[^|]*\\|([^|]*)\\|.*");

  private static DocumentRecord record() throws IOException {
    return TestEngine.ENGINE.pipeline.code(
        new Document(
            "banjul",
            null,
            "Iran Press",
            "2024-05-05",
            "en",
            null,
            Files.readString(REPORT.resolve("banjul.txt")),
            "test"));
  }

  @Test
  void theRowsAreCoded() throws IOException {
    assumeTrue(Files.exists(REPORT), "no ../shared/report here: skipped");
    DocumentRecord record = record();
    List<String> missing = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(REPORT.resolve("expected.md"))) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        continue;
      }
      rows++;
      String who = country(row.group(2));
      String whom = country(row.group(4));
      String type = row.group(3);
      boolean coded =
          record.eventMentions().stream().anyMatch(m -> m.type().equals(type) && has(m, who, whom));
      if (!coded) {
        missing.add(row.group(1).strip() + " " + who + " " + type + " " + whom);
      }
    }
    System.out.println("banjul rows missing: " + missing + " of " + rows);
    assertTrue(rows >= 10, "the table of expected.md was not read");
    assertTrue(missing.size() <= 1, () -> "not coded: " + missing);
  }

  /** The country that a cell of the table means; empty where it names none. */
  private static String country(String cell) {
    Matcher code = Pattern.compile("\\b(IRN|EGY|ISR|PSE)\\b").matcher(cell);
    if (code.find()) {
      return code.group(1);
    }
    return cell.contains("Amir-Abdollahian") || cell.contains("Iranian")
        ? "IRN"
        : cell.contains("Shoukry") || cell.contains("Egypt") ? "EGY" : "";
  }

  private static boolean has(EventMention m, String who, String whom) {
    boolean straight = on(m.actors(), who) && on(m.recipients(), whom);
    boolean turned = on(m.actors(), whom) && on(m.recipients(), who);
    return straight || (m.symmetric() && turned);
  }

  private static boolean on(List<EventMention.Participant> side, String country) {
    return country.isEmpty() || side.stream().anyMatch(p -> p.code().startsWith(country));
  }

  @Test
  void whatMustNotAppearDoesNot() throws IOException {
    assumeTrue(Files.exists(REPORT), "no ../shared/report here: skipped");
    DocumentRecord record = record();
    for (EventMention m : record.eventMentions()) {
      List<EventMention.Participant> parties = new ArrayList<>(m.actors());
      parties.addAll(m.recipients());
      for (EventMention.Participant party : parties) {
        assertTrue(!party.code().startsWith("GMB"), m + " has Gambia as a party");
        assertTrue(
            !(m.type().equals("CONSULT") && party.code().matches("(SAU|USA).*")),
            m + " is a meeting with a bystander");
      }
      boolean done = m.modality().key().equals("happened");
      assertTrue(!(done && List.of("AID", "CONCEDE").contains(m.type())), m + " has not happened");
    }
    record
        .places()
        .forEach(p -> assertTrue(!p.text().matches("Amir|Abdel"), p + " is a part of a name"));
  }

  @Test
  void theFiguresAreLowerBoundsOfTheNarrator() throws IOException {
    assumeTrue(Files.exists(REPORT), "no ../shared/report here: skipped");
    List<Figure> figures = record().figures();
    assertEquals(
        List.of("killed 34650 null 2023-10-07", "wounded 77900 null 2023-10-07"),
        figures.stream()
            .map(f -> f.counts() + " " + f.low() + " " + f.high() + " " + f.since())
            .toList());
    assertTrue(figures.stream().allMatch(f -> f.attribution().equals(EventMention.NARRATOR)));
  }
}
