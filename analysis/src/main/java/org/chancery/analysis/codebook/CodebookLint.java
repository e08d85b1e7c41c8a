package org.chancery.analysis.codebook;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the lists and examples of a codebook: form, order, uniqueness, ids. */
public final class CodebookLint {
  private CodebookLint() {}

  /** The faults of all files of the layers, each {@code file:line: what, and what to do}. */
  public static List<String> check(List<Path> layers) {
    List<String> faults = new ArrayList<>();
    Map<String, Row> examples = new HashMap<>();
    for (Path layer : layers) {
      try (Stream<Path> files = Files.walk(layer)) {
        files
            .filter(f -> f.toString().endsWith(".tsv") && layer.relativize(f).getNameCount() == 2)
            .sorted()
            .forEach(file -> check(file, faults, examples));
      } catch (IOException e) {
        faults.add(layer + ": cannot be read: " + e.getMessage());
      }
    }
    return faults;
  }

  private static void check(Path file, List<String> faults, Map<String, Row> examples) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (Files.readString(file).indexOf('\r') >= 0) {
        faults.add(file + ":1: has CR line ends; save it with LF");
      }
    } catch (MalformedInputException e) {
      faults.add(file + ":1: is not UTF-8; save it so");
      return;
    } catch (IOException e) {
      faults.add(file + ": cannot be read: " + e.getMessage());
      return;
    }
    String header = "";
    String before = "";
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String where = file + ":" + (i + 1) + ": ";
      if (!Normalizer.isNormalized(line, Normalizer.Form.NFC)) {
        faults.add(where + "is not in normal form C; type the accented letters as one character");
      }
      if (line.startsWith("#")) {
        continue;
      }
      if (header.isEmpty()) {
        header = line;
        continue;
      }
      if (line.split("\t", -1).length != header.split("\t", -1).length) {
        faults.add(where + "has another number of columns than the header; add or remove tabs");
      }
      Integer same = seen.putIfAbsent(line, i + 1);
      if (same != null) {
        faults.add(where + "is the same as line " + same + "; remove one");
      } else if (compare(line, before) < 0) {
        faults.add(where + "is out of order; sort the rows");
      }
      before = line;
    }
    rows(file, header, faults, examples);
  }

  private static int compare(String a, String b) {
    return java.util.Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static void rows(
      Path file, String header, List<String> faults, Map<String, Row> examples) {
    try {
      for (Row row : Codebook.read(file)) {
        if (header.endsWith("\ttext") && header.startsWith("type\t")) {
          try {
            Example example = Example.of(row);
            Row other = examples.putIfAbsent(example.text(), row);
            if (other != null && !other.cells().equals(row.cells())) {
              faults.add(
                  row.file()
                      + ":"
                      + row.line()
                      + ": the same sentence is labelled otherwise at "
                      + other.file()
                      + ":"
                      + other.line()
                      + "; keep one");
            }
          } catch (CodebookException e) {
            faults.add(String.valueOf(e.getMessage()));
          }
        }
      }
    } catch (CodebookException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
  }
}
