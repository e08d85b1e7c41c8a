package org.chancery.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.ChanceryException;
import org.chancery.store.EventEvidence;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.chancery.store.StoredDocument;

/**
 * An event as two records are compared: where it stands, and its fields by name.
 *
 * @param begin offset of the trigger
 * @param fields type, mode, CAMEO code, modality, codes of both sides, date, place, who says so
 * @param by what coded it, with its confidence
 */
record ComparedEvent(
    String document,
    int begin,
    String trigger,
    String sentence,
    String actors,
    String recipients,
    Map<String, String> fields,
    String by) {

  /** The events of a record's reports. */
  record Reports(Map<String, List<ComparedEvent>> events) {
    List<String> documents() {
      return List.copyOf(events.keySet());
    }

    List<ComparedEvent> of(String document) {
      return events.getOrDefault(document, List.of());
    }
  }

  boolean sameTrigger(ComparedEvent other) {
    return begin < other.begin + other.trigger.length() && other.begin < begin + trigger.length();
  }

  boolean sameParties(ComparedEvent other) {
    return actors.equals(other.actors) && recipients.equals(other.recipients);
  }

  /** "type: AGREE -> SUPPORT" for each field that differs. */
  List<String> changes(ComparedEvent other) {
    List<String> changes = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          String now = other.fields.getOrDefault(name, "");
          if (!now.equals(value)) {
            changes.add(name + ": " + shown(value) + " -> " + shown(now));
          }
        });
    if (!changes.isEmpty() && !by.equals(other.by)) {
      changes.add("coded by: " + by + " -> " + other.by);
    }
    return changes;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "none" : value;
  }

  String line() {
    return fields.get("type")
        + "  "
        + fields.get("actors")
        + " ("
        + actors
        + ")  ->  "
        + fields.get("recipients")
        + " ("
        + recipients
        + ")  \""
        + trigger
        + "\" "
        + fields.get("modality")
        + ", "
        + by;
  }

  /** Reads a record of either form. */
  static Reports read(Path record) {
    return String.valueOf(record.getFileName()).endsWith(".duckdb")
        ? stored(record)
        : printed(record);
  }

  private static Reports stored(Path record) {
    Map<String, List<ComparedEvent>> events = new TreeMap<>();
    try (RecordStore store = RecordStore.open(record)) {
      StoredDocument.ids(store).forEach(id -> events.put(id, new ArrayList<>()));
      for (EventEvidence evidence : EventEvidence.all(store)) {
        EventRow row = evidence.row();
        Map<String, String> fields =
            fields(
                row.type(),
                row.mode(),
                row.cameo(),
                row.modality(),
                String.join(", ", row.actors()),
                String.join(", ", row.recipients()),
                row.date(),
                row.place(),
                row.saidBy());
        events
            .computeIfAbsent(row.document(), k -> new ArrayList<>())
            .add(
                new ComparedEvent(
                    row.document(),
                    evidence.begin(),
                    row.trigger(),
                    evidence.sentence(),
                    String.join("; ", row.actorTexts()),
                    String.join("; ", row.recipientTexts()),
                    fields,
                    row.codedBy() + " " + row.confidence()));
      }
    }
    return new Reports(events);
  }

  private static Map<String, String> fields(@org.jspecify.annotations.Nullable String... values) {
    List<String> names =
        List.of(
            "type",
            "mode",
            "CAMEO",
            "modality",
            "actors",
            "recipients",
            "date",
            "place",
            "said by");
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String value = values[i];
      fields.put(names.get(i), value == null ? "" : value);
    }
    return fields;
  }

  private static Reports printed(Path record) {
    Map<String, List<ComparedEvent>> events = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(record)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode node = json.readTree(line);
          String id = node.at("/document/id").asText();
          List<ComparedEvent> here = events.computeIfAbsent(id, k -> new ArrayList<>());
          node.path("event_mentions").forEach(mention -> here.add(printed(id, node, mention)));
        }
      }
    } catch (JsonProcessingException e) {
      throw new ChanceryException(
          "record",
          record + ":" + number + ": no JSON object; give what code --format jsonl wrote",
          e);
    } catch (IOException e) {
      throw new ChanceryException("record", record + " cannot be read: " + e.getMessage(), e);
    }
    return new Reports(events);
  }

  private static ComparedEvent printed(String document, JsonNode record, JsonNode mention) {
    String text = record.at("/document/text").asText();
    int begin = mention.at("/sentence/0").asInt();
    int end = Math.min(mention.at("/sentence/1").asInt(), text.length());
    String place = "";
    for (JsonNode other : record.path("places")) {
      place = other.path("id").equals(mention.path("place")) ? other.path("name").asText() : place;
    }
    String speaker = mention.path("attribution").asText();
    for (JsonNode said : record.path("attributions")) {
      speaker =
          said.path("id").equals(mention.path("attribution"))
              ? said.at("/source/text").asText("unnamed")
              : speaker;
    }
    Map<String, String> fields =
        fields(
            mention.path("type").asText(),
            mention.path("mode").asText(""),
            mention.path("cameo").asText(""),
            mention.path("modality").asText(),
            joined(mention.path("actors"), "code", ", "),
            joined(mention.path("recipients"), "code", ", "),
            mention.at("/time/value").asText(""),
            place,
            speaker);
    return new ComparedEvent(
        document,
        mention.at("/trigger/span/0").asInt(),
        mention.at("/trigger/text").asText(),
        text.substring(Math.min(begin, end), end),
        joined(mention.path("actors"), "text", "; "),
        joined(mention.path("recipients"), "text", "; "),
        fields,
        mention.path("coded_by").asText() + " " + mention.path("confidence").asDouble());
  }

  private static String joined(JsonNode side, String field, String between) {
    List<String> parts = new ArrayList<>();
    side.forEach(part -> parts.add(part.path(field).asText()));
    return String.join(between, parts);
  }
}
