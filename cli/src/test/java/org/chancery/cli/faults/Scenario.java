package org.chancery.cli.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A command that is killed at a random moment, and what must hold then. */
interface Scenario {
  String name();

  /** Makes what the command works on in an empty folder. */
  void prepare(Path folder) throws Exception;

  /**
   * Starts the command and kills it at a moment drawn from {@code random}.
   *
   * @return what does not hold after the kill; empty when all is well
   */
  List<String> kill(Path folder, Random random) throws Exception;

  /** Lets the command go on to its end, and gives all rows that it has written, sorted. */
  List<String> finish(Path folder) throws Exception;
}
