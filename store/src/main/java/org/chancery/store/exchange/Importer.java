package org.chancery.store.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;

/**
 * Reads files of other event data into a record. Idempotent: an event of a system that is there
 * already is left as it is. A transaction a piece of 245,760 lines or 128 MiB, so that a reading
 * that was stopped is finished by reading again. What cannot be read is counted, and noted with
 * file and line.
 */
public final class Importer {
  /** So many rejects of a file are noted; all are counted. */
  static final int NOTED = 1_000;

  private final RecordStore store;
  private final Codes codes;
  private final Layout layout;
  private final LongConsumer progress;

  /**
   * What came of one file.
   *
   * @param lines lines of the file, a header and empty lines among them
   * @param already rows whose event was there before
   * @param differing of these, rows that say something else than the one that was there
   * @param repaired rows in which bytes were replaced: no UTF-8, or control characters
   * @param rejects the first faults, {@code file:line: what}
   * @param unknown codes that no table knows with the number of their rows, most frequent first
   */
  public record Result(
      String file,
      long lines,
      long landed,
      long already,
      long differing,
      long rejected,
      long repaired,
      List<String> rejects,
      Map<String, Long> unknown) {
    /** Copies the lists. */
    public Result {
      rejects = List.copyOf(rejects);
      unknown = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(unknown));
    }
  }

  /**
   * Reads into this record.
   *
   * @param progress told the number of lines of the current file that were read
   */
  public Importer(RecordStore store, Codes codes, Layout layout, LongConsumer progress) {
    this.store = store;
    this.codes = codes;
    this.layout = layout;
    this.progress = progress;
  }

  /**
   * Reads a file, or each file in a zip.
   *
   * @throws ChanceryException where the file cannot be opened
   */
  public List<Result> read(Path file) {
    List<Result> results = new ArrayList<>();
    try {
      Rows.open(file, (name, in) -> results.add(read(name, in)));
    } catch (IOException e) {
      throw new ChanceryException(
          "exchange",
          file + ": cannot be read (" + e.getMessage() + "); give a plain file, .gz or .zip",
          e);
    }
    return results;
  }

  /** Reads rows from a stream that is named so. */
  public Result read(String name, InputStream in) throws IOException {
    String shown = shown(name);
    Path folder = Files.createTempDirectory("chancery-exchange");
    Path piece = folder.resolve("piece.tsv");
    try (Landing landing = new Landing(store, codes, layout, shown)) {
      CleanLines lines = new CleanLines(in, layout, codes.columns(layout).size(), landing::reject);
      while (lines.next(piece)) {
        landing.land(piece);
        progress.accept(lines.lines());
      }
      return landing.finish(lines.lines(), lines.repaired());
    } catch (SQLException e) {
      throw new ChanceryException(
          "exchange", shown + ": could not be written to the record: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(piece);
      Files.deleteIfExists(folder);
    }
  }

  /** A file's name without what could fool a reader of a list: bounded, no control characters. */
  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
  }
}
