package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.analysis.coding.Confidence;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  /** Mentions of a coder that is surer than it is right, with one sign that matters and one not. */
  private static List<Confidence.Observed> tooSure(long seed) {
    Random random = new Random(seed);
    List<Confidence.Observed> observed = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double sign = random.nextGaussian();
      double share = 1 / (1 + Math.exp(-(1.5 * sign - 0.5)));
      observed.add(
          new Confidence.Observed(
              Map.of("sign", sign, "noise", random.nextGaussian()),
              0.5 + 0.5 * share,
              random.nextDouble() < share));
    }
    return observed;
  }

  @Test
  void theFittedWeightsHoldOnOthers() {
    Confidence fitted = new Confidence(Map.of(), Map.of()).withAlone(Confidence.fit(tooSure(1)));
    assertEquals(1.5, fitted.alone().getOrDefault("sign", 0.0), 0.15);
    assertEquals(0, fitted.alone().getOrDefault("noise", 0.0), 0.1);
    double before = Confidence.error(tooSure(2));
    double after =
        Confidence.error(
            tooSure(2).stream()
                .map(o -> new Confidence.Observed(o.values(), fitted.of(o.values(), 1), o.right()))
                .toList());
    assertTrue(before > 0.1, "before: " + before);
    assertTrue(after < 0.05, "after: " + after);
  }

  @Test
  void weightsGoFromThoseOfASentenceToThoseOfAReport() {
    Confidence both =
        new Confidence(
            Map.of("offset", 0.0, "sign", 1.0, "least", 0.2, "least between two parties", 0.1),
            Map.of("offset", -1.0, "sign", 1.0, "least", 0.6, "least between two parties", 0.3));
    Map<String, Double> values = Map.of("sign", 1.0);
    assertEquals(1 / (1 + Math.exp(-1)), both.of(values, 1), 1e-9);
    assertEquals(1 / (1 + Math.exp(-0.5)), both.of(values, 2), 1e-9);
    assertEquals(0.5, both.of(values, 1_000_000), 1e-5);
    assertEquals(0.2, both.least(values, 1), 1e-9);
    assertEquals(0.5, both.least(values, 2), 1e-9);
    assertEquals(0.25, both.least(Map.of("between two parties", 1.0), 2), 1e-9);
  }
}
