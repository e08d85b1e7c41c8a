package org.chancery.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.chancery.core.Reading;
import org.chancery.ingest.fetch.FetchException;
import org.chancery.ingest.fetch.Fetched;
import org.chancery.ingest.fetch.Fetcher;
import org.jspecify.annotations.Nullable;

/**
 * All that the named inputs hold: files, folders, globs, addresses, and {@code -} for standard
 * input, in the order named, folders in the order of their paths. One file is open at a time, and
 * folders are listed as they are read.
 */
public final class Inputs implements Iterator<Reading>, AutoCloseable {
  private final Opener opener;
  private final InputStream standardInput;
  private final @Nullable Fetcher fetcher;
  private final List<String> inputs;
  private final Queue<String> left;
  private final Queue<Reading> ready = new ArrayDeque<>();
  private @Nullable FilesFound found;
  private @Nullable Readings open;
  private Unpacked.@Nullable Counted bytes;
  private String origin = "input";
  private long bytesRead;
  private boolean anyFile;

  /** Reads files only; an address is a reject that says how to fetch. */
  public Inputs(List<String> inputs, Mapping mapping, InputStream standardInput) {
    this(inputs, mapping, standardInput, null);
  }

  /** Fetches addresses too. */
  public Inputs(
      List<String> inputs, Mapping mapping, InputStream standardInput, @Nullable Fetcher fetcher) {
    this.opener = new Opener(mapping);
    this.standardInput = standardInput;
    this.fetcher = fetcher;
    this.inputs = List.copyOf(inputs);
    this.left = new ArrayDeque<>(inputs);
  }

  /**
   * What one stream holds that is open already, wherever it comes from: the format is told from
   * {@code origin} and the first bytes, as for a file. Closing the inputs closes the stream.
   *
   * @param id what a text or page has as its id when it names none
   */
  public static Inputs of(InputStream in, String id, String origin, Mapping mapping) {
    String name = origin.substring(origin.lastIndexOf('/') + 1);
    Source source = new Source(name, id, origin, null, null, null, 0);
    return opened(origin, mapping, in, inputs -> inputs.opener.open(in, source));
  }

  /**
   * What one file on this machine holds, under another name than its own: for formats that are not
   * read from a stream, such as Parquet.
   */
  public static Inputs of(Path file, String id, String origin, Mapping mapping) {
    String name = origin.substring(origin.lastIndexOf('/') + 1);
    Inputs inputs = new Inputs(List.of(), mapping, InputStream.nullInputStream());
    inputs.opening(file, new Source(name, id, origin, file, null, null, 0));
    return inputs;
  }

  /**
   * The lines of a part of a JSONL file.
   *
   * @param linesBefore how many lines of the file stand before the part
   */
  public static Inputs lines(InputStream in, long linesBefore, String origin, Mapping mapping) {
    return opened(origin, mapping, in, inputs -> new JsonlReader(in, mapping, origin, linesBefore));
  }

  private interface Opening {
    Readings open(Inputs inputs) throws IOException;
  }

  private static Inputs opened(String origin, Mapping mapping, InputStream in, Opening opening) {
    Inputs inputs = new Inputs(List.of(), mapping, in);
    inputs.origin = origin;
    try {
      inputs.open = opening.open(inputs);
    } catch (IOException | UncheckedIOException e) {
      inputs.ready.add(inputs.unreadable(e));
    }
    return inputs;
  }

  /**
   * Bytes of all files together, found by walking all folders once; standard input and addresses
   * count nothing.
   */
  public long bytes() {
    return inputs.stream().mapToLong(FilesFound::bytes).sum();
  }

