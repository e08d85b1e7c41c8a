package org.chancery.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.chancery.core.Reading;

/** From JSON objects to documents. */
final class JsonObjects {
  /** The longest JSON text of one document, in bytes. */
  static final int LONGEST = 4 * Fields.LONGEST_TEXT;

  /** Reads JSON within bounds of length and depth. */
  static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(LONGEST)
                      .maxNestingDepth(100)
                      .build())
              .build());

  private final Mapping mapping;
  private final Map<String, FieldPath> paths;

  JsonObjects(Mapping mapping) {
    this.mapping = mapping;
    this.paths = mapping.paths();
  }

  Reading read(JsonNode node, String where) {
    if (!node.isObject()) {
      return new Reading.Reject(where, "syntax", "there is no JSON object");
    }
    Map<String, String> values = new HashMap<>();
    paths.forEach((key, path) -> values.put(key, path.of(node)));
    if (values.getOrDefault("text", "").isEmpty()
        && !node.path(mapping.field("text")).isTextual()) {
      return new Reading.Reject(
          where,
          "no-text",
          "it has no text field \""
              + mapping.field("text")
              + "\"; name yours with --map text=FIELD");
    }
    return Fields.read(values, "", where);
  }
}
