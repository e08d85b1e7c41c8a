package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Places of short reports, resolved by the gazetteer with the whole pipeline. */
class PlacesTest {
  private static List<String> places(String text) {
    return TestEngine.ENGINE.pipeline.code(TestEngine.document(text)).places().stream()
        .map(place -> place.text() + " " + place.country())
        .toList();
  }

  @Test
  void aSeatOfAProvinceIsKnownByItsEnglishName() {
    List<String> found = places("The ministers of Gambia and Chad met in Geneva on Monday.");
    assertEquals(List.of("Gambia GMB", "Chad TCD", "Geneva CHE"), found);
  }

  @Test
  void aTownIsTheOneOfTheRegionAfterIt() {
    List<String> found = places("Delegates from both sides met in Paris, Texas on Monday.");
    assertEquals(List.of("Paris USA", "Texas USA"), found);
  }
}
