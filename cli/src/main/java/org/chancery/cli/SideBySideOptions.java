package org.chancery.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is compared of the record and another system. */
final class SideBySideOptions {
  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "With --with: the record file (default: ${DEFAULT-VALUE}).")
  Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "With --with: first day (default: the first that both systems have).")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "With --with: last day (default: the last that both systems have).")
  @Nullable String to;

  @Option(
      names = "--undirected",
      description = "With --with: who acts on whom does not count, only that both take part.")
  boolean undirected;

  @Mixin CodebookOptions codebook = new CodebookOptions();
}
