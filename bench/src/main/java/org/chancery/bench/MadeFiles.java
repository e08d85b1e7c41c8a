package org.chancery.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Input files for measures: JSON lines, pages with what stands around a text, made reports. */
final class MadeFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS_IN = 3;

  private MadeFiles() {}

  static String json(String id, String text) {
    try {
      return JSON.writeValueAsString(Map.of("id", id, "text", text, "published", "2026-01-15"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page with menus and a foot around paragraphs of four lines' length. */
  static String page(String text) {
    StringBuilder page =
        new StringBuilder(
            "<!DOCTYPE html><html lang=\"en\"><head><title>Report</title></head><body>");
    page.append("<nav><ul>");
    for (int i = 0; i < 40; i++) {
      page.append("<li><a href=\"/section/").append(i).append("\">Section ").append(i);
      page.append("</a></li>");
    }
    page.append("</ul></nav><article><h1>Report</h1>");
    for (String paragraph : text.split("(?<=[.!?])\\s+(?=(?:[A-Z]))", -1)) {
      page.append("<p>");
      page.append(paragraph.replace("&", "&amp;").replace("<", "&lt;")).append("</p>\n");
    }
    page.append("</article><footer>");
    for (int i = 0; i < 40; i++) {
      page.append("<div class=\"teaser\"><a href=\"/more/").append(i).append("\">More</a></div>");
    }
    return page.append("</footer></body></html>").toString();
  }

  /**
   * Writes short reports, a JSON line each: a sentence of a codebook example in every third, one
   * that holds no event in the others, with drawn countries for the parties.
   */
  static void reports(Path codebook, Path file, int reports) throws IOException {
    Lists lists = Lists.read(codebook);
    Random random = new Random(42);
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int n = 0; n < reports; n++) {
        StringBuilder text = new StringBuilder("Notice " + n + ". ");
        if (n % EVENTS_IN == 0) {
          for (Lists.Piece piece : pick(lists.examples(), random).pieces()) {
            boolean party = piece.mark().equals("a") || piece.mark().equals("r");
            text.append(
                party
                    ? "the government of " + pick(lists.countries(), random).get("name")
                    : piece.text());
          }
        } else {
          text.append(pick(lists.filler(), random));
        }
        out.write(json("made-" + n, text.toString()));
        out.write('\n');
      }
    }
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
