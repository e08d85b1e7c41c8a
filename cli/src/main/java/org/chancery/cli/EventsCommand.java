package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.core.ChanceryException;
import org.chancery.store.EventCsv;
import org.chancery.store.EventQuery;
import org.chancery.store.EventRow;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code events}: asks the record. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Lists events of the record.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery events --type ACCUSE --actor FRA",
      "  chancery events --recipient \"foreign minister\" --from 2025-03-01 --to 2025-03-31",
      "  chancery events --country NGA --format csv > nigeria.csv"
    })
final class EventsCommand implements Callable<Integer> {
  private enum Format {
    TABLE,
    CSV
  }

  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(names = "--type", description = "A PLOVER type, such as CONSULT.")
  private @Nullable String type;

  @Option(
      names = "--actor",
      paramLabel = "CODE|WORDS",
      description = "Code (FRA, FRA GOV) or words of the actor.")
  private @Nullable String actor;

  @Option(
      names = "--recipient",
      paramLabel = "CODE|WORDS",
      description = "The same for the recipient.")
  private @Nullable String recipient;

  @Option(names = "--from", paramLabel = "DATE", description = "First day (ISO, may be partial).")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, inclusive.")
  private @Nullable String to;

  @Option(
      names = "--country",
      paramLabel = "ISO3",
      description = "Country of the place, such as NGA.")
  private @Nullable String country;

  @Option(
      names = "--modality",
      description = "happened, ongoing, planned, offered, called_for, possible or denied.")
  private @Nullable String modality;

  @Option(names = "--document", paramLabel = "ID", description = "Only this report.")
  private @Nullable String document;

  @Option(
      names = "--origin",
      description =
          "chancery, a system whose rows were read (gdelt, icews, phoenix, polecat), or all"
              + " (default: the record's own, where it has any).")
  private @Nullable String origin;

  @Option(names = "--limit", description = "At most so many rows (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: table).")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (RecordStore store = existing(record)) {
      List<EventRow> rows =
          new EventQuery(
                  document, type, actor, recipient, from, to, country, modality, Math.max(0, limit))
              .run(store, origin);
      if (format == Format.CSV) {
        out.println(EventCsv.header());
        rows.forEach(row -> out.println(EventCsv.line(row)));
      } else {
        if (!rows.isEmpty()) {
          out.println(EventTable.header());
        }
        rows.forEach(row -> out.println(EventTable.line(row)));
        Log.of(spec.commandLine())
            .summary(
                rows.size() + (rows.size() == limit ? " events (the limit)" : " events"),
                Map.of("events", rows.size()));
      }
    }
    return 0;
  }

  /** Opens a record that must be there. */
  static RecordStore existing(Path record) {
    mustExist(record);
    return RecordStore.read(record);
  }

  /** Says what to do where a record is not there. */
  static void mustExist(Path record) {
    if (!Files.exists(record)) {
      throw new ChanceryException(
          "record",
          "record "
              + record
              + " does not exist; code some reports first, or name another with --record");
    }
  }
}
