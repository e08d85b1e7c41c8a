package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.core.Analysis;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.Modality;
import org.chancery.core.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures on sets that are not in the repository; skipped where they are missing. */
class SharedSetsTest {
  private static final Path SHARED =
      Path.of(Objects.requireNonNullElse(System.getProperty("chancery.shared"), "missing"));

  private static List<JsonNode> rows(String name) throws IOException {
    Path file = SHARED.resolve(name);
    assumeTrue(Files.exists(file), file + " is not here; skipped");
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }

  private static Analysis gate(String text) {
    Analysis analysis = Analysis.of(TestEngine.document(text));
    for (int i = 0; i < 3; i++) {
      analysis = TestEngine.ENGINE.stages.get(i).apply(analysis);
    }
    return analysis;
  }

  @Test
  void theGateLosesAtMostHalfAPercentOfEventSentences() throws IOException {
    List<JsonNode> rows = rows("dev/plover/plv.jsonl");
    List<String> lost = new ArrayList<>();
    for (JsonNode row : rows) {
      String text = row.get("text").asText();
      int at = text.offsetByCodePoints(0, row.at("/actors/0/0").asInt());
      if (gate(text).get(Layers.GATED).stream().noneMatch(s -> s.begin() <= at && at < s.end())) {
        lost.add(row.get("id").asText());
      }
    }
    double share = (double) lost.size() / rows.size();
    System.out.printf("gate loss on plv: %.2f%% %s%n", 100 * share, lost);
    assertTrue(share <= 0.005, lost.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev/geo/lgl.jsonl",
        "dev/geo/geovirus.jsonl",
        "dev/attribution/polnear-dev.jsonl"
      })
  void theGateSparesTheEncoderWork(String name) throws IOException {
    long sentences = 0;
    long passed = 0;
    for (JsonNode row : rows(name)) {
      Analysis analysis = gate(row.get("text").asText());
      sentences += analysis.get(Layer.SENTENCES).size();
      passed += analysis.get(Layers.GATED).size();
    }
    System.out.printf(
        "gate passes %.1f%% of %d sentences of %s%n", 100.0 * passed / sentences, sentences, name);
    assertTrue(passed < sentences);
  }

  @Test
  void theFirstReportIsCodedAsExpected() throws IOException {
    Path file = SHARED.resolve("report/banjul.txt");
    assumeTrue(Files.exists(file), file + " is not here; skipped");
    String text = Files.readString(file);
    DocumentRecord record =
        TestEngine.ENGINE.pipeline.code(
            new Document("banjul", null, null, "2024-05-05", "en", null, text, "test"));
    assertTrue(has(record, "CONSULT", "IRN", "EGY"), "rows 1 and 2");
    assertTrue(has(record, "SUPPORT", "IRN", "EGY"), "row 6");
    assertTrue(has(record, "REQUEST", "IRN", "EGY"), "row 8");
    assertTrue(
        record.eventMentions().stream()
            .anyMatch(m -> m.type().equals("REQUEST") && side(m.actors(), "EGY")),
        "rows 9, 10");
    for (EventMention m : record.eventMentions()) {
      boolean deed =
          List.of("AID", "CONCEDE", "RETREAT").contains(m.type())
              && m.modality() == Modality.HAPPENED;
      assertTrue(!deed, "a deed that did not happen: " + m);
      boolean stranger =
          side(m.actors(), "SAU")
              || side(m.recipients(), "SAU")
              || side(m.actors(), "GMB")
              || side(m.recipients(), "GMB")
              || side(m.actors(), "USA");
      assertTrue(!stranger, "no party: " + m);
      Span span = m.trigger().span();
      assertTrue(span.of(text).equals(m.trigger().text()));
    }
  }

  private static boolean has(DocumentRecord record, String type, String actor, String recipient) {
    return record.eventMentions().stream()
        .anyMatch(
            m ->
                m.type().equals(type)
                    && side(m.actors(), actor)
                    && side(m.recipients(), recipient));
  }

  private static boolean side(List<EventMention.Participant> side, String country) {
    return side.stream().anyMatch(p -> p.code().startsWith(country));
  }
}
