package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chancery.analysis.coding.Calibration;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  /** Scores of a coder that is surer than it is right. */
  private static List<Calibration.Observed> tooSure(long seed) {
    Random random = new Random(seed);
    List<Calibration.Observed> observed = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double score = 0.4 + 0.6 * random.nextDouble();
      observed.add(new Calibration.Observed(score, random.nextDouble() < 0.2 + 0.5 * score));
    }
    return observed;
  }

  @Test
  void theFittedCurveHoldsOnOthers() {
    Calibration fitted = Calibration.fit(tooSure(1));
    double before = new Calibration(1, 0).error(tooSure(2));
    double after = fitted.error(tooSure(2));
    assertTrue(before > 0.1, "before: " + before);
    assertTrue(after < 0.05, "after: " + after);
  }

  @Test
  void oneCurveAfterAnotherIsTheirComposition() {
    Calibration one = new Calibration(0.5, -0.3);
    Calibration two = new Calibration(2, 0.1);
    assertEquals(two.confidence(one.confidence(0.8)), two.after(one).confidence(0.8), 1e-9);
  }
}
