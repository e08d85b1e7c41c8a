package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.core.Attribution;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Figure;
import org.chancery.core.Framing;
import org.chancery.core.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures and framings against our own sets, one half of each kept aside. */
class SaidSetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double BOUNDS = 0.97;
  private static final double BOUNDS_ASIDE = 0.87;
  private static final double WHOSE = 0.92;
  private static final double TRIPLES = 0.78;

  private static List<JsonNode> read(String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line :
        Files.readAllLines(TestEngine.ROOT.resolve("cli/src/test/resources/gold/" + name))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  private static DocumentRecord coded(JsonNode row, String id, String text) {
    String published = row.get("published").asText();
    return TestEngine.coded(
        TestEngine.ENGINE, new Document(id, null, null, published, "en", null, text, "test"));
  }

  /** The half, by hash; rows that another hand wrote later, and that were all looked at, apart. */
  private static String half(JsonNode row) {
    if (row.path("id").asText().matches("figure-[c-j]-.*|framing-w\\d+")) {
      return "later";
    }
    boolean aside =
        Integer.parseInt(Ids.sha256(row.get("text").asText()).substring(0, 4), 16) % 2 == 0;
    return aside ? "aside" : "tuned";
  }

  private static void count(Map<String, int[]> counts, String key, boolean right) {
    int[] count = counts.computeIfAbsent(key, k -> new int[2]);
    count[0] += right ? 1 : 0;
    count[1]++;
  }

  private static double share(Map<String, int[]> counts, String key) {
    int[] count = counts.getOrDefault(key, new int[] {0, 1});
    return (double) count[0] / count[1];
  }

  private static void print(String what, Map<String, int[]> counts) {
    counts.forEach(
        (key, count) ->
            System.out.printf(
                Locale.ROOT,
                "%s %-28s %4d of %4d right, %.4f%n",
                what,
                key,
                count[0],
                count[1],
                (double) count[0] / count[1]));
  }

  @Test
  void figuresHaveTheirBoundsAndSources() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    for (JsonNode row : read("figures.jsonl")) {
      DocumentRecord record = coded(row, row.get("id").asText(), row.get("text").asText());
      Set<String> used = new HashSet<>();
      for (JsonNode gold : row.get("figures")) {
        Figure figure = best(record, gold, used);
        boolean bounds = figure != null && bounds(figure, gold);
        count(counts, half(row) + " bounds", bounds);
        count(
            counts,
            half(row) + " whole",
            bounds
                && figure != null
                && figure.counts().equals(gold.get("counts").asText())
                && head(figure.ofWhom()).equals(head(text(gold, "of_whom")))
                && within(said(record, figure.attribution()), gold.get("source").asText()));
        if (figure != null) {
          used.add(figure.id());
        }
      }
      for (Figure figure : record.figures()) {
        count(counts, half(row) + " found that are figures", used.contains(figure.id()));
      }
    }
    print("figures", counts);
    assertTrue(share(counts, "tuned bounds") >= BOUNDS, "tuned half");
    assertTrue(share(counts, "aside bounds") >= BOUNDS_ASIDE, "half kept aside");
    assertTrue(share(counts, "later bounds") >= BOUNDS_ASIDE, "rows written later");
  }

  private static @Nullable Figure best(DocumentRecord record, JsonNode gold, Set<String> used) {
    String words = gold.get("text").asText();
    Figure best = null;
    for (Figure figure : record.figures()) {
      boolean same = !used.contains(figure.id()) && within(figure.text(), words);
      if (same && (best == null || (bounds(figure, gold) && !bounds(best, gold)))) {
        best = figure;
      }
    }
    return best;
  }

  private static boolean bounds(Figure figure, JsonNode gold) {
    return String.valueOf(figure.low()).equals(gold.get("low").asText("null"))
        && String.valueOf(figure.high()).equals(gold.get("high").asText("null"));
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value.asText();
  }

  /** The last word without its plural. */
  private static String head(@Nullable String words) {
    String own = words == null ? "" : words.toLowerCase(Locale.ROOT);
    return own.substring(own.lastIndexOf(' ') + 1).replaceAll("s+$", "");
  }

  private static boolean within(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    return a.contains(b) || b.contains(a);
  }

  private static String said(DocumentRecord record, String attribution) {
    for (Attribution a : record.attributions()) {
      if (a.id().equals(attribution)) {
        return a.source() == null ? EventMention.NARRATOR : a.source().text();
      }
    }
    return EventMention.NARRATOR;
  }

  @Test
  void framingsAreTheWordsOfWhoSaysThem() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    for (JsonNode row : read("framings.jsonl")) {
      DocumentRecord record = coded(row, row.get("id").asText(), row.get("text").asText());
      Set<String> used = new HashSet<>();
      for (JsonNode gold : row.get("framings")) {
        Framing found = null;
        for (Framing framing : record.framings()) {
          if (found == null
              && !used.contains(framing.id())
              && within(framing.text(), gold.get("text").asText())) {
            found = framing;
          }
        }
        count(counts, half(row) + " recall", found != null);
        if (found != null) {
          used.add(found.id());
          count(
              counts,
              half(row) + " whose words",
              within(said(record, found.attribution()), gold.get("whose").asText()));
        }
      }
      for (Framing framing : record.framings()) {
        count(counts, half(row) + " precision", used.contains(framing.id()));
      }
    }
    print("framings", counts);
    assertTrue(share(counts, "tuned whose words") >= WHOSE, "tuned half");
    assertTrue(share(counts, "aside whose words") >= WHOSE, "half kept aside");
  }

  @Test
  void theSameHappeningInThreeFramingsIsTheSameEvent() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    for (JsonNode row : read("triples.jsonl")) {
      Set<Set<String>> told = new HashSet<>();
      int k = 0;
      for (JsonNode text : row.get("texts")) {
        told.add(events(coded(row, row.get("id").asText() + k++, text.asText())));
      }
      count(counts, "equal", told.size() == 1);
    }
    print("triples", counts);
    assertTrue(share(counts, "equal") >= TRIPLES);
  }

  private static Set<String> events(DocumentRecord record) {
    Set<String> events = new TreeSet<>();
    for (EventMention m : record.eventMentions()) {
      events.add(
          String.join(
              " ", m.type(), m.modality().key(), codes(m.actors()), ">", codes(m.recipients())));
    }
    return events;
  }

  private static String codes(List<EventMention.Participant> side) {
    Set<String> codes = new TreeSet<>();
    side.forEach(p -> codes.add(p.code()));
    return codes.toString();
  }
}
