package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.junit.jupiter.api.Test;

/** What may be one happening and what may not, each rule by reports that differ in it alone. */
class LinkingRulesTest {
  private static final ReportLinker LINKER =
      new ReportLinker(Codebook.of(List.of(Codebook.builtIn())));

  /** A report being made: sentences, each with one mention. */
  private static final class Told {
    private final String id;
    private final String published;
    private final StringBuilder text = new StringBuilder();
    private final List<EventMention> mentions = new ArrayList<>();
    private final List<ActorMention> named = new ArrayList<>();

    private Told(String id, String published) {
      this.id = id;
      this.published = published;
    }

    /** A sentence, and a day that its first words of that look (yyyy-mm-dd) say, if any. */
    Told says(String type, Modality modality, String actor, String recipient, String sentence) {
      Span span = new Span(text.length(), text.length() + sentence.length());
      var day = java.util.regex.Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(sentence);
      EventMention.EventTime time =
          day.find()
              ? new EventMention.EventTime(
                  day.group(),
                  "day",
                  new Span(span.begin() + day.start(), span.begin() + day.end()))
              : null;
      Span words = new Span(span.begin(), span.begin() + 4);
      mentions.add(
          new EventMention(
              "em-" + id + mentions.size(),
              type,
              null,
              List.of(),
              null,
              1,
              1,
              modality,
              List.of(new EventMention.Participant(null, words, "A", actor)),
              List.of(new EventMention.Participant(null, words, "B", recipient)),
              type.equals("CONSULT"),
              new EventMention.Trigger(words, sentence.substring(0, 4)),
              span,
              time,
              null,
              EventMention.NARRATOR,
              null,
              0.9,
              "model:m"));
      text.append(sentence).append(' ');
      return this;
    }

    /** Says that the report names this country. */
    Told naming(String country) {
      named.add(
          new ActorMention(
              "a" + named.size(),
              new Span(0, 4),
              "x",
              ActorMention.Form.NAME,
              new Actor("state:" + country, country, country, List.of("GOV"), null),
              null,
              "test",
              1));
      return this;
    }

    private DocumentRecord record() {
      return new DocumentRecord(
          new Document(id, null, "Wire", published, "en", null, text.toString(), "test"),
          new Outcome.Coded(),
          named,
          List.of(),
          List.of(),
          mentions,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Versions("0", "hash", Map.of()));
    }
  }

  /** The events of some reports, mentions by id, as a record would link them. */
  private static Set<Set<String>> events(Told... reports) {
    Map<String, MentionProfile> all = new TreeMap<>();
    for (Told report : reports) {
      LINKER.profiles(report.record()).forEach(p -> all.put(p.mention(), p));
    }
    List<Link> links = new ArrayList<>();
    for (MentionProfile one : all.values()) {
      for (MentionProfile other : all.values()) {
        Set<Long> shared = new TreeSet<>(LINKER.keys(one));
        shared.retainAll(LINKER.keys(other));
        Link link =
            one.mention().compareTo(other.mention()) < 0 && !shared.isEmpty()
                ? LINKER.link(one, other)
                : null;
        if (link != null) {
          links.add(link);
        }
      }
    }
    Set<Set<String>> events = new java.util.HashSet<>();
    LINKER
        .events(all.keySet(), links, List.of())
        .forEach(g -> events.add(Set.copyOf(g.mentions())));
    return events;
  }

  private static boolean one(Told... reports) {
    return events(reports).size() == 1;
  }

  private static Told told(String id, String published) {
    return new Told(id, published);
  }

  private static Told seizure(String id, String actor, String who) {
    return told(id, "2024-03-06")
        .says(
            "COERCE",
            Modality.HAPPENED,
            actor,
            "CHL",
            who + " seized the freighter Valdivia off Callao on 2024-03-05.");
  }

  @Test
  void aCoalitionStandsForItsMembersOnlyWhereTheTextSaysSo() {
    Told member = seizure("b", "PER MIL", "Peruvian marines");
    Told named = seizure("a", "IGO MIL", "A coalition with Peru in it").naming("PER");
    Told silent = seizure("a", "IGO MIL", "A coalition of navies");
    assertTrue(one(named, member));
    assertFalse(one(silent, member));
    assertTrue(one(silent, seizure("c", "IGO MIL", "The coalition of navies")));
  }

