package org.chancery.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.chancery.core.Reading;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file as documents: columns by the mapping's names, the origin is the file
 * and the row's number from 1. Only the columns asked for are read.
 */
final class ParquetReadings implements Iterator<Reading>, AutoCloseable {
  private static final long JULIAN_EPOCH = 2_440_588;
  private final String origin;
  private final Mapping mapping;
  private final @Nullable ParquetReader<Group> rows;
  private @Nullable Reading next;
  private boolean ended;
  private long number;

  ParquetReadings(Path path, String origin, Configuration configuration, Mapping mapping)
      throws IOException {
    this.origin = origin;
    this.mapping = mapping;
    MessageType columns;
    try (ParquetFileReader file =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      columns = wanted(file.getFileMetaData().getSchema(), mapping);
    } catch (RuntimeException e) { // how parquet-hadoop says that a file is none of its own
      throw new IOException("it is no whole Parquet file: " + e.getMessage(), e);
    }
    String text = mapping.fields().getOrDefault("text", "text");
    if (!columns.containsField(text)) {
      rows = null;
      next =
          new Reading.Reject(
              origin,
              "no-text",
              "it has no text column \"" + text + "\"; name yours with --map text=COLUMN");
      return;
    }
    Configuration projected = new Configuration(configuration);
    projected.set(ReadSupport.PARQUET_READ_SCHEMA, columns.toString());
    rows = ParquetReader.builder(new GroupReadSupport(), path).withConf(projected).build();
  }

  private static MessageType wanted(MessageType all, Mapping mapping) {
    List<Type> columns =
        Mapping.KEYS.stream()
            .map(key -> mapping.fields().getOrDefault(key, key))
            .distinct()
            .filter(all::containsField)
            .map(all::getType)
            .filter(type -> type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED))
            .toList();
    return new MessageType(all.getName(), columns);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      advance();
    }
    return next != null;
  }

  @Override
  public Reading next() {
    Reading reading = hasNext() ? next : null;
    if (reading == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return reading;
  }

  private void advance() {
    try {
      Group row = rows == null ? null : rows.read();
      ended = row == null;
      if (row != null) {
        number++;
        next = Inputs.row(values(row), origin + "#" + number, mapping);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) { // a page that does not decode
      throw new UncheckedIOException(
          new IOException("no row after " + number + " can be read: " + e.getMessage(), e));
    }
  }

  private static Map<String, String> values(Group row) {
    Map<String, String> values = new HashMap<>();
    for (Type type : row.getType().getFields()) {
      String name = type.getName();
      if (row.getFieldRepetitionCount(name) > 0) {
        values.put(name, value(row, name, type.asPrimitiveType()));
      }
    }
    return values;
  }

  private static String value(Group row, String name, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> type.stringifier().stringify(row.getInteger(name, 0));
      case INT64 -> type.stringifier().stringify(row.getLong(name, 0)).replace("+0000", "Z");
      case INT96 -> instant(NanoTime.fromBinary(row.getInt96(name, 0)));
      default -> row.getValueToString(row.getType().getFieldIndex(name), 0);
    };
  }

  /** The way in which Hive, Impala and Spark write timestamps. */
  private static String instant(NanoTime time) {
    long seconds = (time.getJulianDay() - JULIAN_EPOCH) * 86_400L;
    return Instant.ofEpochSecond(seconds, time.getTimeOfDayNanos()).toString();
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
  }
}
