package org.chancery.store.exchange;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens an outside file of rows: plain, {@code .gz} or {@code .zip}. */
final class Rows {
  private static final long HARMLESS = 256L << 20;
  private static final int RATIO = 300;

  private Rows() {}

  /** What is done with each file of rows that is found. */
  interface Use {
    void rows(String name, InputStream in) throws IOException;
  }

  /** A compressed file grew beyond all measure. */
  static final class Inflated extends IOException {
    private static final long serialVersionUID = 1;

    Inflated() {
      super("grows to more than " + RATIO + " times its size; unpack it yourself if that is meant");
    }
  }

  /** Opens a file, or each file in a zip. */
  static void open(Path file, Use use) throws IOException {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    String lower = name.toLowerCase(Locale.ROOT);
    long size = Files.size(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      if (lower.endsWith(".zip")) {
        zip(name, in, size, use);
      } else if (lower.endsWith(".gz")) {
        InputStream rows = size == 0 ? in : new GZIPInputStream(in, 1 << 16);
        use.rows(name, new Bounded(rows, size));
      } else {
        use.rows(name, in);
      }
    }
  }

  private static void zip(String name, InputStream in, long size, Use use) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    int files = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        files++;
        use.rows(name + "!" + entry.getName(), new Bounded(zip, size));
      }
    }
    if (files == 0) {
      throw new IOException("is no zip with files in it");
    }
  }

  /** Stops a compressed file that grows without end. */
  private static final class Bounded extends FilterInputStream {
    private final long most;
    private long given;

    Bounded(InputStream in, long size) {
      super(in);
      most = Math.max(HARMLESS, size * RATIO);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      given += Math.max(0, read);
      if (given > most) {
        throw new Inflated();
      }
      return read;
    }

    @Override
    public void close() {
      // the file around it is closed where it was opened; a zip goes on with its next file
    }
  }
}
