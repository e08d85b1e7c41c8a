package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chancery.analysis.Engine;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.junit.jupiter.api.Test;

/** Linking of the tuned half, coded here; the floor is slightly under what was measured. */
class LinkingGoldTest {
  private static final double FLOOR = 0.86;

  @Test
  void theTunedHalfIsLinkedAsWellAsWasMeasured() throws IOException {
    LinkingGold gold =
        LinkingGold.read(Path.of("src/test/resources/gold/linking.jsonl")).half(false);
    LinkingMeasure measure =
        new LinkingMeasure(new ReportLinker(Codebook.of(List.of(Codebook.builtIn()))), gold);
    Engine engine = TestEngine.ENGINE;
    gold.reports().forEach(r -> measure.add(r, engine.pipeline.code(r.document())));
    assertTrue(measure.f1() >= FLOOR, measure.report());
  }

  @Test
  void bCubedOfAClusteringIsThatOfThePaper() {
    LinkingScores scores = new LinkingScores();
    for (String item : "a1 a1 a1 b1 b2 b2".split(" ")) { // one b stands among the three a
      scores.add(item.substring(0, 1), item.substring(1));
    }
    assertEquals((3 * 0.75 + 0.25 + 2) / 6, scores.precision(), 1e-9);
    assertEquals((3 + 1.0 / 3 + 2 * 2.0 / 3) / 6, scores.recall(), 1e-9);
  }
}
