package org.chancery.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.chancery.core.ChanceryException;
import org.chancery.ingest.Mapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main class of the spark-submit jar. */
@Command(
    name = "chancery-spark",
    mixinStandardHelpOptions = true,
    description =
        "Codes reports on Apache Spark into Parquet, which chancery import merges into a record.",
    footer = {
      "",
      "Example:",
      "  spark-submit --master yarn chancery-spark-0.1.0-all.jar --out hdfs:///coded hdfs:///news"
    })
public final class SparkMain implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, folders or globs on any Hadoop file system.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write, which must not be there yet.")
  private String out = "";

  @Option(
      names = "--no-gate",
      description = "Read every sentence closely, for all names, times and quotations.")
  private boolean noGate;

  @Option(
      names = "--map",
      paramLabel = "KEY=FIELD,...",
      description = "Which field or column holds what, such as text=body,published=date.")
  private @Nullable String map;

  @Option(
      names = "--mapping",
      paramLabel = "NAME|FILE",
      description = "How an archive names its fields, as for chancery code; --map changes some.")
  private @Nullable String archive;

  @Option(
      names = "--codebook",
      paramLabel = "DIR",
      description = "A codebook of your own on this machine; may be repeated.")
  private List<Path> layers = new ArrayList<>();

  @Option(
      names = "--report-failures",
      description = "Exit with 1 when a document failed or an input was rejected.")
  private boolean reportFailures;

  /** Runs the job and exits: 0 done, 1 as --report-failures says, 2 it could not be run. */
  public static void main(String[] args) {
    int code = run(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(String... args) {
    CommandLine line = new CommandLine(new SparkMain());
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          if (fault instanceof ChanceryException) {
            command.getErr().println("chancery: " + fault.getMessage());
            return 2;
          }
          throw fault;
        });
    return line.execute(args);
  }

  @Override
  public Integer call() {
    Mapping named = archive == null ? Mapping.DEFAULT : Mapping.named(archive);
    Mapping mapping = map == null ? named : named.with(map);
    try (SparkSession session = session()) {
      session.sparkContext().setLogLevel("WARN");
      Counts counts = new SparkCoding(session, layers, !noGate, mapping).run(inputs, out);
      Objects.requireNonNull(spec)
          .commandLine()
          .getErr()
          .println(
              counts.eventMentions()
                  + " event mentions; documents: "
                  + counts.coded()
                  + " coded, "
                  + counts.skipped()
                  + " skipped, "
                  + counts.failed()
                  + " failed, "
                  + counts.rejected()
                  + " rejected; in "
                  + out);
      return reportFailures && counts.failed() + counts.rejected() > 0 ? 1 : 0;
    }
  }

  private static SparkSession session() {
    SparkSession.Builder builder = SparkSession.builder().appName("Chancery");
    SparkConf given = new SparkConf();
    String master = given.get("spark.master", "");
    if (master.matches("local(\\[[0-9*]+\\])?")) {
      // a task that fails on this machine is run again, as on a cluster
      String threads = master.equals("local") ? "1" : master.substring(6, master.length() - 1);
      builder.master("local[" + threads + ",4]");
    }
    if (master.startsWith("local") && !given.contains("spark.ui.enabled")) {
      builder.config("spark.ui.enabled", "false");
    }
    return builder.getOrCreate();
  }
}
