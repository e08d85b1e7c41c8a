package org.chancery.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Separated values (RFC 4180) under a header row, or under the columns that the mapping names. A
 * quotation mark that nothing closes costs the row in which it stands; reading goes on with the
 * next line. (A library would give up there, see docs/adr.)
 */
final class CsvReader implements Readings {
  private static final int LONGEST_ROW = 2 * Fields.LONGEST_TEXT;
  private final Lines lines;
  private final char separator;
  private final Mapping mapping;
  private final Map<String, FieldPath> paths;
  private final String origin;
  private final Deque<Line> again = new ArrayDeque<>();
  private @Nullable List<String> header;
  private boolean ended;

  private record Line(long number, String text, boolean tooLong) {}

  private record Row(long line, List<String> fields, Reading.@Nullable Reject fault) {}

  CsvReader(InputStream in, char separator, Mapping mapping, String origin) throws IOException {
    this.lines = new Lines(in, LONGEST_ROW);
    this.separator = mapping.separator().isEmpty() ? separator : mapping.separator().charAt(0);
    this.mapping = mapping;
    this.paths = mapping.paths();
    this.origin = origin;
    this.header = mapping.columns().isEmpty() ? null : mapping.columns();
  }

  @Override
  public @Nullable Reading next() {
    if (ended) {
      return null;
    }
    try {
      if (header == null) {
        Row first = row();
        header = first == null ? List.of() : first.fields;
        if (!mapping.path("text").in(header)) {
          ended = true;
          return new Reading.Reject(
              origin + ":1",
              "no-text",
              "its header has no column \""
                  + mapping.field("text")
                  + "\" but "
                  + Fields.brief(String.join(", ", header))
                  + "; name yours with --map text=COLUMN");
        }
      }
      Row row = row();
      return row == null ? null : row.fault == null ? read(row, header) : row.fault;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next row, or null at the end. */
  private @Nullable Row row() throws IOException {
    Line first = line();
    while (first != null && !first.tooLong && first.text.isBlank()) {
      first = line();
    }
    if (first == null) {
      return null;
    }
    RowParser parser = new RowParser(separator, mapping.quoted());
    List<Line> more = new ArrayList<>();
    long length = first.text.length();
    RowParser.State state = first.tooLong ? RowParser.State.STRAY : parser.feed(first.text);
    while (state == RowParser.State.OPEN && length <= LONGEST_ROW) {
      Line next = line();
      if (next == null) {
        break;
      }
      more.add(next);
      length += next.text.length();
      state = next.tooLong ? RowParser.State.STRAY : parser.feed(next.text);
    }
    if (state == RowParser.State.DONE) {
      return new Row(first.number, parser.fields(), null);
    }
    for (int i = more.size() - 1; i >= 0; i--) {
      again.addFirst(more.get(i));
    }
    String where = origin + ":" + first.number;
    return new Row(
        first.number,
        List.of(),
        first.tooLong
            ? Fields.tooLong(where, length)
            : new Reading.Reject(
                where,
                "syntax",
                "a quotation mark opens a field and none closes it; double those inside fields"));
  }

  private @Nullable Line line() throws IOException {
    Line waiting = again.poll();
    if (waiting != null) {
      return waiting;
    }
    if (!lines.next()) {
      return null;
    }
    return new Line(lines.number(), lines.tooLong() ? "" : lines.text(), lines.tooLong());
  }

  private Reading read(Row row, List<String> names) {
    String where = origin + ":" + row.line;
    if (row.fields.size() != names.size()) {
      return new Reading.Reject(
          where,
          "syntax",
          row.fields.size()
              + " fields under a header of "
              + names.size()
              + "; quote separators and line ends");
    }
    Map<String, String> values = new HashMap<>();
    paths.forEach((key, path) -> values.put(key, path.of(names, row.fields)));
    return Fields.read(values, "", where);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
