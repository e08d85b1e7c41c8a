package org.chancery.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chancery.core.Versions;
import org.chancery.store.RecordParser;
import org.chancery.store.RecordStore;

/**
 * {@code link} and {@code link --all}, three reports a transaction: every report is linked or waits
 * for it, and no row of a report changes.
 */
final class LinkKills implements Scenario {
  private final Timed timed = new Timed();
  private final List<String> whole = new ArrayList<>();

  @Override
  public String name() {
    return "link";
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  @Override
  public void prepare(Path folder) throws Exception {
    Path made = folder.toAbsolutePath().resolveSibling("made-unlinked.duckdb");
    if (!Files.exists(made)) {
      try (RecordStore store = RecordStore.open(made)) {
        store.begin(new Versions("test", "hash", Map.of()), List.of("test"));
        for (String line : ImportKills.records()) {
          store.write(RecordParser.parse(line, "goldens"));
        }
        store.end(0, 0, 0, 0, 0);
      }
    }
    Files.copy(made, record(folder));
  }

  private static Child start(Path folder, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("link", "--record", record(folder).toString()));
    arguments.addAll(List.of(more));
    return Child.start(
        folder,
        List.of("-Dchancery.batch=3", "-Dchancery.codebook=" + SmallCodebook.beside(folder)),
        arguments.toArray(String[]::new));
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    boolean all = random.nextBoolean();
    try (Child child = all ? start(folder, "--all") : start(folder)) {
      timed.moment(random);
      child.kill();
    }
    return Whole.faults(record(folder), whole);
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    timed.measure(
        () -> {
          try (Child child = start(folder)) {
            if (child.end() != 0) {
              throw new IllegalStateException("it ended badly: " + child.lines());
            }
          }
        });
    if (Dump.number(record(folder), "SELECT count(*) FROM linked_mentions") == 0) {
      throw new IllegalStateException("nothing is linked");
    }
    List<String> rows = Dump.rows(record(folder));
    if (whole.isEmpty()) {
      whole.addAll(rows);
    }
    return rows;
  }
}
