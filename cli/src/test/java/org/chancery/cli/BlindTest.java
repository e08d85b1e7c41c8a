package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.chancery.core.EventMention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Swapping known parties swaps the record and changes nothing else. */
class BlindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "% accused & of shelling a border village on Monday.|Israel|Lebanon",
        "% sent food and doctors to & after the earthquake.|Iran|Norway",
        "Troops from % attacked a convoy in &, officials said.|Russia|Georgia",
        "% rejected a demand from & to free the sailors.|China|Japan"
      })
  void partiesAreInterchangeable(String pattern, String one, String other) {
    List<EventMention> there = code(pattern, one, other);
    List<EventMention> back = code(pattern, other, one);
    assertFalse(there.isEmpty());
    assertEquals(there.size(), back.size());
    for (int i = 0; i < there.size(); i++) {
      EventMention a = there.get(i);
      EventMention b = back.get(i);
      assertEquals(
          a.type() + a.modality() + a.confidence(), b.type() + b.modality() + b.confidence());
      assertEquals(swapped(a.actors(), one, other), codes(b.actors()));
      assertEquals(swapped(a.recipients(), one, other), codes(b.recipients()));
    }
  }

  private static List<EventMention> code(String pattern, String a, String b) {
    String text = pattern.replace("%", a).replace("&", b);
    return TestEngine.ENGINE.pipeline.code(TestEngine.document(text)).eventMentions();
  }

  private static List<String> codes(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::code).toList();
  }

  private static List<String> swapped(
      List<EventMention.Participant> side, String one, String other) {
    String a = country(one);
    String b = country(other);
    return side.stream()
        .map(
            p ->
                p.code().startsWith(a)
                    ? b + p.code().substring(3)
                    : p.code().startsWith(b) ? a + p.code().substring(3) : p.code())
        .toList();
  }

  private static String country(String name) {
    return TestEngine.ENGINE.codebook.table("actors/countries.tsv").stream()
        .filter(row -> row.get("name").equals(name))
        .findFirst()
        .orElseThrow()
        .get("code");
  }
}
