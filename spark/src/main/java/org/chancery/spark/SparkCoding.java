package org.chancery.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.chancery.core.ChanceryException;
import org.chancery.core.Reading;
import org.chancery.ingest.Mapping;

/**
 * The job: files to readings, readings to records, records to Parquet by month of publication. Each
 * document and each input that cannot be read becomes one row, whatever becomes of tasks and
 * executors: Spark runs a lost task again, and only the output of one run of it is kept.
 */
public final class SparkCoding {
  private final SparkSession session;
  private final JavaSparkContext context;
  private final DocumentCoder coder;
  private final Mapping mapping;
  private final long largestPart;

  /** Codes with the codebook in the jar and the user's folders over it. */
  public SparkCoding(
      SparkSession session, List<Path> codebookLayers, boolean gate, Mapping mapping) {
    this(
        session,
        new EngineCoder(codebookLayers.stream().map(CodebookLayer::packed).toList(), gate),
        mapping,
        Part.LARGEST);
  }

  SparkCoding(SparkSession session, DocumentCoder coder, Mapping mapping, long largestPart) {
    this.session = session;
    this.context = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.coder = coder;
    this.mapping = mapping;
    this.largestPart = largestPart;
  }

  /** Codes the inputs into a folder that is not there yet. */
  public Counts run(List<String> inputs, String folder) {
    refuseExisting(folder);
    Sources sources = new Sources(context.hadoopConfiguration(), inputs);
    SerializableConfiguration configuration =
        new SerializableConfiguration(context.hadoopConfiguration());
    List<Part> parts = numbered(Tasks.cut(sources.files(), largest()), configuration);
    JavaRDD<Row> records = coded(read(parts, configuration)).union(rejected(sources.rejects()));
    session
        .createDataFrame(records, RecordRows.SCHEMA)
        .write()
        .partitionBy(RecordRows.MONTH)
        .option("compression", "zstd")
        .parquet(folder);
    return counts(folder);
  }

  private void refuseExisting(String folder) {
    try {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder);
      FileSystem system = path.getFileSystem(context.hadoopConfiguration());
      if (system.exists(path)) {
        throw new ChanceryException(
            "usage", folder + ": is there already; name a folder that is not, or delete it first");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ChanceryException("usage", folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** A file whose articles stand in one list is no file of lines, whatever its name. */
  private long largest() {
    return mapping.items().isEmpty() ? largestPart : Long.MAX_VALUE;
  }

  private JavaRDD<Row> read(List<Part> parts, SerializableConfiguration configuration) {
    int cores = context.defaultParallelism();
    List<List<Part>> groups = Tasks.grouped(parts, cores);
    Mapping fields = mapping;
    JavaRDD<Row> readings =
        context
            .parallelize(groups, Math.max(1, groups.size()))
            .flatMap(group -> rows(group, configuration.value(), fields));
    boolean idle = groups.size() < 2 * cores;
    return idle ? readings.repartition(Tasks.spread(cores)) : readings;
  }

  private static Iterator<Row> rows(
      List<Part> parts, Configuration configuration, Mapping mapping) {
    PartReader reader = new PartReader(parts, configuration, mapping);
    TaskContext task = TaskContext.get();
    if (task != null) {
      TaskCompletionListener closing = ended -> reader.close();
      task.addTaskCompletionListener(closing);
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return reader.hasNext();
      }

      @Override
      public Row next() {
        return ReadingRows.row(reader.next());
      }
    };
  }

  private JavaRDD<Row> coded(JavaRDD<Row> readings) {
    DocumentCoder work = coder;
    return readings.map(
        row -> {
          Reading reading = ReadingRows.reading(row);
          if (reading instanceof Reading.Read read) {
            return RecordRows.row(work.code(read.document()));
          }
          return reading instanceof Reading.Note note
              ? RecordRows.row(note)
              : RecordRows.row((Reading.Reject) reading);
        });
  }

  private JavaRDD<Row> rejected(List<Reading.Reject> rejects) {
    return context.parallelize(rejects.stream().map(RecordRows::row).toList(), 1);
  }

  /** Parts of cut files learn the number of their first line, by a pass that only counts. */
  private List<Part> numbered(List<Part> parts, SerializableConfiguration configuration) {
    List<Part> cut = parts.stream().filter(Part::cut).toList();
    if (cut.isEmpty()) {
      return parts;
    }
    List<Long> ends =
        context
            .parallelize(cut, cut.size())
            .map(part -> lineEnds(part, configuration.value()))
            .collect();
    List<Part> numbered = new ArrayList<>(parts);
    numbered.removeAll(cut);
    numbered.addAll(Tasks.numbered(cut, ends));
    return numbered;
  }

  /** Line ends in a part; a file that cannot be read is named when its lines are. */
  private static long lineEnds(Part part, Configuration configuration) {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(part.path());
    try (FSDataInputStream file = path.getFileSystem(configuration).open(path)) {
      file.seek(part.begin());
      return LineRange.count(file, part.bytes());
    } catch (IOException e) {
      return 0;
    }
  }

  private Counts counts(String folder) {
    Dataset<Row> written =
        session
            .read()
            .schema(RecordRows.SCHEMA)
            .parquet(folder)
            .groupBy("status")
            .agg(
                org.apache.spark.sql.functions.count("*"),
                org.apache.spark.sql.functions.sum("event_mentions"),
                org.apache.spark.sql.functions.sum("left_out"));
    Map<String, Long> documents = new HashMap<>();
    long mentions = 0;
    long leftOut = 0;
    for (Row row : written.collectAsList()) {
      documents.put(row.getString(0), row.getLong(1));
      mentions += row.getLong(2);
      leftOut += row.getLong(3);
    }
    return new Counts(
        documents.getOrDefault("coded", 0L),
        documents.getOrDefault("skipped", 0L) + leftOut,
        documents.getOrDefault("failed", 0L),
        documents.getOrDefault("rejected", 0L),
        mentions);
  }
}
