package org.chancery.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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
 * from: a format that ingest learns is read here at once. Parquet is read from its end, so a copy
 * of the file is made on this machine first.
 */
final class PartReader implements Iterator<Reading> {
  private static final int BUFFER = 1 << 16;
  private static final String MAGIC = "PAR1";
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
    FSDataInputStream file = path.getFileSystem(configuration).open(path);
    closing = file;
    BufferedInputStream in = new BufferedInputStream(file, BUFFER);
    Inputs inputs;
    if (part.cut()) {
      file.seek(Math.max(0, part.begin() - 1));
      LineRange lines = new LineRange(in, part.begin(), part.end());
      inputs = Inputs.lines(lines, part.linesBefore() + lines.skippedLines(), origin, mapping);
      closing = inputs;
    } else if (parquet(in)) {
      java.nio.file.Path here = here(path, in);
      inputs = Inputs.of(here, part.id(), origin, mapping);
      closing = () -> close(inputs, path, here);
    } else {
      inputs = Inputs.of(in, part.id(), origin, mapping);
      closing = inputs;
    }
    open = inputs;
  }

  private boolean parquet(BufferedInputStream in) throws IOException {
    in.mark(MAGIC.length());
    String start = new String(in.readNBytes(MAGIC.length()), ISO_8859_1);
    in.reset();
    return start.equals(MAGIC) || origin.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  /** The file itself where it lies on this machine, else a copy. */
  private static java.nio.file.Path here(Path path, BufferedInputStream in) throws IOException {
    try (in) {
      if (onThisMachine(path)) {
        return java.nio.file.Path.of(path.toUri().getPath());
      }
      java.nio.file.Path copy = Files.createTempFile("chancery", ".parquet");
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    }
  }

  private static boolean onThisMachine(Path path) {
    return "file".equals(path.toUri().getScheme());
  }

  private static void close(Inputs inputs, Path path, java.nio.file.Path here) throws IOException {
    try (inputs) {
      if (!onThisMachine(path)) {
        Files.deleteIfExists(here);
      }
    }
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
