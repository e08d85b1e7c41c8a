package org.chancery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.Document;
import org.chancery.core.Runner;
import org.chancery.store.RecordJson;
import org.junit.jupiter.api.Test;

/**
 * The samples' records, as reviewed: {@code mvn verify -Dupdate.goldens=true} writes them anew. On
 * another processor the last bits of floating-point sums are others: the confidence may differ by
 * 0.02, and a few samples may hold an event more or less.
 */
class GoldenTest {
  /** A twentieth of the samples. */
  private static final int MOST_DIFFERENT = 2;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDENS =
      TestEngine.ROOT.resolve("cli/src/test/resources/goldens.jsonl");

  private static List<String> lines(int threads, List<Document> documents) {
    List<String> lines = new ArrayList<>();
    new Runner(threads)
        .run(
            documents.iterator(),
            TestEngine.ENGINE.pipeline::code,
            r -> lines.add(RecordJson.line(r)));
    return lines;
  }

  /** Without what changes with every edit of the codebook, and confidence apart. */
  private static JsonNode comparable(String line, List<Double> confidences) throws IOException {
    ObjectNode node = (ObjectNode) JSON.readTree(line);
    node.remove("versions");
    for (JsonNode mention : node.get("event_mentions")) {
      confidences.add(mention.get("confidence").asDouble());
      ((ObjectNode) mention).remove(List.of("confidence", "coded_by"));
    }
    return node;
  }

  @Test
  void theSamplesAreCodedAsReviewed() throws IOException {
    List<String> now = lines(2, TestEngine.samples());
    if (Boolean.getBoolean("update.goldens")) {
      Files.write(GOLDENS, now, UTF_8);
    }
    List<String> golden = Files.readAllLines(GOLDENS, UTF_8);
    assertEquals(golden.size(), now.size(), "number of samples");
    List<String> different = new ArrayList<>();
    for (int i = 0; i < golden.size(); i++) {
      List<Double> before = new ArrayList<>();
      List<Double> after = new ArrayList<>();
      JsonNode expected = comparable(golden.get(i), before);
      JsonNode actual = comparable(now.get(i), after);
      if (!expected.equals(actual)) {
        different.add(expected.at("/document/id").asText());
        if (different.size() > MOST_DIFFERENT) {
          assertEquals(expected.toPrettyString(), actual.toPrettyString(), different.toString());
        }
        continue;
      }
      for (int k = 0; k < before.size(); k++) {
        assertEquals(before.get(k), after.get(k), 0.02);
      }
    }
    System.out.println("samples that differ from their goldens: " + different);
  }

  @Test
  void everyLineKeepsTheSchema() {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(RecordJson.schema());
    for (String line : lines(2, TestEngine.samples())) {
      assertEquals(
          List.of(), List.copyOf(schema.validate(line, com.networknt.schema.InputFormat.JSON)));
    }
  }

  @Test
  void threadsAndNeighboursDoNotChangeAByte() {
    List<Document> samples = TestEngine.samples().subList(0, 12);
    List<String> one = lines(1, samples);
    assertEquals(one, lines(2, samples));
    assertEquals(one, lines(8, samples));
    assertEquals(one.get(5), lines(1, samples.subList(5, 6)).get(0));
  }

  @Test
  void allTypesAndAllEvidenceStandInTheSamples() throws IOException {
    java.util.Set<String> types = new java.util.TreeSet<>();
    for (String line : lines(2, TestEngine.samples())) {
      JsonNode node = JSON.readTree(line);
      String text = node.at("/document/text").asText();
      for (JsonNode mention : node.get("event_mentions")) {
        types.add(mention.get("type").asText());
        JsonNode span = mention.at("/trigger/span");
        assertEquals(
            mention.at("/trigger/text").asText(),
            text.substring(span.get(0).asInt(), span.get(1).asInt()));
      }
    }
    assertEquals(16, types.size(), types.toString());
    assertTrue(TestEngine.samples().size() >= 40);
  }
}
