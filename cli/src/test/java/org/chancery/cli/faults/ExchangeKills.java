package org.chancery.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * {@code exchange read}: rows as GDELT has them, a thousand a transaction. Rows that landed are
 * there once, with their row among the events for readers.
 */
final class ExchangeKills implements Scenario {
  private static final int ROWS = 6_000;
  private static final int COLUMNS = 61;
  private static final String[] PARTIES = {"PER", "CHL", "NOR", "TCD", "GHA", "NPL"};
  private static final String[] CODES = {"042", "112", "190", "051", "036", "010"};
  private final Timed timed = new Timed();

  @Override
  public String name() {
    return "exchange";
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  @Override
  public void prepare(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String[] cells = new String[COLUMNS];
      Arrays.fill(cells, "");
      cells[0] = String.valueOf(1_000_000 + i);
      cells[1] = "202503" + (10 + i % 20);
      cells[5] = PARTIES[i % PARTIES.length];
      cells[15] = PARTIES[(i + 1 + i / 7) % PARTIES.length];
      cells[26] = CODES[i % CODES.length];
      cells[29] = "1";
      cells[30] = "1.0";
      cells[51] = "0";
      cells[59] = "20250331000000";
      cells[60] = "https://wire.example/" + i;
      lines.add(String.join("\t", cells));
    }
    lines.add(ROWS / 2, "this\tis\tno\trow");
    Files.write(folder.resolve("rows.tsv"), lines);
  }

  private static Child start(Path folder) throws IOException {
    return Child.start(
        folder,
        List.of(
            "-Dchancery.exchange.lines=1000",
            "-Dchancery.codebook=" + SmallCodebook.beside(folder)),
        "exchange",
        "read",
        "gdelt",
        folder.resolve("rows.tsv").toString(),
        "--record",
        record(folder).toString());
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    long before = landed(folder, "count(*)");
    try (Child child = start(folder)) {
      timed.moment(random);
      child.kill();
    }
    List<String> faults = new ArrayList<>();
    long after = landed(folder, "count(*)");
    if (after < before || after % 1_000 != 0) {
      faults.add(before + " rows had landed, now there are " + after);
    }
    if (landed(folder, "count(DISTINCT id)") != after) {
      faults.add("rows are doubled");
    }
    if (after > 0
        && Dump.number(record(folder), "SELECT count(*) FROM event_rows WHERE origin = 'gdelt'")
            != after) {
      faults.add("events for readers are not those that landed");
    }
    return faults;
  }

  private static long landed(Path folder, String what) throws Exception {
    Path record = record(folder);
    return Files.exists(record) && Dump.hasTables(record)
        ? Dump.number(record, "SELECT " + what + " FROM imported_events")
        : 0;
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    timed.measure(
        () -> {
          try (Child child = start(folder)) {
            int code = child.end();
            if (code != 1) { // one line is no row
              throw new IllegalStateException("it ended with " + code + ": " + child.lines());
            }
          }
        });
    long rows = landed(folder, "count(*)");
    if (rows != ROWS) {
      throw new IllegalStateException(rows + " rows landed");
    }
    return Dump.rows(record(folder));
  }
}
