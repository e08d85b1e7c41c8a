package org.chancery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.core.EventMention;
import org.chancery.core.Span;

/**
 * Exact spans of both sides against tokens tagged B-S, I-S (source) and B-T, I-T (target); a
 * leading article counts on neither side.
 */
final class SpanScores {
  private int both;
  private int coded;
  private int gold;
  private int pairs;
  private int right;
  private int swapped;

  private record Side(boolean actor, Span span) {}

  /** The text of a row: its tokens with a blank between them. */
  static String text(JsonNode row) {
    List<String> tokens = new ArrayList<>();
    row.path("tokens").forEach(token -> tokens.add(token.asText()));
    return String.join(" ", tokens);
  }

  void add(JsonNode row, List<EventMention> mentions) {
    String text = text(row);
    Set<Side> expected = new HashSet<>();
    int begin = 0;
    int open = -1;
    String kind = "";
    int end = 0;
    for (int i = 0; i <= row.path("tokens").size(); i++) {
      String tag = i < row.path("tags").size() ? row.path("tags").get(i).asText() : "O";
      boolean goesOn = tag.startsWith("I-") && tag.endsWith(kind) && open >= 0;
      if (!goesOn && open >= 0) {
        expected.add(new Side(kind.equals("S"), bare(text, new Span(open, end))));
        open = -1;
      }
      if (!goesOn && (tag.endsWith("-S") || tag.endsWith("-T"))) {
        open = begin;
        kind = tag.substring(2);
      }
      String token = i < row.path("tokens").size() ? row.path("tokens").get(i).asText() : "";
      end = begin + token.length();
      begin = end + 1;
    }
    Set<Side> ours = new HashSet<>();
    mentions.forEach(
        m -> {
          m.actors().forEach(p -> ours.add(new Side(true, bare(text, p.span()))));
          m.recipients().forEach(p -> ours.add(new Side(false, bare(text, p.span()))));
        });
    gold += expected.size();
    coded += ours.size();
    both += (int) expected.stream().filter(ours::contains).count();
    direction(expected, mentions);
  }

  private void direction(Set<Side> expected, List<EventMention> mentions) {
    List<Span> actors = expected.stream().filter(Side::actor).map(Side::span).toList();
    List<Span> recipients = expected.stream().filter(s -> !s.actor).map(Side::span).toList();
    if (actors.isEmpty() || recipients.isEmpty()) {
      return;
    }
    pairs++;
    boolean found =
        mentions.stream()
            .anyMatch(
                m ->
                    EventScores.touches(m.actors(), actors)
                        && EventScores.touches(m.recipients(), recipients));
    boolean turned =
        mentions.stream()
            .anyMatch(
                m ->
                    EventScores.touches(m.recipients(), actors)
                        && EventScores.touches(m.actors(), recipients));
    right += found ? 1 : 0;
    swapped += turned && !found ? 1 : 0;
  }

  private static Span bare(String text, Span span) {
    String words = span.of(text);
    for (String article : List.of("the ", "The ", "a ", "A ", "an ", "An ")) {
      if (words.startsWith(article)) {
        return new Span(span.begin() + article.length(), span.end());
      }
    }
    return span;
  }

  String report() {
    double precision = coded == 0 ? 0 : (double) both / coded;
    double recall = gold == 0 ? 0 : (double) both / gold;
    return String.format(
            Locale.ROOT,
            "| exact spans, precision / recall / F1 | %.3f / %.3f / %.3f | %d gold spans |%n",
            precision,
            recall,
            2 * precision * recall / Math.max(1e-9, precision + recall),
            gold)
        + EventScores.line("both sides touched, the right way round", right, pairs)
        + EventScores.line("sides swapped", swapped, pairs);
  }
}
