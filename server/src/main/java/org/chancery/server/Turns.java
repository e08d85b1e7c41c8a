package org.chancery.server;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;

/**
 * So many questions run at the same time and no more ({@value #A_PROCESSOR} a processor), the
 * others in the order in which they came; none runs longer than its limit. With one a processor the
 * fast ones were slower, with eight the slow ones, and no more were answered
 * (docs/bench-record.md). A turn is taken before the lock of the record: who holds the lock and
 * waits for a turn would hold up a writer, and he those who have the turns.
 */
final class Turns implements AutoCloseable {
  /** A question that takes longer is stopped; so long one waits for a turn. */
  static final long LIMIT_SECONDS = 20;

  private static final int A_PROCESSOR = 2;
  private static final long SOON_MILLIS = 1_000;

  private final long waitMillis;
  private final Semaphore turns;
  private final ScheduledExecutorService limits = timer("record-limits");

  /** Apart from the limits, which must not wait for what is done here. */
  private final ScheduledExecutorService later = timer("record-later");

  Turns() {
    this(A_PROCESSOR * Runtime.getRuntime().availableProcessors(), LIMIT_SECONDS * 1_000);
  }

  Turns(int atOnce, long waitMillis) {
    turns = new Semaphore(atOnce, true);
    this.waitMillis = waitMillis;
  }

  /** Runs a question when its turn has come. */
  <T> T take(Supplier<T> question) {
    try {
      if (!turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
        throw new ChanceryException("busy", "too many questions at once; ask again in a moment");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChanceryException("busy", "the server stops", e);
    }
    try {
      return question.get();
    } finally {
      turns.release();
    }
  }

  /** Asks a store; after so many seconds it is stopped, and with it what it is asked then. */
  <T> T limited(RecordStore store, long seconds, Function<RecordStore, T> question) {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> limit =
        limits.schedule(
            () -> {
              late.set(true);
              store.stop();
            },
            seconds,
            TimeUnit.SECONDS);
    try {
      return question.apply(store);
    } catch (ChanceryException e) {
      throw late.get()
          ? new ChanceryException(
              "slow",
              "this took longer than "
                  + seconds
                  + " s and was stopped; ask for less, such as one year",
              e)
          : e;
    } finally {
      limit.cancel(false);
    }
  }

  /** Does what can wait until the first pages are out; a fault of it is nobody's yet. */
  void soon(Runnable task) {
    ScheduledFuture<?> unused = later.schedule(task, SOON_MILLIS, TimeUnit.MILLISECONDS);
  }

  static ScheduledExecutorService timer(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void close() {
    later.shutdownNow();
    limits.shutdownNow();
  }
}