  @Test
  void narratedBackgroundIsOfTheOlderEventAndNotOfTodays() {
    Told older =
        told("a", "2024-01-11")
            .says(
                "CONSULT",
                Modality.HAPPENED,
                "PER GOV",
                "CHL GOV",
                "Peru met Chile in Arica on 2024-01-10 about the lithium railway to Ilo.");
    for (String day : List.of("on 2024-03-04 ", "")) {
      Told newer =
          told("b", "2024-03-05")
              .says(
                  "CONSULT",
                  Modality.HAPPENED,
                  "PER GOV",
                  "CHL GOV",
                  "Peru met Chile in Tacna " + day + "about the lithium railway to Ilo.")
              .says(
                  "CONSULT",
                  Modality.HAPPENED,
                  "PER GOV",
                  "CHL GOV",
                  "They had met in Arica on 2024-01-10 about the lithium railway to Ilo.");
      assertEquals(
          Set.of(Set.of("em-a0", "em-b1"), Set.of("em-b0")), events(older, newer), "'" + day + "'");
    }
  }

  private static Told meeting(String id, String published, Modality modality, String sentence) {
    return told(id, published).says("CONSULT", modality, "PER GOV", "CHL GOV", sentence);
  }

  @Test
  void aPlanAndAHappeningAreOneOnlyWhereALaterReportTellsItAndTheDaysFit() {
    String sentence = "Peru and Chile meet in Tacna on 2024-03-04 over the lithium railway to Ilo.";
    String moved = sentence.replace("03-04", "03-06");
    String undated = sentence.replace(" on 2024-03-04", "");
    Told plan = meeting("a", "2024-03-01", Modality.PLANNED, sentence);
    assertTrue(one(plan, meeting("b", "2024-03-05", Modality.HAPPENED, sentence)));
    assertFalse(one(plan, meeting("b", "2024-02-28", Modality.HAPPENED, sentence)));
    assertFalse(one(plan, meeting("b", "2024-03-07", Modality.HAPPENED, moved)));
    assertFalse(
        one(
            meeting("a", "2024-03-01", Modality.PLANNED, undated),
            meeting("b", "2024-03-05", Modality.HAPPENED, sentence)));
  }

  @Test
  void aSeriesIsNoneOfItsPartsAndTheFirstOfSeveralIsOne() {
    String end = " raids on the Tumbes depots on 2024-03-04.";
    Told series = raid("a", "PER MIL", "Peru flew a series of" + end);
    Told first = raid("b", "PER MIL", "Peru flew the first of a series of" + end);
    Told single = raid("c", "PER MIL", "Peru flew one of its" + end);
    assertFalse(one(series, first));
    assertFalse(one(series, single));
    assertTrue(one(first, single));
    assertTrue(one(series, raid("d", "PER MIL", "Peru flew a string of" + end)));
  }

  private static Told raid(String id, String actor, String sentence) {
    return told(id, "2024-03-05").says("ASSAULT", Modality.HAPPENED, actor, "ECU", sentence);
  }

  @Test
  void twoStrikesOnOneCityOnOneDayByDifferentActorsAreTwo() {
    String strike = " jets struck the Tumbes depots on 2024-03-04, killing 12 dockers.";
    assertTrue(one(raid("a", "PER MIL", "Peruvian" + strike), raid("b", "PER", "Peru's" + strike)));
    assertFalse(
        one(raid("a", "PER MIL", "Peruvian" + strike), raid("b", "COL MIL", "Colombian" + strike)));
    assertFalse(
        one(raid("a", "PER MIL", "Peruvian" + strike), raid("b", "PER REB", "Rebel" + strike)));
  }

  @Test
  void oneStrikeOfWhichTwoSidesAccuseOneAnotherMayBeOne() {
    String strike = " guns hit the Tumbes clinic on 2024-03-04, killing 12 patients.";
    Told theirs =
        told("b", "2024-03-05")
            .says("ASSAULT", Modality.HAPPENED, "ECU MIL", "PER", "Ecuador's" + strike);
    assertTrue(one(raid("a", "PER MIL", "Peru's" + strike), theirs));
  }

  @Test
  void twoMeetingsAWeekApartAreTwoWhateverTheirReportsSayOfDays() {
    String said = "Peru met Chile in Tacna on 2024-03-04 about the lithium railway to Ilo.";
    String unsaid = "Peru met Chile in Tacna about the lithium railway to Ilo.";
    Told one = meeting("a", "2024-03-05", Modality.HAPPENED, said);
    assertFalse(
        one(one, meeting("b", "2024-03-12", Modality.HAPPENED, said.replace("03-04", "03-11"))));
    assertFalse(
        one(
            meeting("a", "2024-03-05", Modality.HAPPENED, unsaid),
            meeting("b", "2024-03-12", Modality.HAPPENED, unsaid)));
    assertTrue(one(one, meeting("b", "2024-03-05", Modality.HAPPENED, unsaid)));
  }
}
