package org.chancery.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.chancery.core.ChanceryException;
import org.chancery.store.Handover;
import org.chancery.store.RecordStore;
import org.chancery.store.Reviews;
import org.jspecify.annotations.Nullable;

/**
 * The record that is served. While nobody writes, pages read the record itself, from many threads;
 * nothing is copied and it opens at once. When a writer asks for it ({@link Handover}), the pages
 * go on from a copy, taken while the record still stood still, and return to the record when it is
 * free; during a long run the copy is taken again now and then.
 */
final class Records implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;
  private static final long FREE_MILLIS = 2_000;
  private static final long COPY_AGAIN_MILLIS = 30_000;
  private static final long EXPORT_SECONDS = 300;

  /**
   * DuckDB's words once a fault of its own has struck: nothing can be asked until it is opened
   * anew.
   */
  private static final String INVALIDATED = "database has been invalidated";

  private final Path file;
  private final Path folder;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final Map<String, Object> answers = Kept.remembered();
  private final Turns turns = new Turns();
  private final ScheduledExecutorService watch = Turns.timer("record-watch");
  private RecordStore store;

  /** The copy that is read, or null while the record itself is. */
  private @Nullable Path copy;

  private @Nullable FileTime copied;
  private volatile boolean broken;
  private volatile Instant taken = Instant.now();
  private long tried;
  private long triedCopy;
  private int number;
  private final AtomicLong revision = new AtomicLong();
  private volatile Runnable release = () -> {};

  Records(Path file) {
    this.file = file;
    try {
      folder = Files.createTempDirectory("chancery-serve");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store = opened();
    turns.soon(() -> export(RecordStore::prepare)); // if it fails, who asks is told
    ScheduledFuture<?> unused =
        watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The record itself where it is free, else a copy. */
  private RecordStore opened() {
    try {
      RecordStore direct = RecordStore.read(file).serve();
      copy = null;
      return direct;
    } catch (ChanceryException e) {
      if (!Files.exists(file)) {
        throw e;
      }
      return snapshot();
    }
  }

  private RecordStore snapshot() {
    try {
      copied = Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path path = folder.resolve("copy-" + number++ + ".duckdb");
    RecordStore made = RecordStore.snapshot(file, path).serve();
    copy = path;
    return made;
  }

  /** Asks the record, in turn and within a limit of time ({@link Turns}). */
  <T> T ask(Function<RecordStore, T> question) {
    return turns.take(() -> ask(question, Turns.LIMIT_SECONDS));
  }

  /** The same, remembered by its name for as long as the record stays as it is. */
  <T> T ask(String name, Class<T> type, Function<RecordStore, T> question) {
    Object known = answers.get(name);
    if (type.isInstance(known)) {
      return type.cast(known);
    }
    return turns.take(() -> remembered(name, type, question)); // before the lock, see Turns
  }

  /** The turns, for what costs as much as a question to the record. */
  Turns turns() {
    return turns;
  }

  private <T> T remembered(String name, Class<T> type, Function<RecordStore, T> question) {
    lock.readLock().lock();
    try {
      Object known = answers.get(name);
      if (type.isInstance(known)) {
        return type.cast(known);
      }
      T answer = ask(question, Turns.LIMIT_SECONDS);
      answers.put(name, answer);
      return answer;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Asks without waiting for a turn, for at most {@link #EXPORT_SECONDS}: to write a download. */
  <T> T export(Function<RecordStore, T> question) {
    return ask(question, EXPORT_SECONDS);
  }

  private <T> T ask(Function<RecordStore, T> question, long seconds) {
    lock.readLock().lock();
    try (RecordStore own = store.another()) {
      return turns.limited(own, seconds, question);
    } catch (ChanceryException e) {
      broken |= String.valueOf(e.getMessage()).contains(INVALIDATED);
      throw e;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The time at which the pages' record stood as they show it, in UTC. */
  String taken() {
    return taken.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Which state of the record is served: another number after each change. */
  long revision() {
    return revision.get();
  }

  /** A state of the record by a connection of its own. */
  record State(RecordStore store, long revision) {}

  /** The state that is served, to read from in another thread; close its store. */
  State state() {
    lock.readLock().lock();
    try {
      return new State(store.another(), revision.get());
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * What to do before the state that is served is given up: whoever keeps a connection of his own
   * to it closes it, or no writer could have the record.
   */
  void beforeExchange(Runnable release) {
    this.release = release;
  }

  /** The record's file. */
  Path file() {
    return file;
  }

  /** A folder for what is made of the record; it goes with the server. */
  Path scratch() {
    return folder;
  }

  /** Looks whether a writer waits, or whether one has gone. */
  private synchronized void look() {
    try {
      long now = System.nanoTime() / 1_000_000;
      if (broken) {
        renew(() -> {});
        broken = false;
      } else if (copy == null) {
        taken = Instant.now();
        if (Handover.isAsked(file)) {
          tried = now;
          exchange(snapshot());
          taken = Instant.now();
        }
      } else if (now - tried > FREE_MILLIS) {
        tried = now;
        back(now);
      }
    } catch (ChanceryException | UncheckedIOException e) {
      // the record is being written or moved: what we have goes on, the page says of when
    }
  }

  /** Back to the record where its writer has gone, else to a newer copy once in a while. */
  private void back(long now) {
    Path old = copy;
    try {
      RecordStore direct = RecordStore.read(file).serve();
      copy = null;
      exchange(direct);
      taken = Instant.now();
      Kept.remove(old);
      return;
    } catch (ChanceryException e) {
      if (now - triedCopy < COPY_AGAIN_MILLIS) {
        return;
      }
      triedCopy = now;
    }
    try {
      if (!Files.getLastModifiedTime(file).equals(copied)) {
        exchange(snapshot());
        taken = Instant.now();
        Kept.remove(old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the questions that run come to their end, and the next ones ask the other store. */
  private void exchange(RecordStore next) {
    release.run();
    lock.writeLock().lock();
    try {
      store.close();
      revision.incrementAndGet();
      store = next;
      answers.clear();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Writes a review to the record, and shows it. */
  synchronized void write(Reviews.Review review) {
    if (copy != null) {
      reviewed(review); // fails where the writer is still at work, and the pages stay as they are
      tried = 0;
      look();
      return;
    }
    renew(() -> reviewed(review)); // a record is opened either to read or to write
  }

  /** Closes the record and opens it again; in between something else can be done with it. */
  private void renew(Runnable between) {
    release.run();
    lock.writeLock().lock();
    try {
      revision.incrementAndGet();
      store.close();
      try {
        between.run();
      } finally {
        store = opened();
        answers.clear();
        taken = Instant.now();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void reviewed(Reviews.Review review) {
    try (RecordStore record = RecordStore.open(file)) {
      Reviews.write(record, review);
    }
  }

  @Override
  public synchronized void close() {
    watch.shutdownNow();
    turns.close();
    store.close();
    Kept.removeAll(folder);
  }
}
