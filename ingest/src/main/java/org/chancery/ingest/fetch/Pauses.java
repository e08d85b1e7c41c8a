package org.chancery.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pause between two requests to one host; waiting ends at once when fetching is stopped. */
final class Pauses {
  private static final int HOSTS = 10_000;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private final Duration pause;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<String, Long> next = new Recent<>(HOSTS);

  Pauses(Duration pause) {
    this.pause = pause;
  }

  /**
   * Waits until the host may be asked again.
   *
   * @param asked the pause that the host's robots.txt asks for, or zero; at most a minute is kept
   */
  void await(String host, Duration asked) throws FetchException {
    Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
    Duration kept = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    long wait;
    synchronized (next) {
      long now = System.nanoTime();
      long turn = Math.max(now, next.getOrDefault(host, now));
      next.put(host, turn + kept.toNanos());
      wait = turn - now;
    }
    try {
      if (stopped.await(wait, TimeUnit.NANOSECONDS)) {
        throw new FetchException("stopped", "fetching was stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("stopped", "fetching was interrupted");
    }
  }

  void stop() {
    stopped.countDown();
  }
}
