package org.chancery.cli.faults;

import java.util.Random;

/** Moments of a command that says nothing while it runs: drawn from how long it took last. */
final class Timed {
  private long millis = 2_000;

  /** Runs it to its end, measured. */
  void measure(Run run) throws Exception {
    long began = System.nanoTime();
    run.run();
    millis = (System.nanoTime() - began) / 1_000_000;
  }

  /** Waits for a fifth of its time to a little more than all of it. */
  void moment(Random random) throws InterruptedException {
    Thread.sleep(millis * (20 + random.nextInt(85)) / 100);
  }

  /** A command. */
  interface Run {
    void run() throws Exception;
  }
}
