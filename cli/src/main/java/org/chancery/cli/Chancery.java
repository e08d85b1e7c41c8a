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
import picocli.CommandLine.Option;

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
      WatchCommand.class,
      ImportCommand.class,
      EventsCommand.class,
      FiguresCommand.class,
      CompareTellingsCommand.class,
      LinkCommand.class,
      LinkCommand.Unlink.class,
      RelationCommand.class,
      ShowCommand.class,
      ServeCommand.class,
      ReviewsCommand.class,
      ExplainCommand.class,
      CompareCommand.class,
      ExchangeCommand.class,
      ActorsCommand.class,
      CodebookCommand.class,
      EvaluateCommand.class,
      SchemaCommand.class,
      ExportCommand.class,
      SearchCommand.class,
      StatusCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DoctorCommand.class,
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

  @Option(
      names = "--quiet",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Say nothing on standard error but what ends the command.")
  private boolean quiet;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "Standard error as text, or as json: one object a line for progress, warnings, errors and summary.")
  private Log.Format logFormat = Log.Format.TEXT;

  private final Log log;

  private Chancery(PrintWriter err) {
    log = new Log(err, () -> new Log.Settings(quiet, logFormat));
  }

  Log log() {
    return log;
  }

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
    Chancery program = new Chancery(err);
    CommandLine line = new CommandLine(program);
    line.setErr(program.log.writer());
    line.setUsageHelpWidth(110);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(parsed -> program.watched(line, out, parsed));
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          if (fault instanceof ChanceryException known) {
            program.log.error("chancery: " + known.getMessage());
            return 2;
          }
          program.log.error("chancery: internal fault, please report it: " + fault);
          fault.printStackTrace(command.getErr());
          return 2;
        });
    line.setOut(out);
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  /** Runs a command; until it prints or tells of itself, it is said to be at work. */
  private int watched(CommandLine line, PrintWriter out, CommandLine.ParseResult parsed) {
    String name = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() : "chancery";
    try (Progress waiting = Progress.waiting(log, name)) {
      line.setOut(new Output(out, waiting::close));
      return new CommandLine.RunLast().execute(parsed);
    }
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
