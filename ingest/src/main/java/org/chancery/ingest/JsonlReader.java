package org.chancery.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. A line that is none is a reject; the lines around it land. */
final class JsonlReader implements Readings {
  private static final int LONGEST_LINE = 4 * Fields.LONGEST_TEXT;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(LONGEST_LINE)
                      .maxNestingDepth(100)
                      .build())
              .build());
  private final InputStream in;
  private final Mapping mapping;
  private final String origin;
  private long line;

  JsonlReader(InputStream in, Mapping mapping, String origin) {
    this(in, mapping, origin, 0);
  }

  /** Reads from the middle of a file, after so many lines. */
  JsonlReader(InputStream in, Mapping mapping, String origin, long linesBefore) {
    this.line = linesBefore;
    this.in = in;
    this.mapping = mapping;
    this.origin = origin;
  }

  @Override
  public @Nullable Reading next() {
    try {
      while (true) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
          return null;
        }
        line++;
        long size = 0;
        for (; b >= 0 && b != '\n'; b = in.read()) {
          if (++size <= LONGEST_LINE) {
            bytes.write(b);
          }
        }
        String where = origin + ":" + line;
        if (size > LONGEST_LINE) {
          return Fields.tooLong(where, size);
        }
        String text = Bytes.decode(bytes.toByteArray(), null);
        if (!text.isBlank()) {
          return parse(text, where);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading parse(String text, String where) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      return new Reading.Reject(
          where,
          "syntax",
          "no JSON object at column " + column + ": " + Fields.brief(e.getOriginalMessage()));
    }
    if (!node.isObject()) {
      return new Reading.Reject(where, "syntax", "the line holds no JSON object");
    }
    if (!node.path(mapping.field("text")).isTextual()) {
      return new Reading.Reject(
          where,
          "no-text",
          "it has no text field \""
              + mapping.field("text")
              + "\"; name yours with --map text=FIELD");
    }
    Map<String, String> values = new HashMap<>();
    for (String key : Mapping.KEYS) {
      JsonNode value = node.path(mapping.field(key));
      if (value.isValueNode() && !value.isNull()) {
        values.put(key, value.asText());
      }
    }
    return Fields.read(values, "", where);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
