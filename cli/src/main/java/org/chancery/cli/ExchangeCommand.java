package org.chancery.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.ChanceryException;
import org.chancery.store.exchange.Codes;
import org.chancery.store.exchange.Layout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code exchange}: rows of GDELT, ICEWS, Phoenix and POLECAT, read and written. */
@Command(
    name = "exchange",
    mixinStandardHelpOptions = true,
    description = "Reads and writes rows of other event data: GDELT 2.0, ICEWS, Phoenix, POLECAT.",
    subcommands = {
      ExchangeReadCommand.class,
      ExchangeWriteCommand.class,
      ExchangeCommand.Losses.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery exchange read gdelt 20240131143000.export.CSV.zip",
      "  chancery events --origin gdelt --actor FRA",
      "  chancery exchange write icews -o ours.tab --filter country=NGA --filter from=2025-03-01",
      "  chancery exchange losses gdelt               what the layout cannot hold of our events",
      "  chancery compare --with gdelt 20240131.export.CSV"
    })
final class ExchangeCommand {
  private ExchangeCommand() {}

  /** The names of layouts, for help and completion. */
  static final class Layouts extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Layouts() {
      super(Arrays.stream(Layout.values()).map(Layout::key).toList());
    }
  }

  /** The tables of the codebook. */
  static Codes codes(CodebookOptions options) {
    Codebook codebook = options.codebook();
    return new Codes(
        name ->
            codebook.table(name).stream()
                .map(
                    row -> {
                      Map<String, String> cells = new LinkedHashMap<>();
                      row.columns().keySet().forEach(c -> cells.put(c, row.get(c)));
                      return cells;
                    })
                .toList());
  }

  static Layout layout(String key) {
    return Layout.of(key)
        .orElseThrow(
            () ->
                new ChanceryException(
                    "exchange",
                    "layout '" + key + "' is none of " + String.join(", ", new Layouts())));
  }

  /** {@code exchange losses}. */
  @Command(
      name = "losses",
      mixinStandardHelpOptions = true,
      description = "Lists what a layout cannot hold of our events.")
  static final class Losses implements Callable<Integer> {
    @CommandLine.Spec private @Nullable CommandSpec spec;

    @Parameters(
        index = "0",
        paramLabel = "LAYOUT",
        completionCandidates = Layouts.class,
        description = "${COMPLETION-CANDIDATES}")
    private String layout = "";

    @Mixin private CodebookOptions codebook = new CodebookOptions();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      for (Codes.Loss loss : codes(codebook).losses(layout(layout))) {
        out.printf("%-15s %-7s %s%n", loss.field(), loss.how(), loss.what());
      }
      return 0;
    }
  }
}
