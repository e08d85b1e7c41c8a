package org.chancery.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.stream.Stream;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/**
 * All that the named inputs hold: files, folders, globs, and {@code -} for standard input, in the
 * order named, folders in the order of their paths. One file is open at a time.
 */
public final class Inputs implements Iterator<Reading>, AutoCloseable {
  private static final int LARGEST_FILE = 4 * Fields.LONGEST_TEXT;
  private final Mapping mapping;
  private final InputStream standardInput;
  private final Queue<Source> sources = new ArrayDeque<>();
  private final Queue<Reading> ready = new ArrayDeque<>();
  private @Nullable Readings open;
  private long bytes;
  private long bytesRead;

  /** A file with the id that a text or page in it has when it names none. */
  private record Source(@Nullable Path file, String id, String origin) {}

  /** Finds the files of the inputs at once; reads them as asked. */
  public Inputs(List<String> inputs, Mapping mapping, InputStream standardInput) {
    this.mapping = mapping;
    this.standardInput = standardInput;
    inputs.forEach(this::find);
    for (Source source : sources) {
      bytes += source.file == null ? 0 : size(source.file);
    }
  }

  /**
   * What one stream holds that is open already, wherever it comes from: the format is told from
   * {@code origin} and the first bytes, as for a file. Closing the inputs closes the stream.
   *
   * @param id what a text or page has as its id when it names none
   */
  public static Inputs of(InputStream in, String id, String origin, Mapping mapping) {
    Inputs inputs = new Inputs(List.of(), mapping, in);
    inputs.sources.add(new Source(null, id, origin));
    return inputs;
  }

  /**
   * The lines of a part of a JSONL file.
   *
   * @param linesBefore how many lines of the file stand before the part
   */
  public static Inputs lines(InputStream in, long linesBefore, String origin, Mapping mapping) {
    Inputs inputs = new Inputs(List.of(), mapping, in);
    inputs.open = new JsonlReader(in, mapping, origin, linesBefore);
    return inputs;
  }

  /** The document of one row of a table, by the names of its columns, or a reject. */
  public static Reading row(Map<String, String> columns, String origin, Mapping mapping) {
    Map<String, String> values = new HashMap<>();
    for (String key : Mapping.KEYS) {
      String value = columns.get(mapping.field(key));
      if (value != null) {
        values.put(key, value);
      }
    }
    return Fields.read(values, "", origin);
  }

  /** Bytes of all files together; standard input counts nothing. */
  public long bytes() {
    return bytes;
  }

  /** Bytes read so far. */
  public long bytesRead() {
    return bytesRead;
  }

  /** Counts what is read, for whoever shows progress. */
  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      bytesRead += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = in.read(buffer, from, length);
      bytesRead += Math.max(0, n);
      return n;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // reading it will say what is wrong
    }
  }

  private void find(String input) {
    if (input.equals("-")) {
      sources.add(new Source(null, "", "-"));
      return;
    }
    try {
      Path path = Path.of(input);
      if (Files.isDirectory(path)) {
        walk(path, file -> true);
      } else if (Files.exists(path)) {
        sources.add(new Source(path, id(path.getFileName()), input));
      } else if (input.matches(".*[*?\\[{].*")) {
        int before = sources.size();
        Path root = input.startsWith("/") ? Path.of("/") : Path.of("");
        for (Path part : path) {
          if (part.toString().matches(".*[*?\\[{].*")) {
            break;
          }
          root = root.resolve(part);
        }
        PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + input);
        walk(root, glob);
        if (sources.size() == before) {
          ready.add(new Reading.Reject(input, "missing", "no file matches"));
        }
      } else {
        ready.add(new Reading.Reject(input, "missing", "there is no such file or folder"));
      }
    } catch (IOException | InvalidPathException e) {
      ready.add(new Reading.Reject(input, "unreadable", String.valueOf(e.getMessage())));
    }
  }

  private void walk(Path root, PathMatcher wanted) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .filter(wanted::matches)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .forEach(files::add);
    }
    files.sort(null);
    for (Path file : files) {
      sources.add(new Source(file, id(root.relativize(file)), file.toString()));
    }
  }

  private static String id(Path path) {
    return path.toString().replace('\\', '/');
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      try {
        if (open != null) {
          Reading next = open.next();
          if (next == null) {
            open.close();
            open = null;
          } else {
            ready.add(next);
          }
        } else if (sources.isEmpty()) {
          return false;
        } else {
          start(sources.remove());
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        ready.add(new Reading.Reject("input", "unreadable", String.valueOf(e.getMessage())));
        open = null;
      }
    }
    return true;
  }

  @Override
  public Reading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void start(Source source) throws IOException {
    InputStream in;
    try {
      in =
          new BufferedInputStream(
              source.file == null ? standardInput : new Counting(Files.newInputStream(source.file)),
              1 << 16);
    } catch (IOException e) {
      ready.add(
          new Reading.Reject(
              source.origin, "unreadable", "it cannot be opened: " + e.getMessage()));
      return;
    }
    Format format = Format.of(source.origin, in);
    switch (format) {
      case JSONL -> open = new JsonlReader(in, mapping, source.origin);
      case CSV -> open = new CsvReader(in, ',', mapping, source.origin);
      case TSV -> open = new CsvReader(in, '\t', mapping, source.origin);
      case PAGE, TEXT -> {
        try (in) {
          ready.add(whole(in, format, source));
        }
      }
    }
  }

  private static Reading whole(InputStream in, Format format, Source source) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
    if (bytes.length > LARGEST_FILE) {
      return Fields.tooLong(source.origin, bytes.length);
    }
    if (Bytes.binary(bytes)) {
      return new Reading.Reject(
          source.origin, "binary", "it is no text; Chancery reads text, HTML, JSONL and CSV");
    }
    if (format == Format.PAGE) {
      return PageReader.read(
          Bytes.decode(bytes, PageReader.declared(bytes)), source.id, source.origin);
    }
    return TextReader.read(Bytes.decode(bytes, null), source.id, source.origin);
  }

  @Override
  public void close() throws IOException {
    sources.clear();
    if (open != null) {
      open.close();
    }
  }

  /**
   * What a file is, by the ending of its name, or by its first character where that says nothing.
   */
  private enum Format {
    TEXT,
    PAGE,
    JSONL,
    CSV,
    TSV;

    static Format of(String name, InputStream in) throws IOException {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
        return JSONL;
      }
      if (lower.endsWith(".csv")) {
        return CSV;
      }
      if (lower.endsWith(".tsv")) {
        return TSV;
      }
      if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
        return PAGE;
      }
      if (lower.endsWith(".txt") || lower.endsWith(".text") || lower.endsWith(".md")) {
        return TEXT;
      }
      in.mark(4096);
      String start =
          new String(in.readNBytes(1024), java.nio.charset.StandardCharsets.UTF_8)
              .replace("\ufeff", "")
              .strip();
      in.reset();
      return start.startsWith("{") ? JSONL : start.startsWith("<") ? PAGE : TEXT;
    }
  }
}
