package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chancery.analysis.encoder.WordPieceTokenizer;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.Modality;
import org.chancery.core.PlaceMention;
import org.chancery.core.TimeMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stages make of sentences: sentences, parties, places, days, events. */
class ReadingTest {
  private static DocumentRecord code(String text) {
    return TestEngine.ENGINE.pipeline.code(TestEngine.document(text));
  }

  private static List<String> sentences(String text) {
    return TestEngine.ENGINE
        .pipeline
        .analyse(TestEngine.document(text))
        .get(Layer.SENTENCES)
        .stream()
        .map(s -> s.of(text))
        .toList();
  }

  @Test
  void sentencesKeepAbbreviationsDatelinesAndQuotesTogether() {
    assertEquals(
        2,
        sentences("LAGOS, Jan. 3 - Gen. Okoro met Mr. Bello of the U.S. embassy. They talked.")
            .size());
    List<String> quoted =
        sentences("\"We will not go. We will stay,\" he said. The crowd cheered.");
    assertTrue(quoted.stream().anyMatch(q -> q.endsWith("stay,\" he said.")), quoted.toString());
    ;
    assertEquals(1, sentences("The group, led by Dr. A. B. Carr, has 3.5 million members.").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Peru's foreign minister resigned.|PER GOV",
        "The Egyptian army moved.|EGY MIL",
        "Nigerian rebels attacked.|NGA REB",
        "Kenyan police came.|KEN COP",
        "Boko Haram fled.|NGA REB",
        "The African Union met.|IGO",
        "Protesters in Lima sang.|CVL"
      })
  void partiesGetCountryAndSector(String text, String code) {
    List<String> codes =
        code(text).actors().stream()
            .map(ActorMention::actor)
            .filter(a -> a != null)
            .map(Actor::code)
            .toList();
    assertTrue(codes.contains(code), codes.toString());
  }

  @Test
  void anOfficeResolvesByTheDayOfTheReport() {
    String text = "Iran's foreign minister arrived in Muscat.";
    for (String[] day : new String[][] {{"2014-05-01", "Zarif"}, {"2024-03-01", "Amir"}}) {
      Document document = new Document("d", null, null, day[0], "en", null, text, "test");
      Actor actor = TestEngine.ENGINE.pipeline.code(document).actors().get(0).actor();
      assertTrue(actor != null && actor.name().contains(day[1]), String.valueOf(actor));
    }
  }

  @Test
  void placesResolveWithCoordinates() {
    PlaceMention place = code("The envoys met in Nairobi on Monday.").places().get(0);
    assertEquals("KEN", place.country());
    assertTrue(place.lat() != null && Math.abs(place.lat() + 1.28) < 0.2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They met on Tuesday.|2025-03-11",
        "They met on 3 February 2025.|2025-02-03",
        "They met on March 2.|2025-03-02",
        "They met yesterday.|2025-03-13"
      })
  void daysResolveAgainstTheReport(String text, String value) {
    List<String> values = code(text).times().stream().map(TimeMention::value).toList();
    assertTrue(values.contains(value), values.toString());
  }

  @Test
  void aCalledForTruceIsNoTruce() {
    DocumentRecord record =
        code(
            "The Egyptian foreign minister called for a ceasefire between Israel and Hamas on Monday.");
    for (EventMention mention : record.eventMentions()) {
      assertTrue(
          !mention.type().equals("RETREAT") || mention.modality() == Modality.CALLED_FOR,
          mention.toString());
    }
  }

  @Test
  void currenciesAreNoParties() {
    List<ActorMention> actors =
        code("The fund promised Ghana US$42 million and A$3 million on Monday.").actors();
    assertEquals(
        List.of("Ghana"),
        actors.stream().filter(a -> a.actor() != null).map(ActorMention::text).toList());
  }

  @Test
  void anEventWithoutADoerIsKept() {
    List<EventMention> mentions =
        code("Four opposition activists were arrested in Harare on Friday.").eventMentions();
    assertEquals(1, mentions.size());
    assertEquals("COERCE", mentions.get(0).type());
    assertTrue(mentions.get(0).actors().isEmpty());
  }

  @Test
  void sportIsNoEvent() {
    assertEquals(
        List.of(),
        code("Argentina beat Chile 2-1 in the quarter-final on Sunday.").eventMentions());
  }

  @Test
  void piecesHaveExactOffsets() {
    List<String> vocabulary =
        List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "nor", "##way", "met", "'", "s", "\u00e9");
    String text = "Norway's  met";
    new WordPieceTokenizer(vocabulary)
        .tokenize(text, 0, text.length())
        .forEach(piece -> assertTrue(piece.toString().length() > 0));
    assertEquals(5, new WordPieceTokenizer(vocabulary).tokenize(text, 0, text.length()).size());
  }
}
