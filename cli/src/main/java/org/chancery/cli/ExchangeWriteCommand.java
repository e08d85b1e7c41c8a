package org.chancery.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.Engine;
import org.chancery.core.ChanceryException;
import org.chancery.store.EventFilter;
import org.chancery.store.RecordStore;
import org.chancery.store.exchange.Layout;
import org.chancery.store.exchange.LayoutWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exchange write}. */
@Command(
    name = "write",
    mixinStandardHelpOptions = true,
    description = {
      "Writes events in the columns of other event data: the record's own, or --filter origin=...",
      "What a layout cannot hold is listed by 'chancery exchange losses LAYOUT'."
    })
final class ExchangeWriteCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "LAYOUT",
      completionCandidates = ExchangeCommand.Layouts.class,
      description = "${COMPLETION-CANDIDATES}")
  private String layout = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to (default: standard output).")
  private @Nullable Path output;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @Option(
      names = "--filter",
      paramLabel = "NAME=VALUE",
      description =
          "The filters of the pages: type, quad, modality, actor, recipient, party, country, from, to, outlet, document, least, most, origin, review, words. May be repeated.")
  private Map<String, String> filter = new LinkedHashMap<>();

  @Mixin private CodebookOptions codebook = new CodebookOptions();

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Layout wanted = ExchangeCommand.layout(layout);
    for (String name : filter.keySet()) {
      if (!EventFilter.NAMES.contains(name)) {
        throw new ChanceryException("usage", "filter '" + name + "' is none; --help lists them");
      }
    }
    try (RecordStore store = EventsCommand.existing(record)) {
      LayoutWriter writer =
          new LayoutWriter(
              store, ExchangeCommand.codes(codebook), wanted, "Chancery " + Engine.VERSION);
      LayoutWriter.Written written;
      EventFilter asked = EventFilter.of(filter);
      if (output == null) {
        written = writer.write(asked, line.getOut());
        line.getOut().flush();
      } else {
        try (BufferedWriter out = Files.newBufferedWriter(output)) {
          written = writer.write(asked, out);
        }
      }
      line.getErr().println(written.rows() + " rows");
      written
          .leftOut()
          .forEach((why, n) -> line.getErr().println("  " + n + " not written: " + why));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ChanceryException("usage", String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new ChanceryException("exchange", output + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
