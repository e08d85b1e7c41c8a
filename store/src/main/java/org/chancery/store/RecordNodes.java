package org.chancery.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Attribution;
import org.chancery.core.Event;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.Framing;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Statement;
import org.chancery.core.TimeMention;

/** The parts of a document's record as JSON objects, in the order of the schema. */
final class RecordNodes {
  private RecordNodes() {}

  static <T> void list(
      ObjectNode root, String key, List<T> values, BiConsumer<ObjectNode, T> fill) {
    ArrayNode array = root.putArray(key);
    values.forEach(value -> fill.accept(array.addObject(), value));
  }

  static void actorMention(ObjectNode node, ActorMention mention) {
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
    list(party, "members", actor.members(), RecordNodes::actor);
  }

  static void place(ObjectNode node, PlaceMention place) {
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

  static void time(ObjectNode node, TimeMention time) {
    node.put("id", time.id());
    span(node, "span", time.span());
    node.put("text", time.text());
    node.put("value", time.value());
    node.put("type", time.type());
    node.put("precision", time.precision());
  }

  static void mention(ObjectNode node, EventMention mention) {
    node.put("id", mention.id());
    node.put("type", mention.type());
    node.put("mode", mention.mode());
    strings(node, "contexts", mention.contexts());
    node.put("cameo", mention.cameo());
    node.put("quad_class", mention.quadClass());
    node.put("goldstein", mention.goldstein());
    node.put("modality", lower(mention.modality()));
    list(node, "actors", mention.actors(), RecordNodes::participant);
    list(node, "recipients", mention.recipients(), RecordNodes::participant);
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

  static void event(ObjectNode node, Event event) {
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

  static void attribution(ObjectNode node, Attribution attribution) {
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

  static void statement(ObjectNode node, Statement statement) {
    node.put("id", statement.id())
        .put("attribution", statement.attribution())
        .put("issue", statement.issue());
    node.put("stance", statement.stance()).put("act", statement.act());
    span(node, "span", statement.span());
  }

  static void figure(ObjectNode node, Figure figure) {
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

  static void framing(ObjectNode node, Framing framing) {
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
