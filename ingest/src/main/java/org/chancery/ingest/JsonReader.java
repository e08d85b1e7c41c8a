package org.chancery.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file that is not one object a line: a list of objects, objects over many lines, or one
 * answer with its articles in a list that the mapping names. Objects are read one at a time.
 */
final class JsonReader implements Readings {
  private final JsonParser parser;
  private final JsonObjects objects;
  private final String items;
  private final String origin;
  private int lists;
  private long number;
  private boolean ended;

  JsonReader(InputStream in, Mapping mapping, String origin) throws IOException {
    this.parser = JsonObjects.JSON.createParser(Bytes.withoutMark(in));
    this.objects = new JsonObjects(mapping);
    this.items = mapping.items();
    this.origin = origin;
  }

  @Override
  public @Nullable Reading next() {
    if (ended) {
      return null;
    }
    try {
      JsonToken token = items.isEmpty() ? object() : item();
      if (token == null) {
        ended = true;
        return number == 0 ? nothing() : null;
      }
      number++;
      long line = parser.currentTokenLocation().getLineNr();
      JsonNode node = parser.readValueAsTree();
      return objects.read(node, origin + ":" + line + "#" + number);
    } catch (JsonProcessingException e) {
      ended = true;
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return new Reading.Reject(
          origin + ":" + line,
          "syntax",
          "the rest cannot be read as JSON: " + Fields.brief(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves to the next object of the file or of a list in it. */
  private @Nullable JsonToken object() throws IOException {
    JsonToken token = parser.nextToken();
    while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
      token = parser.nextToken();
    }
    return token;
  }

  /** Moves to the next object in a list with the name that the mapping gives. */
  private @Nullable JsonToken item() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (lists > 0) {
        if (token != JsonToken.END_ARRAY) {
          return token;
        }
        lists--;
      } else if (token == JsonToken.START_ARRAY) {
        if (items.equals(parser.currentName())) {
          lists++;
        } else {
          parser.skipChildren();
        }
      }
    }
    return null;
  }

  private @Nullable Reading nothing() {
    return new Reading.Reject(
        origin,
        "empty",
        items.isEmpty()
            ? "there is no JSON object in it"
            : "there is no list \"" + items + "\" with articles in it; does the mapping fit?");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
