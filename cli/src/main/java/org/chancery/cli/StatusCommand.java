package org.chancery.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.store.RecordStatus;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code status}: what a record holds, and how its runs ended. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Says what the record holds: documents, events, runs and the last of them, rejects, versions, sizes, runs that never ended.",
    footerHeading = "%nExamples:%n",
    footer = {"  chancery status", "  chancery status --record 2024.duckdb --format json"})
final class StatusCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private enum Format {
    TEXT,
    JSON
  }

  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--format",
      description = "What to print: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException {
    EventsCommand.mustExist(record);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    RecordStatus status;
    try (RecordStore store = RecordStore.read(record)) {
      status = RecordStatus.of(store, record);
    }
    if (format == Format.JSON) {
      out.println(JSON.writeValueAsString(status));
    } else {
      print(out, status);
    }
    return 0;
  }

  private void print(PrintWriter out, RecordStatus status) {
    Map<String, Long> rows = status.rows();
    out.printf("record            %s%n", record);
    out.printf("version           %d%s%n", status.version(), age(status.version()));
    out.printf("size              %,d kB%n", status.bytes() / 1024);
    out.printf("documents         %d%s%n", rows.getOrDefault("documents", 0L), parts(status));
    for (String table :
        List.of("event_mentions", "events", "statements", "figures", "framings", "reviews")) {
      out.printf("%-17s %d%n", table.replace('_', ' '), rows.getOrDefault(table, 0L));
    }
    out.printf("rejects           %d%n", rows.getOrDefault("rejects", 0L));
    out.printf(
        "runs              %d%s%n",
        status.runs(),
        status.interrupted() == 0
            ? ""
            : ", of which "
                + status.interrupted()
                + " never ended; the same command again codes what they left");
    Map<String, @Nullable Object> last = status.last();
    if (last != null) {
      out.printf(
          "last run          began %s, %s%n",
          last.get("began"),
          last.get("ended") == null ? "never ended" : "ended " + last.get("ended"));
      out.printf(
          "  inputs          %s%n", Terminal.cell(String.valueOf(last.get("inputs")), 80).strip());
      out.printf(
          "  documents       %s coded, %s skipped, %s failed, %s rejected, %s unchanged%n",
          number(last, "coded"),
          number(last, "skipped"),
          number(last, "failed"),
          number(last, "rejected"),
          number(last, "unchanged"));
    }
    status
        .versions()
        .forEach(
            (versions, n) ->
                out.printf("coded by          %s (%d)%n", Terminal.plain(versions), n));
  }

  private static Object number(Map<String, @Nullable Object> run, String name) {
    return Objects.requireNonNullElse(run.get(name), "?");
  }

  private static String age(int version) {
    return version < RecordStore.VERSION
        ? " (this Chancery's is " + RecordStore.VERSION + "; the next run brings it up to date)"
        : "";
  }

  private static String parts(RecordStatus status) {
    StringBuilder parts = new StringBuilder();
    status
        .documents()
        .forEach((k, n) -> parts.append(parts.isEmpty() ? ": " : ", ").append(n + " " + k));
    return parts.toString();
  }
}
