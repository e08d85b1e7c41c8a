package org.chancery.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chancery.store.RecordBackup;

/**
 * {@code backup} and {@code restore}: a copy with its name is whole and has its checksum; the
 * record is the old one or the new one, and the old one is never lost.
 */
final class BackupKills implements Scenario {
  private static final int NEW = 3_000;
  private static final int OLD = 2_000;
  private long millis = 1_500;

  @Override
  public String name() {
    return "backup";
  }

  private static Path record(Path folder) {
    return folder.resolve("r.duckdb");
  }

  private static Path copy(Path folder) {
    return folder.resolve("copy.duckdb");
  }

  @Override
  public void prepare(Path folder) throws IOException {
    Path made = folder.toAbsolutePath().resolveSibling("made-" + NEW + ".duckdb");
    Path other = folder.toAbsolutePath().resolveSibling("made-" + OLD + ".duckdb");
    if (!Files.exists(other)) {
      SmallRecord.write(made, NEW);
      SmallRecord.write(other, OLD);
    }
    Files.copy(made, record(folder));
    Files.copy(other, folder.resolve("target.duckdb"));
  }

  private static Child start(Path folder, boolean back) throws IOException {
    return back
        ? Child.start(
            folder,
            List.of(),
            "restore",
            copy(folder).toString(),
            "--force",
            "--record",
            folder.resolve("target.duckdb").toString())
        : Child.start(
            folder,
            List.of(),
            "backup",
            copy(folder).toString(),
            "--record",
            record(folder).toString());
  }

  @Override
  public List<String> kill(Path folder, Random random) throws Exception {
    boolean back = Files.exists(copy(folder));
    try (Child child = start(folder, back)) {
      Thread.sleep(millis * (20 + random.nextInt(90)) / 100);
      child.kill();
    }
    List<String> faults = new ArrayList<>();
    if (Dump.number(record(folder), "SELECT count(*) FROM documents") != NEW) {
      faults.add("the record that was copied is not what it was");
    }
    if (Files.exists(copy(folder))) {
      Path trial = folder.resolve("trial.duckdb");
      RecordBackup.restore(copy(folder), trial, false, bytes -> {});
      if (Dump.number(trial, "SELECT count(*) FROM documents") != NEW) {
        faults.add("the copy is not the record");
      }
      Files.delete(trial);
    }
    Path target = folder.resolve("target.duckdb");
    long now = Dump.number(target, "SELECT count(*) FROM documents");
    Path before = Path.of(target + ".before-restore");
    boolean kept =
        Files.exists(before) && Dump.number(before, "SELECT count(*) FROM documents") == OLD;
    if (now != OLD && !(now == NEW && kept)) {
      faults.add("the record put back has " + now + " documents, the old one is kept: " + kept);
    }
    return faults;
  }

  @Override
  public List<String> finish(Path folder) throws Exception {
    long began = System.nanoTime();
    boolean again = Files.exists(copy(folder));
    for (boolean back : again ? new boolean[] {true} : new boolean[] {false, true}) {
      try (Child child = start(folder, back)) {
        if (child.end() != 0) {
          throw new IllegalStateException("it ended badly: " + child.lines());
        }
      }
    }
    millis = (System.nanoTime() - began) / 1_000_000 / (again ? 1 : 2);
    return Dump.rows(folder.resolve("target.duckdb"));
  }
}
