package org.chancery.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.core.ChanceryException;
import org.chancery.core.Span;

/**
 * A sentence with one marked pair and, where it is known, the event between them.
 *
 * @param root PLOVER type, or YIELD of the older list, or empty
 */
record PairRow(String id, String text, List<Span> actors, List<Span> recipients, String root) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads lines of JSON whose spans are code points, half-open; a fault names file and line. */
  static List<PairRow> read(Path file) {
    List<PairRow> rows = new ArrayList<>();
    for (JsonNode node : lines(file)) {
      String text = node.path("text").asText("");
      String where = file + ":" + (rows.size() + 1);
      rows.add(
          new PairRow(
              node.path("id").asText(where),
              text,
              spans(node.path("actors"), text, where),
              spans(node.path("recipients"), text, where),
              node.path("root").asText("")));
    }
    return rows;
  }

  /** The objects of a JSONL file. */
  static List<JsonNode> lines(Path file) {
    List<JsonNode> nodes = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          nodes.add(JSON.readTree(line));
        }
      }
    } catch (JsonProcessingException e) {
      throw new ChanceryException(
          "usage", file + ":" + number + ": no JSON object; one a line is needed", e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new ChanceryException("usage", file + " does not exist", e);
    } catch (IOException e) {
      throw new ChanceryException("usage", file + " cannot be read: " + e.getMessage(), e);
    }
    return nodes;
  }

  /** The older name that a type goes by where the labels are the older list's. */
  static String older(String type, boolean yield) {
    return yield && Set.of("CONCEDE", "RETREAT").contains(type) ? "YIELD" : type;
  }

  /** Whether the labels are of the older list, with YIELD for CONCEDE and RETREAT. */
  static boolean hasYield(List<PairRow> rows) {
    return rows.stream().anyMatch(row -> row.root.equals("YIELD"));
  }

  private static List<Span> spans(JsonNode node, String text, String where) {
    List<Span> spans = new ArrayList<>();
    int points = text.codePointCount(0, text.length());
    for (JsonNode pair : node) {
      int begin = pair.path(0).asInt(-1);
      int end = pair.path(1).asInt(-1);
      if (begin < 0 || end <= begin || end > points) {
        throw new ChanceryException(
            "usage", where + ": " + pair + " is no span of its text (code points, half-open)");
      }
      spans.add(new Span(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end)));
    }
    return spans;
  }
}
