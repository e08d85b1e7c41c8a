package org.chancery.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Reading;

/**
 * Plain text with an optional header block: lines {@code title: ...} of the document's keys, ended
 * by an empty line.
 */
final class TextReader {
  private static final Pattern HEADER =
      Pattern.compile(
          "(id|url|publisher|published|language|title)\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);

  private TextReader() {}

  static Reading read(String content, String fallbackId, String origin) {
    String all = content.replace("\r\n", "\n").replace('\r', '\n');
    Map<String, String> values = new HashMap<>();
    int at = 0;
    while (at < all.length()) {
      int end = all.indexOf('\n', at);
      if (end < 0) {
        end = all.length();
      }
      Matcher line = HEADER.matcher(all.substring(at, Math.min(end, at + 12_000)));
      if (!line.matches()) {
        break;
      }
      values.putIfAbsent(line.group(1).toLowerCase(Locale.ROOT), line.group(2).strip());
      at = Math.min(end + 1, all.length());
    }
    boolean header = !values.isEmpty() && (at == all.length() || all.charAt(at) == '\n');
    if (!header) {
      values.clear();
      at = 0;
    }
    values.put("text", all.substring(at).strip());
    return Fields.read(values, fallbackId, origin);
  }
}
