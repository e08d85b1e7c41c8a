package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.analysis.linking.Sketcher;
import org.chancery.core.Document;
import org.chancery.core.Link;
import org.junit.jupiter.api.Test;

/** Near-duplicates: each report of the linking set with lightly edited copies of it. */
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
    List<String> copies = new ArrayList<>(List.of(tagged, reworded));
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
    Sketcher sketcher = new Sketcher();
    List<String> sources = new ArrayList<>();
    List<List<Integer>> sketches = new ArrayList<>();
    for (LinkingGold.Report report : gold.reports()) {
      String id = report.document().id();
      String source = report.copyOf() == null ? id : report.copyOf();
      List<String> texts = new ArrayList<>(List.of(report.document().text()));
      if (report.copyOf() == null) {
        texts.addAll(edited(report.document().text()));
      }
      for (String text : texts) {
        sources.add(source);
        sketches.add(sketcher.sketch(new Document(id, null, null, null, "en", null, text, "test")));
      }
    }
    List<String> names = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      names.add(String.format("%04d", i));
      for (int j = 0; j < i; j++) {
        if (sketcher.copies(sketches.get(i), sketches.get(j))) {
          links.add(new Link(names.get(i), names.get(j), 1, List.of()));
        }
      }
    }
    Map<String, String> said = new TreeMap<>();
    new ReportLinker(Codebook.of(List.of(Codebook.builtIn())))
        .sources(names, links)
        .forEach(source -> source.forEach(name -> said.put(name, source.first())));
    int right = 0;
    int found = 0;
    int wanted = 0;
    for (int i = 0; i < sources.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean same = sources.get(i).equals(sources.get(j));
        boolean one = String.valueOf(said.get(names.get(i))).equals(said.get(names.get(j)));
        wanted += same ? 1 : 0;
        found += one ? 1 : 0;
        right += same && one ? 1 : 0;
      }
    }
    String measured = right + " of " + wanted + " pairs found, " + found + " said";
    assertTrue(wanted > 1_000, measured);
    assertTrue(right >= 0.98 * wanted, measured);
    assertTrue(right >= 0.99 * found, measured);
  }
}
