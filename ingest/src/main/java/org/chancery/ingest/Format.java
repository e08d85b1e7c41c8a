package org.chancery.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What bytes are: by their first ones where these are a format's mark, else by the ending of the
 * name, else by the first character.
 */
enum Format {
  TEXT,
  PAGE,
  JSONL,
  JSON,
  CSV,
  TSV,
  FEED,
  WARC,
  GZIP,
  ZSTD,
  ZIP,
  PARQUET;

  private static final Map<String, Format> ENDINGS =
      Map.ofEntries(
          Map.entry("jsonl", JSONL),
          Map.entry("ndjson", JSONL),
          Map.entry("csv", CSV),
          Map.entry("tsv", TSV),
          Map.entry("html", PAGE),
          Map.entry("htm", PAGE),
          Map.entry("xhtml", PAGE),
          Map.entry("txt", TEXT),
          Map.entry("text", TEXT),
          Map.entry("md", TEXT),
          Map.entry("rss", FEED),
          Map.entry("atom", FEED));
  private static final List<String> FEED_ROOTS = List.of("<rss", "<feed", "<rdf:rdf", "<atom:feed");

  /**
   * Recognises a format.
   *
   * @param start the first kilobytes
   */
  static Format of(String name, byte[] start) {
    if (starts(start, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (starts(start, 0x28, 0xB5, 0x2F, 0xFD) || starts(start, 0x5D, 0x2A, 0x4D, 0x18)) {
      return ZSTD;
    }
    if (starts(start, 'P', 'K', 3, 4) || starts(start, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(start, 'P', 'A', 'R', '1')) {
      return PARQUET;
    }
    if (starts(start, 'W', 'A', 'R', 'C', '/')) {
      return WARC;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    Format named = ENDINGS.get(lower.substring(lower.lastIndexOf('.') + 1));
    if (named != null) {
      return named;
    }
    String words = Bytes.decode(start, null).strip();
    if (words.startsWith("{")) {
      return lower.endsWith(".json") && !wholeLine(words) ? JSON : JSONL;
    }
    if (words.startsWith("[") && lower.endsWith(".json")) {
      return JSON;
    }
    return words.startsWith("<") ? (feed(words) ? FEED : PAGE) : TEXT;
  }

  /** Whether the first line is an object of its own, or longer than what is seen here. */
  private static boolean wholeLine(String words) {
    int end = words.indexOf('\n');
    return end < 0 ? words.length() > 4_000 : words.substring(0, end).strip().endsWith("}");
  }

  private static boolean feed(String words) {
    String lower = words.substring(0, Math.min(words.length(), 4_000)).toLowerCase(Locale.ROOT);
    int page = lower.indexOf("<html");
    return FEED_ROOTS.stream()
        .mapToInt(lower::indexOf)
        .anyMatch(root -> root >= 0 && (page < 0 || root < page));
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
