package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.cli.DoctorCommand.Finding;

/** What {@code doctor} asks of the machine: Java, memory, and the disk beside the record. */
final class MachineChecks {
  private static final int LEAST_JAVA = 17;

  /** Measured peak of {@code code} with two threads, with room for a long report. */
  private static final long LEAST_HEAP_MB = 700;

  private static final long ENOUGH_DISK_MB = 1_000;
  private static final long LEAST_DISK_MB = 100;

  private MachineChecks() {}

  static List<Finding> all(Path record) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory(Runtime.getRuntime().maxMemory() / (1 << 20)));
    findings.add(disk(record));
    return findings;
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    String found =
        version
            + " ("
            + System.getProperty("java.vendor")
            + "), "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch");
    return version >= LEAST_JAVA
        ? Finding.ok("java", found)
        : Finding.fail("java", found + "; install JDK " + LEAST_JAVA + " or newer");
  }

  static Finding memory(long heapMb) {
    String found =
        "heap of at most "
            + heapMb
            + " MB, "
            + Runtime.getRuntime().availableProcessors()
            + " processors";
    return heapMb >= LEAST_HEAP_MB
        ? Finding.ok("memory", found)
        : Finding.warn(
            "memory",
            found + "; coding needs " + LEAST_HEAP_MB + " MB: set CHANCERY_JAVA_OPTS=-Xmx1500m");
  }

  private static Finding disk(Path record) {
    Path folder = record.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return Finding.fail("disk", "the folder of " + record + " does not exist; make it first");
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace() / (1 << 20);
      String found = String.format(Locale.ROOT, "%,d MB free beside %s", free, record);
      if (!Files.isWritable(folder)) {
        return Finding.fail(
            "disk",
            "nothing can be written to "
                + folder
                + "; mend its rights, or name a record elsewhere");
      }
      if (free < LEAST_DISK_MB) {
        return Finding.fail("disk", found + "; make room");
      }
      long copy = Files.exists(record) ? Files.size(record) / (1 << 20) : 0;
      return free < Math.max(ENOUGH_DISK_MB, copy)
          ? Finding.warn("disk", found + "; a copy kept before an update may not fit, make room")
          : Finding.ok("disk", found);
    } catch (IOException e) {
      return Finding.warn("disk", "its free space cannot be asked: " + e.getMessage());
    }
  }
}
