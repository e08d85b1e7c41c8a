package org.chancery.store.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.store.RecordStore;

/**
 * Rows of GDELT, ICEWS, Phoenix and POLECAT: each line lands, is there already, or is counted as
 * not read. The first byte chooses the layout.
 */
class LayoutFuzzTest {
  private static final int LONGEST = 20_000;
  private static final Codes CODES = new Codes(LayoutFuzzTest::table);
  private static final RecordStore STORE = store();

  private static RecordStore store() {
    try {
      return RecordStore.open(Files.createTempDirectory("chancery-fuzz").resolve("r.duckdb"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, String>> table(String name) {
    Path file = Path.of(System.getProperty("chancery.codebook", "../codebook"), name);
    List<Map<String, String>> rows = new ArrayList<>();
    try {
      List<String> lines =
          Files.readAllLines(file).stream()
              .filter(l -> !l.startsWith("#") && !l.isEmpty())
              .toList();
      String[] columns = lines.get(0).split("\t", -1);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
          row.put(columns[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The target of tools/fuzz.sh. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length < 2 || bytes.length > LONGEST) {
      return;
    }
    List<Layout> layouts = List.of(Layout.values());
    Layout layout = layouts.get((bytes[0] & 0xFF) % layouts.size());
    try {
      Importer.Result result =
          new Importer(STORE, CODES, layout, lines -> {})
              .read("fuzz", new ByteArrayInputStream(bytes, 1, bytes.length - 1));
      if (result.landed() + result.already() + result.rejected() > result.lines()) {
        throw new AssertionError("more rows than lines: " + result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FuzzTest
  void eachLineLandsOrIsCounted(byte[] bytes) {
    fuzzerTestOneInput(bytes);
  }
}
