package org.chancery.cli.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStatus;
import org.chancery.store.RecordStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or cannot be written, and two programs that want to write at once. */
class DiskTest {
  private static final int DOCUMENTS = 6_000;
  @TempDir private Path folder = Path.of("");

  private static boolean runs(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  /** A small disk in memory; only root may mount one. */
  private Path disk(String size) throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name"))
            && runs("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
        "a small disk can only be mounted by root");
    return disk;
  }

  @Test
  void aFullDiskStopsTheRunAndWhatWasCommittedStands() throws Exception {
    Path disk = disk("2m");
    try {
      Path record = disk.resolve("r.duckdb");
      ChanceryException fault =
          assertThrows(ChanceryException.class, () -> SmallRecord.write(record, DOCUMENTS));
      assertTrue(String.valueOf(fault.getMessage()).contains("r.duckdb"), fault.getMessage());
      assertTrue(runs("mount", "-o", "remount,size=200m", disk.toString()));
      try (RecordStore store = RecordStore.read(record)) {
        long kept = RecordStatus.of(store, record).rows().getOrDefault("documents", 0L);
        assertTrue(kept > 0 && kept < DOCUMENTS && kept % 64 == 0, kept + " documents");
        assertEquals(Map.of(), RecordStatus.orphans(store));
      }
      SmallRecord.write(record, DOCUMENTS);
      assertEquals(DOCUMENTS, Dump.number(record, "SELECT count(*) FROM documents"));
    } finally {
      runs("umount", "-l", disk.toString());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedAndItsRecordCanBeRead() throws Exception {
    Path disk = disk("50m");
    try {
      Path record = disk.resolve("r.duckdb");
      SmallRecord.write(record, 3);
      assertTrue(runs("mount", "-o", "remount,ro", disk.toString()));
      ChanceryException fault =
          assertThrows(
              ChanceryException.class, () -> SmallRecord.write(disk.resolve("new.duckdb"), 1));
      assertTrue(String.valueOf(fault.getMessage()).contains("new.duckdb"), fault.getMessage());
      assertEquals(3, Dump.number(record, "SELECT count(*) FROM documents"));
    } finally {
      runs("umount", "-l", disk.toString());
    }
  }

  @Test
  void aSecondProgramThatWouldWriteIsRefusedWithASentence() throws Exception {
    Path work = Files.createDirectory(folder.resolve("two"));
    Path record = work.resolve("r.duckdb");
    SmallRecord.write(record, 3);
    List<String> said = new ArrayList<>();
    try (RecordStore writer = RecordStore.open(record)) {
      assertTrue(writer.kept() == 0);
      for (String[] command :
          List.of(
              new String[] {"events", "--record", record.toString()},
              new String[] {
                "backup", work.resolve("c").toString(), "--record", record.toString()
              })) {
        try (Child second = Child.start(work, List.of(), command)) {
          assertEquals(2, second.end());
          said.add(String.join(" ", second.lines()));
        }
      }
    }
    assertTrue(said.get(0).contains("another program is writing to it"), said.get(0));
    assertTrue(said.get(1).contains("--wait"), said.get(1));
  }
}
