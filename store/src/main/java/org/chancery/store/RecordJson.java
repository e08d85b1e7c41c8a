package org.chancery.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.jspecify.annotations.Nullable;

/** A document's record as one JSON object; {@link #schema()} is its JSON Schema. */
public final class RecordJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordJson() {}

  /** The record in one line, keys in the order of the schema. */
  public static String line(DocumentRecord record) {
    ObjectNode root = JSON.createObjectNode();
    root.set("document", document(record.document()));
    root.set("outcome", outcome(record.outcome()));
    RecordNodes.list(root, "actors", record.actors(), RecordNodes::actorMention);
    RecordNodes.list(root, "places", record.places(), RecordNodes::place);
    RecordNodes.list(root, "times", record.times(), RecordNodes::time);
    RecordNodes.list(root, "event_mentions", record.eventMentions(), RecordNodes::mention);
    RecordNodes.list(root, "events", record.events(), RecordNodes::event);
    RecordNodes.list(root, "attributions", record.attributions(), RecordNodes::attribution);
    RecordNodes.list(root, "statements", record.statements(), RecordNodes::statement);
    RecordNodes.list(root, "figures", record.figures(), RecordNodes::figure);
    RecordNodes.list(root, "framings", record.framings(), RecordNodes::framing);
    ObjectNode versions = root.putObject("versions");
    versions.put("engine", record.versions().engine());
    versions.put("codebook_hash", record.versions().codebookHash());
    ObjectNode models = versions.putObject("models");
    record.versions().models().forEach(models::put);
    return text(root);
  }

  /** The JSON Schema (2020-12) that every line keeps. */
  public static String schema() {
    try (InputStream in = RecordJson.class.getResourceAsStream("record-schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of strings as a JSON array. */
  static String array(List<String> values) {
    ArrayNode array = JSON.createArrayNode();
    values.forEach(array::add);
    return text(array);
  }

  private static String text(com.fasterxml.jackson.databind.JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode document(Document document) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", document.id());
    node.put("url", document.url());
    node.put("publisher", document.publisher());
    node.put("published", document.published());
    node.put("language", document.language());
    node.put("title", document.title());
    node.put("text", document.text());
    node.put("content_hash", document.contentHash());
    return node;
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode node = JSON.createObjectNode();
    node.put("status", status(outcome));
    node.put("reason", reason(outcome));
    node.put("detail", detail(outcome));
    return node;
  }

  static String status(Outcome outcome) {
    return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  static @Nullable String reason(Outcome outcome) {
    return outcome instanceof Outcome.Skipped skipped
        ? skipped.reason()
        : outcome instanceof Outcome.Failed failed ? failed.reason() : null;
  }

  static @Nullable String detail(Outcome outcome) {
    return outcome instanceof Outcome.Skipped skipped
        ? skipped.detail()
        : outcome instanceof Outcome.Failed failed ? failed.detail() : null;
  }
}
