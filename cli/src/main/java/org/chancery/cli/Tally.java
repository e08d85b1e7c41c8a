package org.chancery.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;

/** Counts what became of the reports of a run, and says what was not coded and why. */
final class Tally {
  private static final List<String> OUTCOMES = List.of("coded", "skipped", "failed", "rejected");

  private final Map<String, Long> counts = new TreeMap<>();
  private long events;
  private long reports;
  private long unchanged;

  void rejected(Log log, Reading.Reject reject) {
    reports++;
    add("rejected");
    log.warn("rejected " + reject.origin() + ": " + reject.reason() + ": " + reject.detail());
  }

  void noted(Log log, Reading.Note note) {
    reports++;
    counts.merge("skipped", note.skipped(), Long::sum);
    log.warn("note " + note.origin() + ": " + note.reason() + ": " + note.detail());
  }

  /** A report that was read; {@code made} is null where it was coded before. */
  void read(Log log, @Nullable DocumentRecord made, boolean changed, int itsEvents) {
    reports++;
    events += itsEvents;
    if (!changed) {
      unchanged++;
    }
    if (made == null) {
      return;
    }
    String origin = made.document().origin();
    Outcome outcome = made.outcome();
    if (outcome instanceof Outcome.Coded) {
      add("coded");
    } else if (outcome instanceof Outcome.Skipped skipped) {
      add("skipped");
      log.warn("skipped " + origin + ": " + skipped.reason() + ": " + skipped.detail());
    } else if (outcome instanceof Outcome.Failed failed) {
      add("failed");
      log.warn("failed " + origin + ": " + failed.reason() + ": " + failed.detail());
    }
  }

  /** What to show of the run so far; reports count as kept when they are committed. */
  Map<String, Object> soFar(@Nullable RecordStore store) {
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("reports", reports);
    done.put("events", events);
    if (store != null) {
      done.put("kept", store.kept());
    }
    return done;
  }

  /** Notes the counts with the run. */
  void end(RecordStore store) {
    store.end(count("coded"), count("skipped"), count("failed"), count("rejected"), unchanged);
  }

  /** Whether nothing failed or was rejected. */
  boolean isWhole() {
    return count("failed") + count("rejected") == 0;
  }

  /**
   * Says what the run did.
   *
   * @param record the record file, or null where nothing is kept
   * @param passed whether reports that were coded before are passed over
   * @param unsure mentions that were too unsure to code
   */
  void summary(Log log, @Nullable Path record, boolean passed, long unsure) {
    String kept =
        record == null
            ? "nothing kept"
            : unchanged + " already in " + record + " and left as they were";
    String nothing =
        unchanged > 0 && count("coded") == 0 && passed
            ? "\nNothing has changed since the last run."
            : "";
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("events", events);
    List<String> parts = OUTCOMES.stream().map(outcome -> count(outcome) + " " + outcome).toList();
    OUTCOMES.forEach(outcome -> values.put(outcome, count(outcome)));
    values.put("unchanged", unchanged);
    values.put("unsure", unsure);
    log.summary(
        events
            + " events; documents: "
            + String.join(", ", parts)
            + "; "
            + (unsure > 0 ? unsure + " mentions too unsure to code; " : "")
            + kept
            + nothing,
        values);
  }

  private void add(String key) {
    counts.merge(key, 1L, Long::sum);
  }

  private long count(String key) {
    return counts.getOrDefault(key, 0L);
  }
}
