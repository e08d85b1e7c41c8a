package org.chancery.analysis.codebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Adds labelled sentences to a codebook folder of one's own. */
public final class ExampleWriter {
  private static final String HEADER = "type\tmode\tcontexts\tmodality\ttext";
  private static final Map<String, Integer> COLUMNS =
      Map.of("type", 0, "mode", 1, "contexts", 2, "modality", 3, "text", 4);

  private ExampleWriter() {}

  /**
   * Adds one example to {@code examples/TYPE.tsv} of a folder, in its order; a fault in its marks
   * or labels is thrown, and nothing written. An example that is there already is not added again.
   */
  public static Example add(Path folder, List<String> cells) {
    List<String> clean =
        cells.stream()
            .map(cell -> Normalizer.normalize(cell.strip(), Normalizer.Form.NFC))
            .map(cell -> cell.replaceAll("\\s+", " "))
            .toList();
    String type = clean.get(0).contains("|") ? clean.get(0).split("\\|")[0] : clean.get(0);
    Path file = folder.resolve("examples").resolve(type + ".tsv");
    Example example = Example.of(new Row("the sentence", 1, COLUMNS, clean));
    List<String> comments = new ArrayList<>();
    TreeSet<String> rows =
        new TreeSet<>(
            (a, b) ->
                java.util.Arrays.compareUnsigned(
                    a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          if (line.startsWith("#")) {
            comments.add(line);
          } else if (!line.isEmpty() && !line.equals(HEADER)) {
            rows.add(line);
          }
        }
      } else {
        comments.add("# Examples of " + type + ", added with chancery codebook teach.");
        Files.createDirectories(folder.resolve("examples"));
      }
      rows.add(String.join("\t", clean));
      List<String> lines = new ArrayList<>(comments);
      lines.add(HEADER);
      lines.addAll(rows);
      Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CodebookException(file + ": cannot be written: " + e.getMessage());
    }
    return example;
  }
}
