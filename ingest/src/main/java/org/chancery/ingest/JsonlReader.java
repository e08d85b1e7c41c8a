package org.chancery.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. A line that is none is a reject; the lines around it land. */
final class JsonlReader implements Readings {
  private final Lines lines;
  private final JsonObjects objects;
  private final String origin;

  JsonlReader(InputStream in, Mapping mapping, String origin) throws IOException {
    this(in, mapping, origin, 0);
  }

  /** Reads from the middle of a file, after so many lines. */
  JsonlReader(InputStream in, Mapping mapping, String origin, long linesBefore) throws IOException {
    this.lines = new Lines(in, JsonObjects.LONGEST, linesBefore);
    this.objects = new JsonObjects(mapping);
    this.origin = origin;
  }

  @Override
  public @Nullable Reading next() {
    try {
      while (lines.next()) {
        String where = origin + ":" + lines.number();
        if (lines.tooLong()) {
          return Fields.tooLong(where, lines.size());
        }
        String text = lines.text();
        if (!text.isBlank()) {
          return parse(text, where);
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading parse(String text, String where) {
    JsonNode node;
    try {
      node = JsonObjects.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      return new Reading.Reject(
          where,
          "syntax",
          "no JSON object at column " + column + ": " + Fields.brief(e.getOriginalMessage()));
    }
    return objects.read(node, where);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
