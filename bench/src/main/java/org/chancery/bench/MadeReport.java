package org.chancery.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Attribution;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Event;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.Framing;
import org.chancery.core.Ids;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Statement;
import org.chancery.core.TimeMention;

/** One report while it is made. */
final class MadeReport {
  private final MadeReports of;
  private final Random random;
  private final String id;
  private final LocalDate day;
  private final StringBuilder text = new StringBuilder();
  private final List<ActorMention> actors = new ArrayList<>();
  private final List<PlaceMention> places = new ArrayList<>();
  private final List<TimeMention> times = new ArrayList<>();
  private final List<EventMention> mentions = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Attribution> attributions = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Framing> framings = new ArrayList<>();
  private final long number;

  MadeReport(MadeReports of, long n) {
    this.of = of;
    number = n;
    id = Ids.of("made", of.seed, n);
    random = new Random(of.seed * 1_000_003 + n * 7_919);
    day = MadeReports.FIRST.plusDays(n * MadeReports.DAYS / of.reports);
  }

  DocumentRecord record() {
    int first = of.country.draw(random);
    int second = (first + 1 + of.counterpart.draw(random)) % of.countries.size();
    int size = 1 + random.nextInt((int) (2 * MadeReports.MEAN_EVENTS) - 1);
    for (int i = 0; i < size; i++) {
      boolean turned = random.nextInt(4) == 0;
      sentence(
          of.countries.get(turned ? second : first), of.countries.get(turned ? first : second));
      if (random.nextInt(2) == 0) {
        text.append(pick(of.lists.filler())).append(' ');
      }
    }
    String title = mentions.get(0).trigger().text() + ": report " + number;
    Document document =
        new Document(
            id,
            "https://example.org/" + id,
            "Outlet " + of.outlet.draw(random),
            day.toString(),
            "en",
            title,
            text.toString(),
            "made:" + number);
    return new DocumentRecord(
        document,
        new Outcome.Coded(),
        actors,
        places,
        times,
        mentions,
        events,
        attributions,
        statements,
        figures,
        framings,
        MadeReports.VERSIONS);
  }

  private void sentence(Map<String, String> a, Map<String, String> b) {
    Lists.Example example = pick(of.lists.examples());
    int begin = text.length();
    List<EventMention.Participant> left = new ArrayList<>();
    List<EventMention.Participant> right = new ArrayList<>();
    Span trigger = new Span(begin, begin);
    String place = null;
    for (Lists.Piece piece : example.pieces()) {
      int from = text.length();
      switch (piece.mark()) {
        case "a" -> left.add(party(a, left.size()));
        case "r" -> right.add(party(b, right.size()));
        case "p" -> place = place();
        default -> text.append(piece.text());
      }
      if (piece.mark().equals("t")) {
        trigger = new Span(from, text.length());
      }
    }
    Span sentence = new Span(begin, text.length());
    text.append(' ');
    String by = random.nextInt(2) == 0 ? EventMention.NARRATOR : said(sentence, left.get(0));
    mention(example, left, right, trigger, sentence, place, by);
    rest(sentence, by);
  }

  private EventMention.Participant party(Map<String, String> country, int before) {
    String code = country.getOrDefault("code", "");
    String words =
        (before == 0 ? "the foreign ministry of " : "an envoy of ") + country.get("name");
    Span span = new Span(text.length(), text.length() + words.length());
    text.append(words);
    Actor actor = new Actor(code + ":mfa", words, code, List.of("GOV"), null);
    String mention = Ids.of("am", id, span);
    actors.add(
        new ActorMention(
            mention, span, words, ActorMention.Form.OFFICE, actor, null, "bench", 0.9));
    return new EventMention.Participant(mention, span, words, code + " GOV");
  }

