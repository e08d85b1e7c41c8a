package org.chancery.ingest;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;

/**
 * Which field of a JSON object, CSV row or Parquet column holds what; by default each has its own
 * name. How a field is named, {@link FieldPath} says.
 *
 * @param items where the list of articles stands in a JSON file of one answer; empty for none
 * @param columns names of the columns of a file without a header row; empty where it has one
 * @param separator between the columns; empty for what the file's name says
 * @param quoted whether quotation marks enclose fields
 */
public record Mapping(
    Map<String, String> fields,
    String items,
    List<String> columns,
    String separator,
    boolean quoted)
    implements Serializable {
  /** What a document is made of. */
  public static final List<String> KEYS =
      List.of("id", "url", "publisher", "published", "language", "title", "text");

  /** Fields named as the document's. */
  public static final Mapping DEFAULT = new Mapping(Map.of(), "", List.of(), "", true);

  /** Copies the map and the list. */
  public Mapping {
    fields = Map.copyOf(fields);
    columns = List.copyOf(columns);
  }

  /** Reads {@code text=body,title=headline}. */
  public static Mapping parse(String list) {
    return DEFAULT.with(list);
  }

  /** This mapping with the fields of {@code text=body,title=headline} in place of its own. */
  public Mapping with(String list) {
    Map<String, String> changed = new HashMap<>(fields);
    for (String pair : list.split(",", -1)) {
      int eq = pair.indexOf('=');
      if (eq < 1 || !KEYS.contains(pair.substring(0, eq).strip()) || eq == pair.length() - 1) {
        throw new ChanceryException(
            "usage",
            "\"" + pair + "\" is no field mapping: write KEY=FIELD with KEY one of " + KEYS);
      }
      changed.put(pair.substring(0, eq).strip(), pair.substring(eq + 1).strip());
    }
    return new Mapping(changed, items, columns, separator, quoted);
  }

  /** A mapping that comes with Chancery, by its name, or one of the user's own, by its file. */
  public static Mapping named(String nameOrFile) {
    return MappingFile.read(nameOrFile);
  }

  /** The name of the field that holds {@code key}. */
  String field(String key) {
    return fields.getOrDefault(key, key);
  }

  /** Where the field stands that holds {@code key}. */
  FieldPath path(String key) {
    return FieldPath.parse(field(key));
  }

  /** The paths of all keys, parsed once for a file. */
  Map<String, FieldPath> paths() {
    Map<String, FieldPath> paths = new HashMap<>();
    KEYS.forEach(key -> paths.put(key, path(key)));
    return paths;
  }
}
