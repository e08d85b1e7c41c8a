package org.chancery.analysis.codebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.core.Ids;

/** The codebook at one content hash: the built-in folder, and a user's folders layered over it. */
public final class Codebook {
  private final List<Path> layers;
  private final String hash;

  private Codebook(List<Path> layers) {
    this.layers = List.copyOf(layers);
    this.hash = hashOf(this.layers);
  }

  /** The codebook in these folders, later ones over earlier ones. */
  public static Codebook of(List<Path> layers) {
    for (Path layer : layers) {
      if (!Files.isDirectory(layer)) {
        throw new CodebookException(layer + ": is not a folder; give the folder of a codebook");
      }
    }
    return new Codebook(layers);
  }

  /** The codebook of the class path (or the folder in the property {@code chancery.codebook}). */
  public static Path builtIn() {
    String folder = System.getProperty("chancery.codebook");
    if (folder != null) {
      return Path.of(folder);
    }
    URL url = Codebook.class.getResource("/codebook/README.md");
    if (url == null) {
      throw new CodebookException("the codebook is not on the class path; build with mvn install");
    }
    try {
      URI uri = url.toURI();
      if ("jar".equals(uri.getScheme())) {
        try {
          FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException open) {
          // opened before in this process: the path below works
        }
      }
      Path readme = Path.of(uri);
      Path parent = readme.getParent();
      return parent == null ? readme : parent;
    } catch (URISyntaxException | IOException e) {
      throw new CodebookException("the codebook cannot be opened: " + e.getMessage());
    }
  }

  /** SHA-256 (first 16 digits) over all files but models and prose. */
  public String hash() {
    return hash;
  }

  /** The rows of a list, such as {@code lexicon/triggers.tsv}, over all layers. */
  public List<Row> table(String name) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    boolean found = false;
    for (int i = 0; i < layers.size(); i++) {
      Path file = layers.get(i).resolve(name);
      if (!Files.exists(file)) {
        continue;
      }
      found = true;
      Map<String, List<Row>> layer = new LinkedHashMap<>();
      for (Row row : read(file)) {
        if (row.cells().get(0).startsWith("!")) {
          String removed = key(name, row).substring(1);
          rows.keySet().removeIf(k -> k.equals(removed) || k.startsWith(removed + "\t"));
        } else {
          layer.computeIfAbsent(key(name, row), k -> new ArrayList<>()).add(row);
        }
      }
      if (name.startsWith("examples/") || name.endsWith("/examples.tsv")) {
        layer.forEach((k, v) -> rows.computeIfAbsent(k, x -> new ArrayList<>()).addAll(v));
      } else {
        rows.putAll(layer);
      }
    }
    if (!found) {
      throw new CodebookException(name + ": is missing from the codebook " + layers);
    }
    return rows.values().stream().flatMap(List::stream).toList();
  }

  /**
   * What a row of a layer replaces: the rows of the same first cell; a term in an office is its
   * country, office and person.
   */
  private static String key(String table, Row row) {
    int cells = table.endsWith("offices.tsv") ? 3 : 1;
    return row.cells().stream()
        .limit(cells)
        .filter(cell -> !cell.isEmpty())
        .collect(java.util.stream.Collectors.joining("\t"));
  }

  /** The file of the last layer that has it. */
  public Path file(String name) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      Path file = layers.get(i).resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new CodebookException(name + ": is missing from the codebook " + layers);
  }

  /** Names of the files in a folder over all layers, sorted. */
  public List<String> files(String folder) {
    return layers.stream()
        .map(layer -> layer.resolve(folder))
        .filter(Files::isDirectory)
        .flatMap(dir -> names(dir).stream())
        .map(name -> folder + "/" + name)
        .distinct()
        .sorted()
        .toList();
  }

  /** All labelled examples, in file order. */
  public List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String file : files("examples")) {
      if (file.endsWith(".tsv")) {
        table(file).forEach(row -> examples.add(Example.of(row)));
      }
    }
    return examples;
  }

  /** The sentences of {@code attribution/examples.tsv}, in file order. */
  public List<AttributionExample> attributionExamples() {
    return table("attribution/examples.tsv").stream().map(AttributionExample::of).toList();
  }

  /** Reads one list file; faults name file and line. */
  public static List<Row> read(Path file) {
    String text = text(file);
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> columns = new HashMap<>();
    Map<String, Integer> ids = new HashMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (columns.isEmpty()) {
        for (int i = 0; i < cells.size(); i++) {
          columns.put(cells.get(i), i);
        }
      } else if (cells.size() != columns.size() && !line.startsWith("!")) {
        throw new CodebookException(
            file
                + ":"
                + number
                + ": has "
                + cells.size()
                + " columns, the header has "
                + columns.size()
                + "; mend the tabs");
      } else {
        Row row = new Row(file.toString(), number, columns, cells);
        Integer same = columns.containsKey("id") ? ids.putIfAbsent(row.get("id"), number) : null;
        if (same != null) {
          throw row.fault(
              "id '" + row.get("id") + "' is also on line " + same + "; give it another");
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The text of a file in UTF-8; a fault names the line that is not. */
  private static String text(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      CharBuffer text = CharBuffer.allocate(bytes.limit());
      if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
        long line = 1;
        for (int i = 0; i < bytes.position(); i++) {
          line += bytes.get(i) == '\n' ? 1 : 0;
        }
        throw new CodebookException(file + ":" + line + ": is not UTF-8; save the file as UTF-8");
      }
      return text.flip().toString();
    } catch (IOException e) {
      throw new CodebookException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static List<String> names(Path dir) {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hashOf(List<Path> layers) {
    StringBuilder all = new StringBuilder();
    for (Path layer : layers) {
      try (Stream<Path> files = Files.walk(layer)) {
        List<Path> data =
            files
                .filter(f -> layer.relativize(f).getNameCount() == 2)
                .filter(f -> f.toString().endsWith(".tsv") || f.toString().endsWith(".yaml"))
                .sorted(java.util.Comparator.comparing(f -> layer.relativize(f).toString()))
                .toList();
        for (Path file : data) {
          all.append(layer.relativize(file).toString().replace('\\', '/')).append('\n');
          all.append(text(file)).append('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Ids.sha256(all.toString()).substring(0, 16);
  }
}
