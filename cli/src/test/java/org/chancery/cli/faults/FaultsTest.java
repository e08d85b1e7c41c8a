package org.chancery.cli.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One kill of each of three commands; {@code tools/faults.sh} does many. */
class FaultsTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"code", "serve", "migration"})
  void aKilledCommandLosesAndDoublesNothing(String name) throws Exception {
    Scenario scenario =
        Faults.scenarios().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    assertEquals(List.of(), Faults.run(scenario, folder, 1, 7, System.out).faults());
  }
}
