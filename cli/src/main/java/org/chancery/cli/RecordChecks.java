package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.cli.DoctorCommand.Finding;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStatus;
import org.chancery.store.RecordStore;

/** What {@code doctor} asks of a record and of the search index beside it. */
final class RecordChecks {
  private RecordChecks() {}

  static List<Finding> all(Path record) {
    if (!Files.exists(record)) {
      return List.of(
          Finding.ok("record", record + " does not exist yet; chancery code INPUT makes it"));
    }
    List<Finding> findings = new ArrayList<>();
    try (RecordStore store = RecordStore.asIs(record)) {
      RecordStatus status = RecordStatus.of(store, record);
      findings.add(version(record, status));
      findings.add(runs(status));
      findings.add(orphans(RecordStatus.orphans(store)));
      long reviews = RecordStatus.reviewsWithoutEvent(store);
      if (reviews > 0) {
        findings.add(
            Finding.warn(
                "reviews",
                reviews
                    + " are of events that the record no longer has, since their reports were coded"
                    + " anew; they are kept, and act again when the event returns"));
      }
    } catch (ChanceryException e) {
      findings.add(
          Finding.fail(
              "record",
              e.getMessage() + "; or put a copy back with chancery restore FILE --force"));
    }
    findings.addAll(index(record));
    return findings;
  }

  private static Finding version(Path record, RecordStatus status) {
    String found =
        record
            + " opens, version "
            + status.version()
            + ", "
            + status.rows().getOrDefault("documents", 0L)
            + " documents, "
            + status.rows().getOrDefault("event_mentions", 0L)
            + " event mentions";
    return status.version() == RecordStore.VERSION
        ? Finding.ok("record", found)
        : Finding.warn(
            "record",
            found
                + "; the next run brings it to version "
                + RecordStore.VERSION
                + " and keeps "
                + record
                + ".before-"
                + status.version());
  }

  private static Finding runs(RecordStatus status) {
    return status.interrupted() == 0
        ? Finding.ok("runs", status.runs() + ", all of which ended")
        : Finding.warn(
            "runs",
            status.interrupted()
                + " of "
                + status.runs()
                + " never ended; what they committed stands, the same command again codes the rest");
  }

  private static Finding orphans(Map<String, Long> orphans) {
    return orphans.isEmpty()
        ? Finding.ok("rows", "each belongs to a document")
        : Finding.fail(
            "rows",
            orphans
                + " belong to no document of the record; put a copy back with chancery restore, or"
                + " code the reports into a new record");
  }

  /** The index is made from the record again where it is lost, so a fault of it only warns. */
  private static List<Finding> index(Path record) {
    Path folder = Path.of(record + ".search");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      boolean whole =
          all.stream().anyMatch(f -> String.valueOf(f.getFileName()).startsWith("segments"));
      return List.of(
          whole
              ? Finding.ok("index", folder + ", " + all.size() + " files")
              : Finding.warn("index", folder + " holds no index; delete it, it is made again"));
    } catch (IOException e) {
      return List.of(Finding.warn("index", folder + " cannot be read: " + e.getMessage()));
    }
  }
}
