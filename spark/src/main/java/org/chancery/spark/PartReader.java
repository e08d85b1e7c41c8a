package org.chancery.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.chancery.core.Reading;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * The documents and rejects of some parts, one file open at a time. The bytes of a file go to the
 * reader of {@code ingest} that its name or its first bytes ask for, whatever file system they come
 * from: a format that ingest learns is read here at once. Parquet alone is read here, since it is
 * read from its end.
 */
final class PartReader implements Iterator<Reading> {
  private static final int BUFFER = 1 << 16;
  private final Iterator<Part> parts;
  private final Configuration configuration;
  private final Mapping mapping;
  private Iterator<Reading> open = List.<Reading>of().iterator();
  private @Nullable AutoCloseable closing;
  private String origin = "";
  private @Nullable Reading next;

  PartReader(List<Part> parts, Configuration configuration, Mapping mapping) {
    this.parts = parts.iterator();
    this.configuration = configuration;
    this.mapping = mapping;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      try {
        if (open.hasNext()) {
          next = open.next();
        } else {
          close();
          if (!parts.hasNext()) {
            return false;
          }
          start(parts.next());
        }
      } catch (IOException | UncheckedIOException e) {
        next = new Reading.Reject(origin, "unreadable", String.valueOf(e.getMessage()));
        open = List.<Reading>of().iterator();
      }
    }
    return true;
  }

  @Override
  public Reading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Reading reading = java.util.Objects.requireNonNull(next);
    next = null;
    return reading;
  }

  private void start(Part part) throws IOException {
    origin = part.origin();
    Path path = new Path(part.path());
    if (part.parquet()) {
      ParquetReadings rows = new ParquetReadings(path, origin, configuration, mapping);
      open = rows;
      closing = rows;
      return;
    }
    FSDataInputStream file = path.getFileSystem(configuration).open(path);
    closing = file;
    Inputs inputs;
    if (part.lines()) {
      file.seek(Math.max(0, part.begin() - 1));
      LineRange lines =
          new LineRange(new BufferedInputStream(file, BUFFER), part.begin(), part.end());
      inputs = Inputs.lines(lines, part.linesBefore() + lines.skippedLines(), origin, mapping);
    } else {
      inputs = Inputs.of(new BufferedInputStream(file, BUFFER), part.id(), origin, mapping);
    }
    open = inputs;
    closing = inputs;
  }

  /** Closes what is open; a file that cannot be closed has been read. */
  void close() {
    if (closing != null) {
      try {
        closing.close();
      } catch (Exception e) { // AutoCloseable's own; nothing read is lost by it
        closing = null;
      }
      closing = null;
    }
  }
}
