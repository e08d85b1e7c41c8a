package org.chancery.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.core.ChanceryException;
import org.jspecify.annotations.Nullable;

/**
 * Mappings as data: lines {@code KEY<tab>FIELD}, and {@code items}, {@code columns}, {@code
 * separator} and {@code quotes} where a format needs them; {@code #} begins a comment. Those of
 * common archives lie in {@code mappings/} beside this class.
 */
final class MappingFile {
  /** The mappings that come with Chancery. */
  static final List<String> NAMES =
      List.of(
          "common-crawl-news", "gdelt-doc", "gdelt-gal", "gdelt-gkg", "lexisnexis", "newscatcher");

  private static final int LARGEST = 1 << 20;

  private MappingFile() {}

  static Mapping read(String nameOrFile) {
    if (NAMES.contains(nameOrFile)) {
      String resource = "mappings/" + nameOrFile + ".tsv";
      try (InputStream in = MappingFile.class.getResourceAsStream(resource)) {
        return parse(nameOrFile, java.util.Objects.requireNonNull(in, resource));
      } catch (IOException e) {
        throw new IllegalStateException(resource, e);
      }
    }
    try (InputStream in = Files.newInputStream(Path.of(nameOrFile))) {
      return parse(nameOrFile, in);
    } catch (IOException | InvalidPathException e) {
      throw new ChanceryException(
          "usage",
          "\""
              + nameOrFile
              + "\" is no mapping: name one of "
              + String.join(", ", NAMES)
              + ", or a file of lines KEY<tab>FIELD that can be read",
          e);
    }
  }

  private static Mapping parse(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST);
    Map<String, String> fields = new HashMap<>();
    Map<String, String> layout = new HashMap<>();
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      boolean layoutKey = List.of("items", "columns", "separator", "quotes").contains(cells[0]);
      if (cells.length != 2
          || cells[1].isBlank()
          || !(layoutKey || Mapping.KEYS.contains(cells[0]))) {
        throw fault(
            name,
            i + 1,
            "write KEY<tab>FIELD with KEY one of "
                + Mapping.KEYS
                + " or items, columns, separator, quotes");
      }
      (layoutKey ? layout : fields).put(cells[0], cells[1].strip());
    }
    return new Mapping(
        fields,
        layout.getOrDefault("items", ""),
        columns(layout.get("columns")),
        separator(name, layout.getOrDefault("separator", "")),
        !layout.getOrDefault("quotes", "").equals("none"));
  }

  private static List<String> columns(@Nullable String written) {
    return written == null ? List.of() : new ArrayList<>(Arrays.asList(written.split(" +", -1)));
  }

  private static String separator(String name, String written) {
    return switch (written) {
      case "" -> "";
      case "tab" -> "\t";
      case "comma" -> ",";
      case "semicolon" -> ";";
      default ->
          throw new ChanceryException(
              "usage", name + ": a separator is tab, comma or semicolon, not \"" + written + "\"");
    };
  }

  private static ChanceryException fault(String name, int line, String what) {
    return new ChanceryException("usage", name + ":" + line + ": " + what);
  }
}
