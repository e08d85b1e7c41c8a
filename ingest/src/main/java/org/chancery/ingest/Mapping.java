package org.chancery.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;

/** Which field of a JSON object or CSV row holds what; by default each has its own name. */
public record Mapping(Map<String, String> fields) {
  /** What a document is made of. */
  public static final List<String> KEYS =
      List.of("id", "url", "publisher", "published", "language", "title", "text");

  /** Fields named as the document's. */
  public static final Mapping DEFAULT = new Mapping(Map.of());

  /** Copies the map. */
  public Mapping {
    fields = Map.copyOf(fields);
  }

  /** Reads {@code text=body,title=headline}. */
  public static Mapping parse(String list) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : list.split(",", -1)) {
      int eq = pair.indexOf('=');
      if (eq < 1 || !KEYS.contains(pair.substring(0, eq).strip()) || eq == pair.length() - 1) {
        throw new ChanceryException(
            "usage",
            "\"" + pair + "\" is no field mapping: write KEY=FIELD with KEY one of " + KEYS);
      }
      fields.put(pair.substring(0, eq).strip(), pair.substring(eq + 1).strip());
    }
    return new Mapping(fields);
  }

  /** The name of the field that holds {@code key}. */
  String field(String key) {
    return fields.getOrDefault(key, key);
  }
}
