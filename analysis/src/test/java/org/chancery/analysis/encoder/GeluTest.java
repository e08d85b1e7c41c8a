package org.chancery.analysis.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of x times the normal distribution, from tables. */
class GeluTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0.8413447",
    "-1, -0.1586553",
    "0.5003, 0.345991",
    "2, 1.9544997",
    "-3, -0.0040497",
    "7.9999, 7.9999",
    "12, 12",
    "-12, 0"
  })
  void isNearTheFormula(float x, float value) {
    assertEquals(value, Gelu.of(x), 2e-6f);
  }
}
