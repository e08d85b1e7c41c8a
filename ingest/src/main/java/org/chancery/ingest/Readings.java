package org.chancery.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/** What one file, archive or feed holds, one after the other. */
public interface Readings extends Closeable {
  /** The next one, or null at the end; faults of reading are unchecked. */
  @Nullable Reading next();

  @Override
  void close() throws IOException;

  /** Those of a list. */
  static Readings of(List<Reading> all) {
    Queue<Reading> left = new ArrayDeque<>(all);
    return new Readings() {
      @Override
      public @Nullable Reading next() {
        return left.poll();
      }

      @Override
      public void close() {
        left.clear();
      }
    };
  }
}
