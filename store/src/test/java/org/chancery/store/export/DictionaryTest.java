package org.chancery.store.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  @Test
  void everyColumnIsDescribedAndEveryDescriptionHasItsColumn() {
    assertEquals(List.of(), Dictionary.read().faults());
  }

  @Test
  void theDocumentIsWhatTheSchemaSays() throws IOException {
    Path file = Path.of(System.getProperty("chancery.root", ".."), "docs", "record.md");
    assertEquals(
        Files.readString(file),
        Dictionary.read().markdown(),
        "make it again: chancery schema --markdown > docs/record.md");
  }
}
