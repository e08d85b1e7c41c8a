package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.chancery.analysis.Engine;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The program. */
@Command(
    name = "chancery",
    version = "Chancery " + Engine.VERSION,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Reads reports of diplomacy and conflict and keeps the record they describe:",
      "who did what to whom, where, when, according to whom and in whose words."
    },
    subcommands = {
      CodeCommand.class,
      ImportCommand.class,
      EventsCommand.class,
      FiguresCommand.class,
      CompareTellingsCommand.class,
      ShowCommand.class,
      ServeCommand.class,
      ReviewsCommand.class,
      ExplainCommand.class,
      CompareCommand.class,
      ActorsCommand.class,
      CodebookCommand.class,
      EvaluateCommand.class,
      SchemaCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chancery code samples                       code a folder into chancery.duckdb, print its"
          + " events",
      "  chancery code --format jsonl news.jsonl     print the record of each report as JSON",
      "  chancery events --type PROTEST --country NGA",
      "  chancery explain \"Norway accused the junta of shelling a clinic.\"",
      "  chancery serve                              pages and a REST API over the record, on this"
          + " machine only",
      "  chancery actors \"the French president\" --on 2015-06-01",
      "  source <(chancery generate-completion)      completion for bash and zsh",
      "",
      "Exit codes: 0 all went well; 1 some input could not be read or coded; 2 wrong usage,"
          + " codebook or record."
    })
public final class Chancery implements Runnable {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  private Chancery() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(
        run(
            args,
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /** Runs a command; the exit code is 0, 1 or 2 as the help says. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Chancery());
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpWidth(110);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          if (fault instanceof ChanceryException known) {
            command
                .getErr()
                .println("chancery: " + Terminal.plain(String.valueOf(known.getMessage())));
            return 2;
          }
          command.getErr().println("chancery: internal fault, please report it: " + fault);
          fault.printStackTrace(command.getErr());
          return 2;
        });
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
