package org.chancery.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;
import org.chancery.store.search.SearchIndex;
import org.chancery.store.search.SearchQuery;
import org.chancery.store.search.SearchResults;
import org.jspecify.annotations.Nullable;

/**
 * Search over the record that is served. An index goes with the very state of the record that it
 * was made from; when the record has changed, the next one is made ready beside it, and until then
 * the older pair answers.
 */
final class Searches implements AutoCloseable {
  /** How long a question waits for a newer index where an older one could answer. */
  private static final long PATIENCE_MILLIS = 700;

  /** How long it waits where there is none. */
  private static final long FIRST_MILLIS = 10_000;

  private final Records records;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "chancery-index");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Opened current;
  private @Nullable Future<Opened> coming;

  Searches(Records records) {
    this.records = records;
    records.beforeExchange(this::release);
    records.turns().soon(this::begin);
  }

  /** An index that is there and up to date is opened before anybody asks. */
  private void begin() {
    try (RecordStore store = records.state().store()) {
      if (!SearchIndex.isCurrent(store, SearchIndex.folder(records.file()))) {
        return;
      }
    }
    synchronized (this) {
      if (coming == null && current == null) {
        coming = worker.submit(this::open);
      }
    }
  }

  /** Closes what is kept of a state that is given up. */
  private void release() {
    Opened old;
    synchronized (this) {
      old = current;
      current = null;
    }
    if (old != null) {
      old.close();
    }
  }

  /** An index with the state of the record that it goes with. */
  private static final class Opened {
    private final SearchIndex index;
    private final RecordStore store;
    private final long revision;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    Opened(SearchIndex index, RecordStore store, long revision) {
      this.index = index;
      this.store = store;
      this.revision = revision;
    }

    /** Nothing where it was closed meanwhile. */
    Optional<SearchResults> find(SearchQuery query) {
      use.readLock().lock();
      try {
        return closed ? Optional.empty() : Optional.of(index.find(query));
      } finally {
        use.readLock().unlock();
      }
    }

    void close() {
      use.writeLock().lock();
      try {
        if (!closed) {
          closed = true;
          index.close();
          store.close();
        }
      } finally {
        use.writeLock().unlock();
      }
    }
  }

  /** Answers a query. */
  SearchResults find(SearchQuery query) {
    Optional<SearchResults> results = Optional.empty();
    while (results.isEmpty()) {
      Opened index = opened(); // no turn is held while an index is made
      results = records.turns().take(() -> index.find(query));
    }
    return results.get();
  }

  private Opened opened() {
    long now = records.revision();
    Opened have;
    Future<Opened> next;
    synchronized (this) {
      have = current;
      if (have != null && have.revision == now) {
        return have;
      }
      if (coming == null) {
        coming = worker.submit(this::open);
      }
      next = coming;
    }
    try {
      return next.get(have == null ? FIRST_MILLIS : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (have != null) {
        return have;
      }
      throw new ChanceryException("search", "the index is being made; ask again in a moment", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ChanceryException known
          ? known
          : new ChanceryException("search", "the index could not be made: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChanceryException("search", "the server stops", e);
    }
  }

  /** Makes the index of the newest state ready, and lets it answer. */
  private Opened open() {
    Opened older = null;
    try {
      Records.State state = records.state();
      Opened made = null;
      try {
        made = new Opened(index(state.store()), state.store(), state.revision());
      } finally {
        if (made == null) {
          state.store().close();
        }
      }
      synchronized (this) {
        older = current;
        current = made;
      }
      if (made.revision != records.revision()) {
        release(); // the state was given up while its index was made
      }
      return made;
    } finally {
      synchronized (this) {
        coming = null;
      }
      if (older != null) {
        older.close();
      }
    }
  }

  /** Beside the record; where nobody may write there, beside the copy that is read. */
  private SearchIndex index(RecordStore store) {
    Path beside = SearchIndex.folder(records.file());
    Path folder = beside.toAbsolutePath().getParent();
    boolean writable = Files.isWritable(Files.exists(beside) || folder == null ? beside : folder);
    return SearchIndex.open(store, writable ? beside : records.scratch().resolve("search"));
  }

  @Override
  public void close() {
    worker.shutdown();
    try {
      worker.awaitTermination(FIRST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (current != null) {
        current.close();
        current = null;
      }
    }
  }
}
