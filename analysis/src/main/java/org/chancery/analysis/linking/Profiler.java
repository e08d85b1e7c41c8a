package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.MentionProfile;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Makes what linking compares from a document's record. */
final class Profiler {
  private static final int NAMES = 60;
  private static final int GUESSED_DAYS = 3;
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,3}(?:[,.]\\d{3})+|\\b\\d+");
  private static final Pattern WORD_NUMBER =
      Pattern.compile(
          "\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|hundred|dozens?)\\b");
  private static final List<String> UNITS =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
              .split(" "));

  private final Words words;
  private final Series series;

  Profiler(Codebook codebook, Words words) {
    this.words = words;
    series = new Series(codebook);
  }

  /** The profiles of a document's mentions, in their order. */
  List<MentionProfile> of(DocumentRecord record) {
    Document document = record.document();
    Map<String, ActorMention> actors = new HashMap<>();
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    Map<String, PlaceMention> places = new HashMap<>();
    record.places().forEach(place -> places.put(place.id(), place));
    MentionProfile.Report report = report(record);
    List<MentionProfile> profiles = new ArrayList<>();
    for (EventMention mention : record.eventMentions()) {
      String sentence = mention.sentence().of(document.text());
      profiles.add(
          new MentionProfile(
              mention.id(),
              profiles.size(),
              mention.type(),
              mention.modality(),
              mention.symmetric(),
              series.in(sentence),
              codes(mention.actors()),
              codes(mention.recipients()),
              parties(mention, actors),
              days(mention, report.published()),
              where(mention.place() == null ? null : places.get(mention.place())),
              last(words.of(mention.trigger().text())),
              List.copyOf(words.of(sentence)),
              numbers(sentence, mention),
              report));
    }
    return profiles;
  }

  MentionProfile.Report report(DocumentRecord record) {
    Document document = record.document();
    Set<String> countries = new TreeSet<>();
    record.actors().forEach(mention -> countries(mention.actor(), countries));
    for (PlaceMention place : record.places()) {
      if (place.country() != null) {
        countries.add(place.country());
      }
    }
    String title = document.title() == null ? "" : document.title();
    return new MentionProfile.Report(
        document.id(),
        DayRange.day(document.day()),
        List.copyOf(countries),
        words.rarest(words.of(title + "\n" + document.text()), NAMES));
  }

  private static void countries(@Nullable Actor actor, Set<String> countries) {
    if (actor != null) {
      if (actor.country() != null) {
        countries.add(actor.country());
      }
      actor.members().forEach(member -> countries(member, countries));
    }
  }

  private static List<String> codes(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::code).distinct().sorted().toList();
  }

  private static List<String> parties(EventMention mention, Map<String, ActorMention> actors) {
    Set<String> ids = new TreeSet<>();
    for (List<EventMention.Participant> side : List.of(mention.actors(), mention.recipients())) {
      for (EventMention.Participant participant : side) {
        ActorMention who = actors.get(String.valueOf(participant.mention()));
        if (who != null && who.actor() != null) {
          Actor actor = who.actor();
          ids.add(actor.id());
          actor.members().forEach(member -> ids.add(member.id()));
        }
      }
    }
    return List.copyOf(ids);
  }

  private static MentionProfile.@Nullable Days days(
      EventMention mention, @Nullable Integer published) {
    EventMention.EventTime time = mention.time();
    if (time != null && time.span() != null) {
      MentionProfile.Days said = DayRange.of(time.value());
      if (said != null) {
        return said;
      }
    }
    return published == null ? null : DayRange.before(published, GUESSED_DAYS);
  }

  private static MentionProfile.@Nullable Where where(@Nullable PlaceMention place) {
    return place == null
        ? null
        : new MentionProfile.Where(
            place.name(),
            place.country(),
            place.admin1(),
            place.lat(),
            place.lon(),
            place.geonameid(),
            place.precision());
  }

  private static String last(Set<String> stems) {
    String last = "";
    for (String stem : stems) {
      last = stem;
    }
    return last;
  }

  /** Numbers in figures or words from 2 to 20 and round ones, without those of the date. */
  private static List<String> numbers(String sentence, EventMention mention) {
    EventMention.EventTime time = mention.time();
    Span when = time == null ? null : time.span();
    int shift = mention.sentence().begin();
    Set<String> numbers = new LinkedHashSet<>();
    Matcher digits = NUMBER.matcher(sentence);
    while (digits.find()) {
      Span here = new Span(digits.start() + shift, digits.end() + shift);
      if (when == null || !when.overlaps(here)) {
        numbers.add(digits.group().replaceAll("[,.]", ""));
      }
    }
    Matcher spelled = WORD_NUMBER.matcher(sentence.toLowerCase(Locale.ROOT));
    while (spelled.find()) {
      int unit = UNITS.indexOf(spelled.group());
      numbers.add(unit < 0 ? spelled.group() : String.valueOf(unit));
    }
    return List.copyOf(numbers);
  }
}
