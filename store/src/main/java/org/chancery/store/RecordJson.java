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
import java.util.function.BiConsumer;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Attribution;
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
    list(root, "actors", record.actors(), RecordJson::actorMention);
    list(root, "places", record.places(), RecordJson::place);
    list(root, "times", record.times(), RecordJson::time);
    list(root, "event_mentions", record.eventMentions(), RecordJson::mention);
    list(root, "events", record.events(), RecordJson::event);
    list(root, "attributions", record.attributions(), RecordJson::attribution);
    list(root, "statements", record.statements(), RecordJson::statement);
    list(root, "figures", record.figures(), RecordJson::figure);
    list(root, "framings", record.framings(), RecordJson::framing);
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

  private static <T> void list(
      ObjectNode root, String key, List<T> values, BiConsumer<ObjectNode, T> fill) {
    ArrayNode array = root.putArray(key);
    values.forEach(value -> fill.accept(array.addObject(), value));
  }

  private static void actorMention(ObjectNode node, ActorMention mention) {
    node.put("id", mention.id());
    span(node, "span", mention.span());
    node.put("text", mention.text());
    node.put("form", lower(mention.form()));
    Actor actor = mention.actor();
    if (actor == null) {
      node.putNull("actor");
    } else {
      actor(node.putObject("actor"), actor);
    }
    node.put("antecedent", mention.antecedent());
    node.put("resolved_by", mention.resolvedBy());
    node.put("confidence", mention.confidence());
  }

  private static void actor(ObjectNode party, Actor actor) {
    party.put("id", actor.id());
    party.put("name", actor.name());
    party.put("country", actor.country());
    strings(party, "sectors", actor.sectors());
    Actor.Office office = actor.office();
    if (office == null) {
      party.putNull("office");
    } else {
      party
          .putObject("office")
          .put("title", office.title())
          .put("from", office.from())
          .put("to", office.to());
    }
    list(party, "members", actor.members(), RecordJson::actor);
  }

  private static void place(ObjectNode node, PlaceMention place) {
    node.put("id", place.id());
    span(node, "span", place.span());
    node.put("text", place.text());
    node.put("name", place.name());
    node.put("country", place.country());
    node.put("admin1", place.admin1());
    node.put("lat", place.lat());
    node.put("lon", place.lon());
    node.put("geonameid", place.geonameid());
    node.put("feature", place.feature());
    node.put("precision", place.precision());
    node.put("resolved_by", place.resolvedBy());
    node.put("confidence", place.confidence());
  }

  private static void time(ObjectNode node, TimeMention time) {
    node.put("id", time.id());
    span(node, "span", time.span());
    node.put("text", time.text());
    node.put("value", time.value());
    node.put("type", time.type());
    node.put("precision", time.precision());
  }

  private static void mention(ObjectNode node, EventMention mention) {
    node.put("id", mention.id());
    node.put("type", mention.type());
    node.put("mode", mention.mode());
    strings(node, "contexts", mention.contexts());
    node.put("cameo", mention.cameo());
    node.put("quad_class", mention.quadClass());
    node.put("goldstein", mention.goldstein());
    node.put("modality", lower(mention.modality()));
    list(node, "actors", mention.actors(), RecordJson::participant);
    list(node, "recipients", mention.recipients(), RecordJson::participant);
    node.put("symmetric", mention.symmetric());
    ObjectNode trigger = node.putObject("trigger");
    span(trigger, "span", mention.trigger().span());
    trigger.put("text", mention.trigger().text());
    span(node, "sentence", mention.sentence());
    EventMention.EventTime when = mention.time();
    if (when == null) {
      node.putNull("time");
    } else {
      ObjectNode time =
          node.putObject("time").put("value", when.value()).put("precision", when.precision());
      if (when.span() == null) {
        time.putNull("span");
      } else {
        span(time, "span", when.span());
      }
    }
    node.put("place", mention.place());
    node.put("attribution", mention.attribution());
    node.put("within", mention.within());
    node.put("confidence", mention.confidence());
    node.put("coded_by", mention.codedBy());
  }

  private static void participant(ObjectNode node, EventMention.Participant participant) {
    node.put("mention", participant.mention());
    span(node, "span", participant.span());
    node.put("text", participant.text());
    node.put("code", participant.code());
  }

  private static void event(ObjectNode node, Event event) {
    node.put("id", event.id());
    node.put("type", event.type());
    strings(node, "mentions", event.mentions());
    strings(node, "actors", event.actors());
    strings(node, "recipients", event.recipients());
    node.put("date", event.date());
    node.put("place", event.place());
    node.put("modality", lower(event.modality()));
    strings(node, "sources", event.sources());
    node.put("count", event.count());
  }

  private static void attribution(ObjectNode node, Attribution attribution) {
    node.put("id", attribution.id());
    Attribution.Source source = attribution.source();
    if (source == null) {
      node.putNull("source");
    } else {
      ObjectNode speaker = node.putObject("source");
      spans(speaker, source.spans());
      speaker.put("text", source.text());
      speaker.put("actor", source.actor());
    }
    if (attribution.cue().isEmpty()) {
      node.putNull("cue");
    } else {
      spans(node.putObject("cue"), attribution.cue());
    }
    spans(node.putObject("content"), attribution.content());
    node.put("form", lower(attribution.form()));
    node.put("parent", attribution.parent());
  }

  private static void statement(ObjectNode node, Statement statement) {
    node.put("id", statement.id())
        .put("attribution", statement.attribution())
        .put("issue", statement.issue());
    node.put("stance", statement.stance()).put("act", statement.act());
    span(node, "span", statement.span());
  }

  private static void figure(ObjectNode node, Figure figure) {
    node.put("id", figure.id());
    span(node, "span", figure.span());
    node.put("text", figure.text()).put("counts", figure.counts());
    node.put("low", figure.low()).put("high", figure.high()).put("unit", figure.unit());
    node.put("of_whom", figure.ofWhom()).put("by_whom", figure.byWhom());
    node.put("since", figure.since())
        .put("until", figure.until())
        .put("part_of", figure.partOf())
        .put("attribution", figure.attribution());
  }

  private static void framing(ObjectNode node, Framing framing) {
    node.put("id", framing.id());
    span(node, "span", framing.span());
    node.put("text", framing.text()).put("term", framing.term());
    node.put("referent", framing.referent()).put("attribution", framing.attribution());
  }

  private static void span(ObjectNode node, String key, Span span) {
    node.putArray(key).add(span.begin()).add(span.end());
  }

  private static void spans(ObjectNode node, List<Span> spans) {
    ArrayNode array = node.putArray("spans");
    spans.forEach(span -> array.addArray().add(span.begin()).add(span.end()));
  }

  private static void strings(ObjectNode node, String key, List<String> values) {
    ArrayNode array = node.putArray(key);
    values.forEach(array::add);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
