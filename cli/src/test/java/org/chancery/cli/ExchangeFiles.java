package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chancery.store.EventFilter;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.chancery.store.exchange.Codes;
import org.junit.jupiter.api.io.TempDir;

/** Files in layouts of other event data, written from a record and read into one. */
abstract class ExchangeFiles {
  static final Codes CODES = ExchangeCommand.codes(new CodebookOptions());
  @TempDir Path folder = Path.of("");

  Path write(String layout, Path record, String name) {
    Path out = folder.resolve(name);
    TestEngine.Ran ran =
        TestEngine.run(
            "exchange", "write", layout, "--record", record.toString(), "-o", out.toString());
    assertEquals(0, ran.code(), ran.err());
    return out;
  }

  TestEngine.Ran read(String layout, Path record, Path... files) {
    List<String> args = new ArrayList<>(List.of("exchange", "read", layout));
    Arrays.stream(files).map(Path::toString).forEach(args::add);
    args.addAll(List.of("--record", record.toString()));
    return TestEngine.run(args.toArray(String[]::new));
  }

  static List<EventRow> rows(Path record, String origin) {
    try (RecordStore store = RecordStore.open(record)) {
      return EventFilter.of(Map.of("origin", origin)).page(store, null, 1_000).rows();
    }
  }

  static long count(Path record, String sql) {
    try (RecordStore store = RecordStore.open(record);
        var statement = store.connection().createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  /** A row of GDELT with a number, a day, and cells at places (from 1). */
  static String gdelt(long number, String day, Map<Integer, String> cells) {
    String[] row = new String[61];
    Arrays.fill(row, "");
    row[0] = String.valueOf(number);
    row[1] = day;
    row[26] = "042";
    row[51] = "0";
    row[59] = "20250302120000";
    row[60] = "https://www.wire.example/" + number;
    cells.forEach((at, cell) -> row[at - 1] = cell);
    return String.join("\t", row);
  }
}
