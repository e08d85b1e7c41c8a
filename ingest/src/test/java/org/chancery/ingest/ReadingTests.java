package org.chancery.ingest;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.chancery.core.Document;
import org.chancery.core.Reading;

/** What tests of readers share. */
final class ReadingTests {
  private ReadingTests() {}

  /** Everything in some bytes. */
  static List<Reading> read(byte[] bytes, String name, Mapping mapping, Bounds bounds) {
    Source source = new Source(name, name, name, null, null, null, 0);
    List<Reading> all = new ArrayList<>();
    try (Readings readings =
        new Opener(mapping, bounds).open(new ByteArrayInputStream(bytes), source)) {
      for (Reading next = readings.next(); next != null; next = readings.next()) {
        all.add(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static List<Reading> read(byte[] bytes, String name) {
    return read(bytes, name, Mapping.DEFAULT, Bounds.DEFAULT);
  }

  static List<Reading> read(String text, String name, Mapping mapping) {
    return read(text.getBytes(StandardCharsets.UTF_8), name, mapping, Bounds.DEFAULT);
  }

  static List<Document> documents(List<Reading> all) {
    return all.stream()
        .filter(Reading.Read.class::isInstance)
        .map(reading -> ((Reading.Read) reading).document())
        .toList();
  }

  static Document document(List<Reading> all, int at) {
    return assertInstanceOf(Reading.Read.class, all.get(at)).document();
  }

  static Reading.Reject reject(List<Reading> all, int at) {
    return assertInstanceOf(Reading.Reject.class, all.get(at));
  }

  static Reading.Note note(List<Reading> all, int at) {
    return assertInstanceOf(Reading.Note.class, all.get(at));
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