  /** Bytes read so far. */
  public long bytesRead() {
    return bytesRead + (bytes == null ? 0 : bytes.count());
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
            close(open);
          } else {
            ready.add(next);
          }
        } else if (found != null) {
          nextFile(found);
        } else if (left.isEmpty()) {
          return false;
        } else {
          start(left.remove());
        }
      } catch (IOException | UncheckedIOException e) {
        ready.add(unreadable(e));
        closeAfterFault();
      }
    }
    return true;
  }

  private Reading unreadable(Exception fault) {
    Throwable cause = fault instanceof UncheckedIOException ? fault.getCause() : fault;
    String message = Fields.brief(String.valueOf(cause == null ? fault : cause.getMessage()));
    if (cause instanceof Unpacked.TooMuchException) {
      return new Reading.Reject(origin, "bomb", message + "; the rest of it is left out");
    }
    if (cause instanceof FetchException fetch) {
      return new Reading.Reject(origin, fetch.reason(), message);
    }
    boolean cut = cause instanceof java.io.EOFException;
    return new Reading.Reject(
        origin,
        cut ? "truncated" : "unreadable",
        (cut ? "it breaks off: " : "it cannot be read: ") + message);
  }

  private void close(Readings readings) throws IOException {
    open = null;
    bytesRead = bytesRead();
    bytes = null;
    readings.close();
  }

  private void closeAfterFault() {
    try {
      if (open != null) {
        close(open);
      } else if (bytes != null) {
        bytes.close();
      }
    } catch (IOException e) {
      bytes = null; // the fault itself was told
    }
  }

  @Override
  public Reading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void start(String input) throws IOException {
    origin = input;
    try {
      found = FilesFound.of(input);
      if (found != null) {
        anyFile = found.root().equals(Path.of(input)); // an empty folder is no fault
        return;
      }
      if (input.equals("-")) {
        open(standardInput, new Source("", "", "-", null, null, null, 0));
      } else if (Links.web(input)) {
        fetch(input);
      } else if (Files.exists(Path.of(input))) {
        Path path = Path.of(input);
        open(path, Source.file(path, id(path.getFileName())));
      } else {
        boolean address = input.matches("(?i)[a-z][a-z0-9+.-]+://.*");
        ready.add(
            address
                ? new Reading.Reject(input, "scheme", "only http and https addresses are fetched")
                : new Reading.Reject(input, "missing", "there is no such file or folder"));
      }
    } catch (InvalidPathException e) {
      ready.add(new Reading.Reject(input, "unreadable", String.valueOf(e.getMessage())));
    }
  }

  private void nextFile(FilesFound files) throws IOException {
    origin = files.input();
    Path file;
    try {
      file = files.next();
    } catch (IOException e) {
      String folder = String.valueOf(e.getMessage());
      ready.add(new Reading.Reject(folder, "unreadable", "this folder cannot be listed"));
      anyFile = true;
      return;
    }
    if (file == null) {
      found = null;
      if (!anyFile) {
        ready.add(new Reading.Reject(files.input(), "missing", "no file matches"));
      }
      return;
    }
    anyFile = true;
    open(file, Source.file(file, id(files.root().relativize(file))));
  }

  private void opening(Path file, Source source) {
    try {
      open(file, source);
    } catch (IOException | UncheckedIOException e) {
      ready.add(unreadable(e));
      closeAfterFault();
    }
  }

  private void open(Path file, Source source) throws IOException {
    origin = source.origin();
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (IOException e) {
      ready.add(new Reading.Reject(origin, "unreadable", "it cannot be opened: " + e.getMessage()));
      return;
    }
    bytes = new Unpacked.Counted(in);
    open(bytes, source);
  }

  private void open(InputStream in, Source source) throws IOException {
    open = opener.open(in, source);
  }

  private void fetch(String url) throws IOException {
    if (fetcher == null) {
      ready.add(
          new Reading.Reject(url, "fetching-off", "nothing is fetched unless asked: add --fetch"));
      return;
    }
    Fetched page = fetcher.get(url);
    open(new java.io.ByteArrayInputStream(page.body()), Source.fetched(page.url(), page.type()));
  }

  @Override
  public void close() throws IOException {
    left.clear();
    found = null;
    if (open != null) {
      close(open);
    }
  }
}
