package org.chancery.cli.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Modality;
import org.chancery.core.Outcome;
import org.chancery.core.Span;
import org.chancery.core.Versions;
import org.chancery.store.RecordStore;

/** A record of short reports with one event each, made without the coder. */
final class SmallRecord {
  private static final Versions VERSIONS = new Versions("test", "hash", Map.of());
  private static final String TEXT = "Peru met Chile.";

  private SmallRecord() {}

  static void write(Path file, int documents) {
    try (RecordStore store = RecordStore.open(file)) {
      store.begin(VERSIONS, List.of("test"));
      for (int i = 0; i < documents; i++) {
        store.write(document("d" + i));
      }
      store.end(documents, 0, 0, 0, 0);
    }
  }

  private static DocumentRecord document(String id) {
    EventMention mention =
        new EventMention(
            "em-" + id,
            "CONSULT",
            null,
            List.of(),
            "040",
            1,
            1,
            Modality.HAPPENED,
            List.of(new EventMention.Participant(null, new Span(0, 4), "Peru", "PER GOV")),
            List.of(new EventMention.Participant(null, new Span(9, 14), "Chile", "CHL GOV")),
            true,
            new EventMention.Trigger(new Span(5, 8), "met"),
            new Span(0, TEXT.length()),
            null,
            null,
            EventMention.NARRATOR,
            null,
            0.5,
            "model:test");
    return new DocumentRecord(
        new Document(id, null, "Wire", "2025-03-14", "en", null, TEXT, "test"),
        new Outcome.Coded(),
        List.of(),
        List.of(),
        List.of(),
        List.of(mention),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        VERSIONS);
  }
}
