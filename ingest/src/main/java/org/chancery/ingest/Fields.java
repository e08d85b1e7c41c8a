package org.chancery.ingest;

import java.util.Map;
import org.chancery.core.Document;
import org.chancery.core.Ids;
import org.chancery.core.Reading;
import org.jspecify.annotations.Nullable;

/** From named values to a document, with the same checks for every format. */
final class Fields {
  /** The longest text of one document, in UTF-16 units. */
  static final int LONGEST_TEXT = 16_000_000;

  private static final int LONGEST_FIELD = 10_000;

  private Fields() {}

  /** A document of the given values (keys of {@link Mapping#KEYS}); blank ones count as unknown. */
  static Reading read(Map<String, String> values, String fallbackId, String origin) {
    String text = values.getOrDefault("text", "");
    if (text.isBlank()) {
      return new Reading.Reject(origin, "empty", "there is no text in it");
    }
    if (text.length() > LONGEST_TEXT) {
      return tooLong(origin, text.length());
    }
    for (Map.Entry<String, String> field : values.entrySet()) {
      if (!field.getKey().equals("text") && field.getValue().length() > LONGEST_FIELD) {
        return new Reading.Reject(
            origin,
            "too-long",
            "its " + field.getKey() + " has over " + LONGEST_FIELD + " characters; shorten it");
      }
    }
    String id = values.getOrDefault("id", "");
    if (id.isBlank()) {
      id = fallbackId.isEmpty() ? Ids.of("doc", text) : fallbackId;
    }
    return new Reading.Read(
        new Document(
            id,
            known(values, "url"),
            known(values, "publisher"),
            Published.iso(values.getOrDefault("published", "")),
            language(values),
            known(values, "title"),
            text,
            origin));
  }

  /** The reject of an input that is longer than one report can be. */
  static Reading.Reject tooLong(String origin, long size) {
    return new Reading.Reject(
        origin,
        "too-long",
        size + " characters are more than one report may have (" + LONGEST_TEXT + "); split it");
  }

  /** The first words of a library's message, without what it quotes of the input. */
  static String brief(@Nullable String message) {
    String line = message == null ? "" : message.lines().findFirst().orElse("");
    return line.length() > 160 ? line.substring(0, 160) + "..." : line;
  }

  private static @Nullable String language(Map<String, String> values) {
    String written = known(values, "language");
    return written == null ? null : Languages.code(written);
  }

  private static @Nullable String known(Map<String, String> values, String key) {
    String value = values.getOrDefault(key, "").strip();
    return value.isEmpty() ? null : value;
  }
}