  private String place() {
    Map<String, String> drawn = of.lists.cities().get(of.city.draw(random));
    String name = drawn.getOrDefault("name", "");
    Span span = new Span(text.length(), text.length() + name.length());
    text.append(name);
    String place = Ids.of("pm", id, span);
    places.add(
        new PlaceMention(
            place,
            span,
            name,
            name,
            drawn.get("country"),
            drawn.get("admin1"),
            Double.valueOf(drawn.getOrDefault("lat", "0")),
            Double.valueOf(drawn.getOrDefault("lon", "0")),
            drawn.get("geonameid"),
            drawn.get("feature"),
            random.nextInt(4) == 0 ? "admin1" : "city",
            "bench",
            0.9));
    return place;
  }

  private String said(Span sentence, EventMention.Participant by) {
    String attribution = Ids.of("at", id, sentence);
    attributions.add(
        new Attribution(
            attribution,
            new Attribution.Source(List.of(by.span()), by.text(), by.mention()),
            List.of(),
            List.of(sentence),
            Attribution.Form.INDIRECT,
            null));
    return attribution;
  }

  private void mention(
      Lists.Example example,
      List<EventMention.Participant> left,
      List<EventMention.Participant> right,
      Span trigger,
      Span sentence,
      @org.jspecify.annotations.Nullable String place,
      String by) {
    Map<String, String> type = of.lists.types().getOrDefault(example.type(), Map.of());
    String when = when();
    String mention = Ids.of("em", id, trigger);
    mentions.add(
        new EventMention(
            mention,
            example.type(),
            null,
            List.of("diplomatic"),
            null,
            Integer.parseInt(type.getOrDefault("quad_number", "1")),
            Double.parseDouble(type.getOrDefault("score", "0")),
            Modality.of(example.modality().isEmpty() ? "happened" : example.modality()),
            left,
            right,
            example.type().equals("CONSULT"),
            new EventMention.Trigger(trigger, text.substring(trigger.begin(), trigger.end())),
            sentence,
            new EventMention.EventTime(when, "day", sentence),
            place,
            by,
            null,
            Math.round(100 * (0.4 + 0.6 * random.nextDouble())) / 100.0,
            "model:bench"));
    times.add(new TimeMention(Ids.of("tm", id, trigger), sentence, when, when, "DATE", "day"));
    events.add(
        new Event(
            Ids.of("ev", id, trigger),
            example.type(),
            List.of(mention),
            codes(left),
            codes(right),
            when,
            place,
            Modality.HAPPENED,
            List.of(by),
            "one"));
  }

  /** The day of the report or shortly before; now and then an older one, a week, month or year. */
  private String when() {
    int kind = random.nextInt(20);
    LocalDate told = day.minusDays(kind < 16 ? random.nextInt(4) : random.nextInt(2_000));
    return switch (kind) {
      case 17 -> told.toString().substring(0, 7);
      case 18 -> told.toString().substring(0, 4);
      case 19 -> String.format(Locale.ROOT, "%d-W%02d", told.getYear(), 1 + random.nextInt(52));
      default -> told.toString();
    };
  }

  private void rest(Span sentence, String by) {
    if (random.nextInt(3) == 0 && !by.equals(EventMention.NARRATOR)) {
      statements.add(
          new Statement(
              Ids.of("st", id, sentence),
              by,
              pick(of.lists.issues()),
              random.nextBoolean() ? "for" : "against",
              "position",
              sentence));
    }
    if (random.nextInt(3) == 0) {
      long low = 1L + random.nextInt(500);
      figures.add(
          new Figure(
              Ids.of("fg", id, sentence),
              sentence,
              low + " people",
              random.nextInt(3) == 0 ? "displaced" : "killed",
              low,
              low,
              "people",
              "people",
              null,
              null,
              null,
              null,
              by));
    }
    if (random.nextInt(5) == 0) {
      framings.add(
          new Framing(
              Ids.of("fr", id, sentence),
              sentence,
              pick(of.lists.terms()),
              "term",
              "referent",
              by));
    }
  }

  private List<String> codes(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::code).toList();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
