package org.chancery.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.core.Document;
import org.chancery.core.Reading;

/**
 * What holds for every input of every reader. A new reader's target is a class of five lines that
 * names its ending, as {@link JsonlFuzzTest} is.
 */
final class Fuzzed {
  private static final int MOST = 1_000_000;
  private static final Path FOLDER = folder();

  private Fuzzed() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("chancery-fuzz");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the bytes as a file with that ending: documents and rejects come, and nothing else. */
  static void read(byte[] bytes, String ending) {
    Path file = FOLDER.resolve("input" + ending);
    file.toFile().deleteOnExit();
    try {
      Files.write(file, bytes);
      try (Inputs reader =
          new Inputs(
              List.of(file.toString()), Mapping.DEFAULT, new ByteArrayInputStream(new byte[0]))) {
        int count = 0;
        while (reader.hasNext()) {
          check(reader.next());
          if (++count > MOST) {
            throw new AssertionError("it does not end");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Reading reading) {
    if (reading instanceof Reading.Read read) {
      Document document = read.document();
      require(!document.text().isBlank(), "a document without text");
      require(document.text().length() <= Fields.LONGEST_TEXT, "a text that is too long");
      require(!document.id().isBlank(), "a document without id");
      String published = document.published();
      require(
          published == null || published.matches("[+-]?\\d{4,}-\\d\\d-\\d\\d.*"),
          "day " + published);
      document.contentHash();
    } else if (reading instanceof Reading.Reject reject) {
      require(!reject.reason().isBlank() && !reject.detail().isBlank(), "a reject without reason");
      // an exception without words; what the file itself says may be quoted
      require(!reject.detail().matches("(?s)(.*: )?null"), "a reject that says " + reject.detail());
      require(reject.detail().length() < 1_000, "a reject as long as its input");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
