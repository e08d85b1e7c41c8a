package org.chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** {@code backup}: a whole copy of the record with its checksum. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the record to FILE, and writes its SHA-256 to FILE.sha256. Others may read meanwhile.",
      "While another program writes to the record no copy is made; --wait waits for it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery backup kept/2025-06-01.duckdb",
      "  chancery backup --record 2024.duckdb --wait 600 kept/2024.duckdb"
    })
final class BackupCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The copy; there must be no such file yet.")
  private Path file = Path.of("");

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for a program that writes (default: ${DEFAULT-VALUE}).")
  private int wait;

  @Override
  public Integer call() throws IOException {
    EventsCommand.mustExist(record);
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    try (Progress progress = Progress.start(line, "copying", "bytes", Files.size(record), false)) {
      RecordBackup.Copy copy =
          RecordBackup.backup(record, file, Duration.ofSeconds(Math.max(0, wait)), progress::step);
      Log.of(line)
          .summary(
              copy.bytes() / 1024 + " kB copied to " + copy.file() + ", SHA-256 " + copy.sum(),
              Map.of("bytes", copy.bytes(), "sha256", copy.sum()));
    }
    return 0;
  }
}
