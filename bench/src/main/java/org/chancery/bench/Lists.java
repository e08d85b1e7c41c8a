package org.chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The codebook's lists that a made record draws from. */
record Lists(
    List<Example> examples,
    List<String> filler,
    List<Map<String, String>> countries,
    List<Map<String, String>> cities,
    Map<String, Map<String, String>> types,
    List<String> terms,
    List<String> issues) {

  /**
   * An example's sentence cut at its marks: pieces of text, each with its mark's letter or none.
   */
  record Example(String type, String modality, List<Piece> pieces) {}

  /** Words under a mark: a actor, r recipient, t trigger, p place, or empty. */
  record Piece(String mark, String text) {}

  static Lists read(Path codebook) {
    List<Example> examples = new ArrayList<>();
    List<String> filler = new ArrayList<>();
    try (Stream<Path> files = Files.list(codebook.resolve("examples"))) {
      for (Path file : files.sorted().toList()) {
        for (Map<String, String> row : rows(file)) {
          List<Piece> pieces = pieces(row.getOrDefault("text", ""));
          if (file.getFileName().toString().equals("NONE.tsv")) {
            filler.add(String.join("", pieces.stream().map(Piece::text).toList()));
          } else if (pieces.stream().anyMatch(p -> p.mark().equals("t"))
              && pieces.stream().anyMatch(p -> p.mark().equals("a"))) {
            examples.add(new Example(first(row, "type"), first(row, "modality"), pieces));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Map<String, String>> types = new HashMap<>();
    rows(codebook.resolve("ontology/types.tsv"))
        .forEach(row -> types.put(row.getOrDefault("type", ""), row));
    return new Lists(
        examples,
        filler,
        rows(codebook.resolve("actors/countries.tsv")),
        rows(codebook.resolve("places/cities.tsv")),
        types,
        column(codebook.resolve("framing/terms.tsv"), "term"),
        column(codebook.resolve("attribution/issues.tsv"), "issue"));
  }

  /** The first of several values of a cell, which are those of several events of the sentence. */
  private static String first(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").split("\\|", -1)[0];
  }

  private static List<String> column(Path file, String name) {
    return rows(file).stream().map(row -> row.getOrDefault(name, "")).distinct().toList();
  }

  private static List<Map<String, String>> rows(Path file) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> names = List.of();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("#")) {
          continue;
        }
        List<String> cells = List.of(line.split("\t", -1));
        if (names.isEmpty()) {
          names = cells;
          continue;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
          row.put(names.get(i), cells.get(i));
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** Cuts at the outer marks; those within (loc, org, per, d) are dropped, their words kept. */
  private static List<Piece> pieces(String marked) {
    String text = marked.replaceAll("</?(loc|org|per|d)>", "");
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      if (open < 0) {
        pieces.add(new Piece("", text.substring(at)));
        break;
      }
      if (open > at) {
        pieces.add(new Piece("", text.substring(at, open)));
      }
      int end = text.indexOf('>', open);
      String mark = text.substring(open + 1, end);
      int close = text.indexOf("</" + mark + ">", end);
      pieces.add(new Piece(mark, text.substring(end + 1, close).replaceAll("<[^>]*>", "")));
      at = close + mark.length() + 3;
    }
    return pieces;
  }
}
