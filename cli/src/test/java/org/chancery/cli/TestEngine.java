package org.chancery.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.analysis.Engine;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Outcome;
import org.chancery.core.Reading;
import org.chancery.ingest.Inputs;
import org.chancery.ingest.Mapping;

/** One engine for all tests, the samples, and a way to run commands. */
final class TestEngine {
  static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("chancery.root")));
  static final Engine ENGINE = new Engine(List.of(), true);

  private TestEngine() {}

  static List<Document> samples() {
    List<Document> documents = new ArrayList<>();
    try (Inputs reader =
        new Inputs(
            List.of(ROOT.resolve("samples").toString()),
            Mapping.DEFAULT,
            new ByteArrayInputStream(new byte[0]))) {
      while (reader.hasNext()) {
        if (reader.next() instanceof Reading.Read read) {
          documents.add(read.document());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  static Document document(String text) {
    return new Document("d", null, null, "2025-03-14", "en", null, text, "test");
  }

  /** What a command printed and its exit code. */
  record Ran(int code, String out, String err) {}

  static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Chancery.run(args, new PrintWriter(out), new PrintWriter(err));
    return new Ran(code, out.toString(), err.toString());
  }

  /** The record of a report, which must not fail. */
  static DocumentRecord coded(Engine engine, Document document) {
    DocumentRecord record = engine.pipeline.code(document);
    if (record.outcome() instanceof Outcome.Failed failed) {
      throw new AssertionError(document.id() + ": " + failed.detail());
    }
    return record;
  }
}
