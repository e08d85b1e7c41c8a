package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.store.RecordBackup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: a copy that {@code backup} made becomes the record. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a copy that backup made in the place of the record, when its checksum and version are right.",
      "A record that is there stays beside it as RECORD.before-restore; that needs --force."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery restore kept/2025-06-01.duckdb --record new.duckdb",
      "  chancery restore kept/2025-06-01.duckdb --force"
    })
final class RestoreCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The copy, with FILE.sha256 beside it.")
  private Path file = Path.of("");

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--force",
      description = "Go on where there is a record, or the copy has no checksum file.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    long bytes = Files.exists(file) ? Files.size(file) : 0;
    try (Progress progress = Progress.start(line, "copying", "bytes", bytes, false)) {
      RecordBackup.Restored restored = RecordBackup.restore(file, record, force, progress::step);
      Log.of(line)
          .summary(
              "record "
                  + record
                  + " is now the copy "
                  + file
                  + " (version "
                  + restored.version()
                  + ")"
                  + (restored.before() == null ? "" : "; the one before is " + restored.before()),
              Map.of("version", restored.version()));
    }
    return 0;
  }
}
