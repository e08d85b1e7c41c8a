package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.store.RecordStore;
import org.chancery.store.export.Export;
import org.chancery.store.export.ExportFormat;
import org.chancery.store.export.ExportTable;
import org.chancery.store.export.Exporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code export}: the record as files for other tools. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes events, or another table, as a file for other tools; reviewed values win.",
      "With a filter, figures, statements, framings and documents are those of the reports of these events.",
      "What the columns mean: chancery schema --markdown"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery export --format parquet -o events.parquet",
      "  chancery export --format csv --table figures --outlet \"Lusaka Wire\" -o figures.csv",
      "  chancery export --format duckdb --from 2024-01 --to 2024-06 -o half-year.duckdb",
      "  chancery export --format graphml --quad 4 -o conflict.graphml",
      "  chancery export --format jsonl -o - | head"
    })
final class ExportCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
  private ExportFormat format = ExportFormat.CSV;

  @Option(
      names = "--table",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); other than events in csv, jsonl, parquet.")
  private ExportTable table = ExportTable.EVENTS;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write, or - for standard output (not parquet, duckdb).")
  private String output = "";

  @Option(names = "--force", description = "Replace the file when it exists.")
  private boolean force;

  @CommandLine.Mixin private FilterOptions options = new FilterOptions();

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Export export;
    try {
      export = new Export(format, table, options.filter());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line, String.valueOf(e.getMessage()), e);
    }
    boolean stream = output.equals("-");
    if (stream && !format.isText()) {
      throw new CommandLine.ParameterException(
          line, format.key() + " cannot go to standard output; name a file with -o");
    }
    try (RecordStore store = EventsCommand.existing(record)) {
      Exporter exporter = new Exporter(store);
      PrintWriter out = line.getOut();
      long rows =
          stream ? exporter.write(export, out) : exporter.write(export, Path.of(output), force);
      line.getErr()
          .println(
              rows
                  + (format == ExportFormat.GRAPHML ? " edges" : " " + table.key())
                  + (stream ? "" : " in " + output));
    }
    return 0;
  }
}
