package org.chancery.core;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reader, workers and one writer: results reach the writer in input order, with a bounded number
 * under way.
 */
public final class Runner {
  private final int threads;

  /** Uses that many workers (1 or more). */
  public Runner(int threads) {
    this.threads = Math.max(1, threads);
  }

  /**
   * Runs {@code work} over every item and hands the results to {@code writer} in order, on the
   * caller's thread. Reading and writing happen on the caller's thread; an interrupt stops the run
   * after what was written.
   */
  public <I, O> void run(Iterator<I> items, Function<I, O> work, Consumer<O> writer) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Queue<Future<O>> underWay = new ArrayDeque<>();
      while (items.hasNext() || !underWay.isEmpty()) {
        while (items.hasNext() && underWay.size() < threads * 4) {
          I item = items.next();
          underWay.add(workers.submit(() -> work.apply(item)));
        }
        Future<O> first = underWay.remove();
        writer.accept(first.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChanceryException("interrupted", "the run was interrupted", e);
    } catch (ExecutionException e) {
      throw new ChanceryException("internal", "a worker failed: " + e.getCause(), e);
    } finally {
      workers.shutdownNow();
    }
  }
}
