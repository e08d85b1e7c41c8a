package org.chancery.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chancery.core.ActorMention;
import org.chancery.core.Attribution;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Event;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.Framing;
import org.chancery.core.Outcome;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Statement;
import org.chancery.core.TimeMention;
import org.chancery.core.Versions;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordJson#line} writes. The records of {@code core} are filled by their
 * components' names, so a component that the line writer names alike needs nothing here; {@code
 * RecordParserTest} holds that nothing is lost.
 */
public final class RecordParser {
  /** A line holds one report's text, bounded by the readers, and what was found in it. */
  private static final int LONGEST_STRING = 64_000_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LONGEST_STRING)
                          .maxNestingDepth(100)
                          .build())
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(Span.class, new SpanReader()))
          .build();

  private RecordParser() {}

  /**
   * The record of a line.
   *
   * @param origin where the document was read from, which a line does not say
   * @throws ChanceryException with reason {@code syntax} when the line is no record of this version
   */
  public static DocumentRecord parse(String line, String origin) {
    try {
      JsonNode root = JSON.readTree(line);
      if (!root.isObject()) {
        throw new ChanceryException("syntax", "it holds no JSON object");
      }
      return new DocumentRecord(
          document(root.path("document"), origin),
          outcome(root.path("outcome")),
          list(root, "actors", ActorMention.class),
          list(root, "places", PlaceMention.class),
          list(root, "times", TimeMention.class),
          list(root, "event_mentions", EventMention.class),
          list(root, "events", Event.class),
          attributions(root),
          list(root, "statements", Statement.class),
          list(root, "figures", Figure.class),
          list(root, "framings", Framing.class),
          JSON.treeToValue(root.path("versions"), Versions.class));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ChanceryException(
          "syntax",
          "it is no record of this version of Chancery: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }

  private static Document document(JsonNode node, String origin) {
    return new Document(
        required(node, "id"),
        text(node, "url"),
        text(node, "publisher"),
        text(node, "published"),
        text(node, "language"),
        text(node, "title"),
        required(node, "text"),
        origin);
  }

  private static Outcome outcome(JsonNode node) {
    String status = required(node, "status");
    return switch (status) {
      case "coded" -> new Outcome.Coded();
      case "skipped" -> new Outcome.Skipped(required(node, "reason"), required(node, "detail"));
      case "failed" -> new Outcome.Failed(required(node, "reason"), required(node, "detail"));
      default -> throw new IllegalArgumentException("no outcome is called \"" + status + "\"");
    };
  }

  private static <T> List<T> list(JsonNode root, String key, Class<T> type)
      throws JsonProcessingException {
    List<T> values = new ArrayList<>();
    for (JsonNode node : array(root, key)) {
      values.add(JSON.treeToValue(node, type));
    }
    return List.copyOf(values);
  }

  /** Cue and content stand in a line as objects that hold spans. */
  private static List<Attribution> attributions(JsonNode root) throws JsonProcessingException {
    for (JsonNode node : array(root, "attributions")) {
      for (String part : List.of("cue", "content")) {
        JsonNode spans = node.path(part).path("spans");
        ((ObjectNode) node).set(part, spans.isArray() ? spans : JSON.createArrayNode());
      }
    }
    return list(root, "attributions", Attribution.class);
  }

  private static JsonNode array(JsonNode root, String key) {
    JsonNode array = root.path(key);
    if (!array.isArray()) {
      throw new IllegalArgumentException("it has no list \"" + key + "\"");
    }
    for (JsonNode node : array) {
      if (!node.isObject()) {
        throw new IllegalArgumentException("\"" + key + "\" holds something that is no object");
      }
    }
    return array;
  }

  private static String required(JsonNode node, String key) {
    String value = text(node, key);
    if (value == null) {
      throw new IllegalArgumentException("it has no \"" + key + "\"");
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isTextual() ? value.asText() : null;
  }

  /** A span is an array of begin and end. */
  private static final class SpanReader extends JsonDeserializer<Span> {
    @Override
    public Span deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      int[] ends = parser.readValueAs(int[].class);
      if (ends.length != 2) {
        throw new IllegalArgumentException("a span has two ends, not " + ends.length);
      }
      return new Span(ends[0], ends[1]);
    }
  }
}
