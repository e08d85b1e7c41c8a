package org.chancery.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Reading;
import org.chancery.core.Runner;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;
import org.chancery.store.RecordJson;

/**
 * Measures the single machine's way (two threads, JSON lines to a file) and Spark's ({@code
 * local[2]}, Parquet) in turn in one process, over the same file: documents a second of the clock,
 * and a second of the processors, which other programs on the machine disturb less. Arguments: the
 * JSONL file and how many rounds. docs/spark.md says how it is run.
 */
final class SparkSpeed {
  private SparkSpeed() {}

  /** One way of coding the file: gives the number of documents. */
  private interface Way {
    long run(String input, Path out) throws IOException;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("chancery-speed");
    EngineCoder coder = new EngineCoder(List.of(), true);
    try (SparkSession session =
        SparkSession.builder()
            .master("local[2,4]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()) {
      Way spark =
          (input, out) -> {
            Counts counts =
                new SparkCoding(session, coder, Mapping.DEFAULT, Part.LARGEST)
                    .run(List.of(input), out.toString());
            return counts.coded() + counts.skipped() + counts.failed() + counts.rejected();
          };
      Way single = (input, out) -> single(coder, input, out);
      for (int round = 0; round < Integer.parseInt(args[1]); round++) {
        measure("single " + round, single, args[0], folder.resolve("single-" + round));
        measure("spark  " + round, spark, args[0], folder.resolve("spark-" + round));
      }
    }
  }

  private static long single(EngineCoder coder, String input, Path out) throws IOException {
    try (Inputs all =
            new Inputs(List.of(input), Mapping.DEFAULT, new ByteArrayInputStream(new byte[0]));
        var lines = Files.newBufferedWriter(out)) {
      long[] documents = new long[1];
      new Runner(2)
          .run(
              all,
              reading ->
                  reading instanceof Reading.Read read
                      ? coder.engine().pipeline.code(read.document())
                      : null,
              (DocumentRecord record) -> {
                documents[0]++;
                write(lines, RecordJson.line(record));
              });
      return documents[0];
    }
  }

  private static void write(java.io.Writer lines, String line) {
    try {
      lines.write(line);
      lines.write('\n');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void measure(String name, Way way, String input, Path out) throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long clock = System.nanoTime();
    long processors = system.getProcessCpuTime();
    long documents = way.run(input, out);
    System.out.printf(
        Locale.ROOT,
        "%s: %d documents, %.2f a second of the clock, %.2f a second of a processor%n",
        name,
        documents,
        documents * 1e9 / (System.nanoTime() - clock),
        documents * 1e9 / (system.getProcessCpuTime() - processors));
  }
}
