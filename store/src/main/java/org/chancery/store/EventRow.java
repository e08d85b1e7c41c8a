package org.chancery.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Attribution;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.PlaceMention;
import org.jspecify.annotations.Nullable;

/**
 * One event mention as a reader of the record sees it: one row of tables, CSV and queries.
 *
 * @param confidence from 0 to 1; 0 where an event of another system has none
 * @param review the last verdict of a reviewer, {@code accept}, {@code correct} or {@code reject}
 * @param origin {@link #OWN}, or the system that the event was read from
 */
public record EventRow(
    String document,
    @Nullable String publisher,
    @Nullable String published,
    String id,
    String type,
    @Nullable String mode,
    @Nullable String cameo,
    int quadClass,
    double goldstein,
    String modality,
    List<String> actors,
    List<String> actorTexts,
    List<String> recipients,
    List<String> recipientTexts,
    String trigger,
    @Nullable String date,
    @Nullable String place,
    @Nullable String placeCountry,
    @Nullable Double lat,
    @Nullable Double lon,
    String saidBy,
    double confidence,
    String codedBy,
    @Nullable String review,
    String origin) {
  /** The origin of events that were coded here; others bear the name of their system. */
  public static final String OWN = "chancery";

  /** Copies the lists. */
  public EventRow {
    actors = List.copyOf(actors);
    actorTexts = List.copyOf(actorTexts);
    recipients = List.copyOf(recipients);
    recipientTexts = List.copyOf(recipientTexts);
  }

  /** The rows of one record, as the record file would give them. */
  public static List<EventRow> of(DocumentRecord record) {
    Map<String, PlaceMention> places = new HashMap<>();
    record.places().forEach(place -> places.put(place.id(), place));
    Map<String, String> speakers = speakers(record);
    Document document = record.document();
    String published = document.published();
    List<EventRow> rows = new ArrayList<>();
    for (EventMention m : record.eventMentions()) {
      PlaceMention place = m.place() == null ? null : places.get(m.place());
      EventMention.EventTime time = m.time();
      String date =
          time != null
              ? time.value()
              : published == null ? null : published.substring(0, Math.min(10, published.length()));
      rows.add(
          new EventRow(
              document.id(),
              document.publisher(),
              published,
              m.id(),
              m.type(),
              m.mode(),
              m.cameo(),
              m.quadClass(),
              m.goldstein(),
              m.modality().name().toLowerCase(Locale.ROOT),
              codes(m.actors()),
              texts(m.actors()),
              codes(m.recipients()),
              texts(m.recipients()),
              m.trigger().text(),
              date,
              place == null ? null : place.name(),
              place == null ? null : place.country(),
              place == null ? null : place.lat(),
              place == null ? null : place.lon(),
              speaker(speakers, m.attribution()),
              m.confidence(),
              m.codedBy(),
              null,
              OWN));
    }
    return rows;
  }

  /** The words of each attribution's source. */
  static Map<String, String> speakers(DocumentRecord record) {
    Map<String, String> speakers = new HashMap<>();
    for (Attribution attribution : record.attributions()) {
      Attribution.Source source = attribution.source();
      speakers.put(attribution.id(), source == null ? "unnamed" : source.text());
    }
    return speakers;
  }

  /** The country or group of each attribution's source, where it is resolved. */
  static Map<String, String> speakingCountries(DocumentRecord record) {
    Map<String, String> countries = new HashMap<>();
    for (ActorMention mention : record.actors()) {
      Actor actor = mention.actor();
      if (actor != null && actor.country() != null) {
        countries.put(mention.id(), actor.country());
      }
    }
    Map<String, String> speaking = new HashMap<>();
    for (Attribution attribution : record.attributions()) {
      Attribution.Source source = attribution.source();
      String country = source == null ? null : countries.get(source.actor());
      if (country != null) {
        speaking.put(attribution.id(), country);
      }
    }
    return speaking;
  }

  /** Who says what stands in an attribution: its source's words, or the narrator. */
  static String speaker(Map<String, String> speakers, String attribution) {
    return attribution.equals(EventMention.NARRATOR)
        ? attribution
        : speakers.getOrDefault(attribution, "unnamed");
  }

  private static List<String> codes(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::code).toList();
  }

  private static List<String> texts(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::text).toList();
  }
}
