package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.junit.jupiter.api.Test;

/**
 * Near-duplicates: each report of the linking set with lightly edited copies of it; the other
 * reports of its happenings are the hard negatives.
 */
class CopiesTest {
  private static final Map<String, String> SYNONYMS =
      new TreeMap<>(
          Map.of(
              " said ", " stated ",
              " talks ", " discussions ",
              " told ", " informed ",
              " officials ", " functionaries ",
              " killed ", " left dead ",
              " several ", " a number of ",
              " city ", " town ",
              " yesterday ", " a day ago "));

  /** The edits that agencies and papers make, the same each time. */
  private static List<String> edited(String text) {
    List<String> paragraphs = new ArrayList<>(Arrays.asList(text.split("\n\n")));
    String tagged =
        "CAPITAL, (Agency) -- " + text + "\n\n(Reporting by our staff; all rights reserved)";
    String reworded = text;
    for (Map.Entry<String, String> synonym : SYNONYMS.entrySet()) {
      reworded = reworded.replace(synonym.getKey(), synonym.getValue());
    }
    List<String> sentences = new ArrayList<>(Arrays.asList(text.split("(?<=[.!?])\\s+")));
    Collections.swap(sentences, 0, sentences.size() - 1);
    List<String> copies = new ArrayList<>(List.of(tagged, reworded, String.join(" ", sentences)));
    if (paragraphs.size() > 2) {
      copies.add(String.join("\n\n", paragraphs.subList(0, paragraphs.size() - 1)));
      copies.add(
          "Updates with details. " + String.join(" ", paragraphs.subList(1, paragraphs.size())));
    }
    return copies;
  }

  @Test
  void lightlyEditedCopiesAreFoundAndOtherTellingsAreNot() throws IOException {
    LinkingGold gold = LinkingGold.read(Path.of("src/test/resources/gold/linking.jsonl"));
    CopyMeasure measure = new CopyMeasure();
    for (LinkingGold.Report report : gold.reports()) {
      String id = report.document().id();
      measure.add(report.document().text(), report.copyOf() == null ? id : report.copyOf());
      if (report.copyOf() == null) {
        edited(report.document().text()).forEach(text -> measure.add(text, id));
      }
    }
    CopyMeasure.Found found =
        measure.found(
            new ReportLinker(Codebook.of(List.of(Codebook.builtIn()))), gold.oneHappening());
    assertTrue(found.wanted() > 1_000, found.line());
    assertTrue(found.told() > 1_000, found.line());
    assertTrue(found.recall() >= 0.98, found.line());
    assertTrue(found.precision() >= 0.99, found.line());
  }
}
