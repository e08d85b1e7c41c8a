package org.chancery.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The codebook with few rows in its longest lists, so that a process that is killed soon after its
 * start is cheap; everything else is the real one.
 */
final class SmallCodebook {
  static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("chancery.root")));

  private static final int ROWS = 15;
  private static final List<String> SHORTENED =
      List.of(
          "actors/offices.tsv",
          "actors/state-bodies.tsv",
          "actors/groups.tsv",
          "attribution/examples.tsv",
          "framing/terms.tsv");

  private SmallCodebook() {}

  /** Writes it beside the folder of a scenario, once. */
  static Path beside(Path folder) throws IOException {
    Path small = folder.toAbsolutePath().resolveSibling("codebook");
    if (Files.exists(small)) {
      return small;
    }
    Path whole = ROOT.resolve("codebook").toAbsolutePath();
    try (Stream<Path> files = Files.walk(whole, 2)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = whole.relativize(file);
        Path copy = small.resolve(relative);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        String name = relative.toString().replace('\\', '/');
        boolean shortened = SHORTENED.contains(name) || name.startsWith("examples/");
        if (shortened && name.endsWith(".tsv")) {
          Files.write(copy, head(file));
        } else {
          Files.createSymbolicLink(copy, file);
        }
      }
    }
    return small;
  }

  private static List<String> head(Path file) throws IOException {
    List<String> kept = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(file)) {
      boolean comment = line.startsWith("#");
      if (comment || rows <= ROWS) {
        kept.add(line);
      }
      rows += comment ? 0 : 1;
    }
    return kept;
  }
}
