package org.chancery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Event;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/** Small records of invented happenings, to be written in other layouts and read again. */
final class ExchangeRecords {
  private static final Versions VERSIONS = new Versions("test", "hash", Map.of());

  private ExchangeRecords() {}

  /** One event of a report. */
  record Given(
      String type,
      @Nullable String mode,
      String cameo,
      int quad,
      double goldstein,
      Modality modality,
      List<String> actors,
      List<String> actorTexts,
      List<String> recipients,
      List<String> recipientTexts,
      @Nullable String date,
      @Nullable PlaceMention place) {}

  static PlaceMention place(String name, String country, String precision) {
    return new PlaceMention(
        "pl-" + name.replace(' ', '-'),
        new Span(0, 1),
        name,
        name,
        country,
        null,
        12.5,
        -7.25,
        null,
        null,
        precision,
        "test",
        1);
  }

  /** Events that every layout holds in all that it holds at all. */
  static List<Given> plain() {
    return List.of(
        new Given(
            "CONSULT",
            "visit",
            "042",
            1,
            1.9,
            Modality.HAPPENED,
            List.of("EGY GOV"),
            List.of("The Egyptian envoy"),
            List.of("ROU MIL"),
            List.of("Romania's \"chief\" of staff"),
            "2025-03-01",
            place("Kati", "MLI", "city")),
        new Given(
            "ASSAULT",
            null,
            "180",
            4,
            -9,
            Modality.HAPPENED,
            List.of("YEM REB GOV"),
            List.of("the militia"),
            List.of("UNO"),
            List.of("United Nations"),
            "2025-03-02",
            place("Mali", "MLI", "country")),
        new Given(
            "ACCUSE",
            "disapprove",
            "110",
            3,
            -2,
            Modality.HAPPENED,
            List.of("FRA JRN"),
            List.of("The weekly"),
            List.of("KEN MED"),
            List.of("nurses' union"),
            "2025-03-03",
            place("Kayes", "MLI", "admin1")),
        new Given(
            "PROTEST",
            "demo",
            "141",
            4,
            -6.5,
            Modality.HAPPENED,
            List.of("CVL"),
            List.of("crowds"),
            List.of(),
            List.of(),
            "2025-03-04",
            null),
        new Given(
            "AID",
            null,
            "070",
            2,
            7,
            Modality.HAPPENED,
            List.of("NGO"),
            List.of("a relief body"),
            List.of("KEN"),
            List.of("Kenya"),
            "2025-03-05",
            null));
  }

  /** Events with what layouts lose. */
  static List<Given> hard() {
    return List.of(
        new Given(
            "COOPERATE",
            null,
            "061",
            2,
            6.4,
            Modality.ONGOING,
            List.of("GEO-ABK PRM", "CYP-TRN GOV"),
            List.of("the guards; and", "a tab\there"),
            List.of("MNC PRE", "EUR SOC"),
            List.of("the firm", "the fund"),
            "2025-03-01/2025-03-04",
            place("Port Ada, North", "CYP-TRN", "point")),
        new Given(
            "ACCUSE",
            "allege",
            "112",
            3,
            -2,
            Modality.DENIED,
            List.of("PER GOV"),
            List.of("Peru"),
            List.of("CHL"),
            List.of("Chile"),
            "2025-03-02",
            place("the Sahel", "MLI", "region")),
        new Given(
            "CONSULT",
            null,
            "040",
            1,
            1,
            Modality.PLANNED,
            List.of("PER GOV"),
            List.of("Peru"),
            List.of("CHL"),
            List.of("Chile"),
            "2025-04-02",
            null),
        new Given(
            "REQUEST",
            "meet",
            "020",
            3,
            3,
            Modality.CALLED_FOR,
            List.of("PER GOV"),
            List.of("Peru"),
            List.of("CHL"),
            List.of("Chile"),
            "2025-03-02",
            null),
        new Given(
            "RETREAT",
            "release",
            "0841",
            2,
            7,
            Modality.HAPPENED,
            List.of("TUR BUS NGO AGR LAB"),
            List.of("the league"),
            List.of("TUR"),
            List.of("Turkey"),
            "2025-03",
            null));
  }

  /** Writes a record with one report. */
  static void write(Path file, List<Given> given) {
    List<PlaceMention> places = new ArrayList<>();
    List<EventMention> mentions = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Given g : given) {
      int n = mentions.size();
      if (g.place() != null) {
        places.add(g.place());
      }
      mentions.add(
          new EventMention(
              "em-" + n,
              g.type(),
              g.mode(),
              List.of("military"),
              g.cameo(),
              g.quad(),
              g.goldstein(),
              g.modality(),
              side(g.actors(), g.actorTexts()),
              side(g.recipients(), g.recipientTexts()),
              false,
              new EventMention.Trigger(new Span(n, n + 1), "word"),
              new Span(0, 20),
              g.date() == null ? null : new EventMention.EventTime(g.date(), "day", null),
              g.place() == null ? null : g.place().id(),
              EventMention.NARRATOR,
              null,
              0.75,
              "model:test"));
      events.add(
          new Event(
              "ev-" + n,
              g.type(),
              List.of("em-" + n),
              g.actors(),
              g.recipients(),
              g.date(),
              null,
              g.modality(),
              List.of("narrator"),
              "one"));
    }
    Document document =
        new Document(
            "one.txt",
            "https://wire.example/2025/one.html",
            "wire.example",
            "2025-03-06",
            "en",
            "T",
            "Twenty letters stand here and more.",
            "test");
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(VERSIONS, List.of("x"));
      store.write(
          new DocumentRecord(
              document,
              new Outcome.Coded(),
              List.of(),
              places,
              List.of(),
              mentions,
              events,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              VERSIONS));
      store.end(1, 0, 0, 0, 0);
    }
  }

  private static List<EventMention.Participant> side(List<String> codes, List<String> texts) {
    List<EventMention.Participant> side = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      side.add(new EventMention.Participant(null, new Span(i, i + 1), texts.get(i), codes.get(i)));
    }
    return side;
  }
}
