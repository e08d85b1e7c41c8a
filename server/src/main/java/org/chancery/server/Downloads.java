package org.chancery.server;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.chancery.store.EventFilter;
import org.chancery.store.export.Export;
import org.chancery.store.export.ExportFormat;
import org.chancery.store.export.Exporter;
import org.jspecify.annotations.Nullable;

/**
 * Events as files. A file is made whole beside the record's copy before it is sent, so that a slow
 * reader holds up nobody, and nothing is cut off unsaid: too many events are refused.
 */
final class Downloads {
  /** The names of the forms, as addresses have them. */
  static final List<String> KEYS =
      Arrays.stream(ExportFormat.values()).map(ExportFormat::key).toList();

  private static final long LARGEST = 100_000;

  private final Records records;

  Downloads(Records records) {
    this.records = records;
  }

  /** What the address asks for, else what the Accept header does; null for JSON in pages. */
  static @Nullable ExportFormat format(Context context) {
    String asked = context.queryParam("format");
    if (asked != null) {
      if (asked.equals("json")) {
        return null;
      }
      if (KEYS.contains(asked)) {
        return ExportFormat.valueOf(asked.toUpperCase(Locale.ROOT));
      }
      throw new IllegalArgumentException("format is json, " + String.join(", ", KEYS));
    }
    String accept = Objects.requireNonNullElse(context.header("Accept"), "");
    for (ExportFormat format : ExportFormat.values()) {
      if (accept.contains(format.media().split(";")[0])) {
        return format;
      }
    }
    return accept.contains("jsonl") || accept.contains("ndjson") ? ExportFormat.JSONL : null;
  }

  void send(Context context, ExportFormat format, EventFilter filter) {
    Path folder = folder();
    boolean sent = false;
    try {
      Path file = folder.resolve("events." + format.key());
      records.export(
          store -> {
            Exporter exporter = new Exporter(store);
            long count = exporter.count(filter);
            if (count > LARGEST) {
              throw new HttpResponseException(
                  413,
                  "these are "
                      + count
                      + " events, more than "
                      + LARGEST
                      + " for one file; filter further, or use chancery export",
                  Map.of());
            }
            return exporter.write(Export.events(format, filter), file, false);
          });
      if (Api.isKnown(context, Long.toHexString(sum(file)) + "-" + Files.size(file))) {
        return;
      }
      context.contentType(format.media());
      if (context.queryParam("format") != null && format != ExportFormat.GEOJSON) {
        context.header(
            "Content-Disposition", "attachment; filename=\"events." + format.key() + "\"");
      }
      context.result(new Vanishing(file));
      sent = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!sent) {
        delete(folder);
      }
    }
  }

  private static long sum(Path file) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return in.getChecksum().getValue();
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("chancery-download");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // a file left in the folder for temporary files does no harm
    }
  }

  /** A file that is gone when it has been read. */
  private static final class Vanishing extends FilterInputStream {
    private final Path file;

    Vanishing(Path file) throws IOException {
      super(Files.newInputStream(file));
      this.file = file;
    }

    @Override
    public void close() throws IOException {
      super.close();
      delete(Objects.requireNonNull(file.getParent()));
    }
  }
}
