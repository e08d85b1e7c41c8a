package org.chancery.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip archive in their order, read as a stream within {@link Bounds}. The names of
 * entries are used in ids and messages only; nothing is ever written under them.
 */
final class ZipReader implements Readings {
  private final ZipInputStream zip;
  private final Unpacked content;
  private final Source source;
  private final Bounds bounds;
  private final Opener opener;
  private @Nullable Readings entry;
  private String where;
  private long entries;
  private boolean ended;

  ZipReader(InputStream in, Source source, Bounds bounds, Opener opener) {
    Unpacked.Counted packed = new Unpacked.Counted(in);
    this.zip = new ZipInputStream(packed);
    this.content = new Unpacked(zip, packed, bounds);
    this.source = source;
    this.where = source.origin();
    this.bounds = bounds;
    this.opener = opener;
  }

  @Override
  public @Nullable Reading next() {
    try {
      while (!ended) {
        if (entry == null) {
          open();
        } else {
          Reading next = entry.next();
          if (next != null) {
            return next;
          }
          entry.close();
          entry = null;
          content.transferTo(java.io.OutputStream.nullOutputStream()); // held to the bounds too
        }
      }
      return entries == 0 ? none() : null;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      ended = true;
      boolean bomb =
          (e instanceof UncheckedIOException ? e.getCause() : e)
              instanceof Unpacked.TooMuchException;
      return new Reading.Reject(
          where,
          bomb ? "bomb" : "truncated",
          "the archive is left here, after "
              + entries
              + " entries: "
              + Fields.brief(String.valueOf(e.getMessage())));
    }
  }

  private @Nullable Reading none() {
    entries = 1;
    return new Reading.Reject(source.origin(), "empty", "the archive has no files in it");
  }

  private void open() throws IOException {
    ZipEntry next = zip.getNextEntry();
    while (next != null && left(next)) {
      content.transferTo(java.io.OutputStream.nullOutputStream());
      next = zip.getNextEntry();
    }
    if (next == null) {
      ended = true;
      return;
    }
    if (++entries > bounds.entries()) {
      throw new Unpacked.TooMuchException("it has more than " + bounds.entries() + " entries");
    }
    Source inner = source.entry(next.getName().replace('\\', '/'));
    where = inner.origin();
    entry = opener.open(new Kept(content), inner);
  }

  /** Folders, hidden files and what macOS puts beside files, as in folders on disk. */
  private static boolean left(ZipEntry entry) {
    String name = entry.getName().replace('\\', '/');
    String last = name.substring(name.lastIndexOf('/') + 1);
    return entry.isDirectory() || last.startsWith(".") || name.startsWith("__MACOSX/");
  }

  /** The archive's stream, which the reader of an entry must not close. */
  private static final class Kept extends FilterInputStream {
    Kept(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return in.read(buffer, from, length);
    }

    @Override
    public void close() {
      // the archive goes on with its next entry
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
