package org.chancery.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/** Comma- or tab-separated rows (RFC 4180) under a header row, in UTF-8. */
final class CsvReader implements Readings {
  private final de.siegmar.fastcsv.reader.CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> rows;
  private final Mapping mapping;
  private final String origin;
  private @Nullable List<String> header;
  private boolean ended;

  CsvReader(InputStream in, char separator, Mapping mapping, String origin) throws IOException {
    Reader reader = new InputStreamReader(withoutMark(in), StandardCharsets.UTF_8);
    this.csv =
        de.siegmar.fastcsv.reader.CsvReader.builder()
            .fieldSeparator(separator)
            .maxBufferSize(Fields.LONGEST_TEXT * 2)
            .ignoreDifferentFieldCount(true)
            .ofCsvRecord(reader);
    this.rows = csv.iterator();
    this.mapping = mapping;
    this.origin = origin;
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(in, 3);
    byte[] first = pushback.readNBytes(3);
    boolean mark =
        first.length == 3
            && (first[0] & 0xFF) == 0xEF
            && (first[1] & 0xFF) == 0xBB
            && (first[2] & 0xFF) == 0xBF;
    if (!mark) {
      pushback.unread(first);
    }
    return pushback;
  }

  @Override
  public @Nullable Reading next() {
    if (ended) {
      return null;
    }
    try {
      if (header == null) {
        header = rows.hasNext() ? rows.next().getFields() : List.of();
        if (!header.contains(mapping.field("text"))) {
          ended = true;
          return new Reading.Reject(
              origin + ":1",
              "no-text",
              "its header has no column \""
                  + mapping.field("text")
                  + "\"; name yours with --map text=COLUMN");
        }
      }
      if (!rows.hasNext()) {
        ended = true;
        return null;
      }
      return read(rows.next(), header);
    } catch (CsvParseException | UncheckedIOException e) {
      ended = true;
      return new Reading.Reject(
          origin, "syntax", "the rest cannot be read: " + Fields.brief(e.getMessage()));
    }
  }

  private Reading read(CsvRecord row, List<String> names) {
    String where = origin + ":" + row.getStartingLineNumber();
    if (row.getFieldCount() != names.size()) {
      return new Reading.Reject(
          where,
          "syntax",
          row.getFieldCount()
              + " fields under a header of "
              + names.size()
              + "; quote separators and line ends");
    }
    Map<String, String> values = new HashMap<>();
    for (String key : Mapping.KEYS) {
      int column = names.indexOf(mapping.field(key));
      if (column >= 0) {
        values.put(key, row.getField(column));
      }
    }
    return Fields.read(values, "", where);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
