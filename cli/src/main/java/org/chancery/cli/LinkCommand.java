package org.chancery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.store.HandLinks;
import org.chancery.store.LinkTables;
import org.chancery.store.RecordStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code link}: links what waits, everything again, or two mentions by hand. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Links mentions of one happening across the reports of a record: those that wait (code does it",
      "too), all again, or two by hand. What is done by hand stays when reports are linked or coded again."
    },
    footer = {
      "",
      "Examples:",
      "  chancery link --all",
      "  chancery link em-5b0c33f5a1d2 em-9f21c77e01aa --reason \"the same visit, told by both sides\""
    })
class LinkCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..2", paramLabel = "MENTION", description = "Ids of two event mentions.")
  private List<String> mentions = new ArrayList<>();

  @Option(names = "--reason", description = "Why; needed for two mentions.")
  private String reason = "";

  @Option(names = "--by", description = "Your name (default: ${DEFAULT-VALUE}).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--all", description = "Forgets all links but those by hand, and links again.")
  private boolean all;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "The record file (default: ${DEFAULT-VALUE}).")
  private Path record = Path.of("chancery.duckdb");

  @CommandLine.Mixin private CodebookOptions codebook = new CodebookOptions();

  /** What is said of the two mentions. */
  HandLinks.Verdict verdict() {
    return HandLinks.Verdict.LINK;
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (mentions.size() == 1 || (mentions.size() == 2 && all)) {
      throw new CommandLine.ParameterException(line, "give two mentions, or --all, or nothing");
    }
    if (mentions.isEmpty() && verdict() == HandLinks.Verdict.UNLINK) {
      throw new CommandLine.ParameterException(line, "give the two mentions to hold apart");
    }
    EventsCommand.mustExist(record);
    try (RecordStore store = RecordStore.open(record)) {
      if (!mentions.isEmpty()) {
        try {
          new HandLinks(store).write(mentions.get(0), mentions.get(1), verdict(), reason, by);
        } catch (IllegalArgumentException e) {
          throw new CommandLine.ParameterException(line, String.valueOf(e.getMessage()), e);
        }
      } else if (all) {
        LinkTables tables = new LinkTables(store);
        tables.atomically(tables::forgetAll);
      }
      Linking.Done done = new Linking(new ReportLinker(codebook.codebook()), store).run();
      line.getOut()
          .println(
              done.documents()
                  + " reports linked, "
                  + done.comparisons()
                  + " pairs of mentions and "
                  + done.sketchComparisons()
                  + " of reports compared");
    }
    return 0;
  }

  /** {@code unlink}: holds two mentions apart. */
  @Command(
      name = "unlink",
      mixinStandardHelpOptions = true,
      description = "Says that two mentions are not of one happening, whatever links them.",
      footer = {
        "",
        "Example:",
        "  chancery unlink em-5b0c33f5a1d2 em-9f21c77e01aa --reason \"two meetings, a week apart\""
      })
  static final class Unlink extends LinkCommand {
    @Override
    HandLinks.Verdict verdict() {
      return HandLinks.Verdict.UNLINK;
    }
  }
}
