package org.chancery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.chancery.core.ChanceryException;
import org.chancery.core.Document;
import org.chancery.core.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Reports with the happenings that they tell, and the half that each belongs to. Happenings that
 * one report tells together are lookalikes and stay together: they, and all that are joined so
 * through others, make one group, and a hash of the group's first key says its half.
 */
record LinkingGold(List<Report> reports, Map<String, Boolean> aside, Map<String, String> groups) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One telling: the happening's key, its type, and the words. */
  record Told(String key, String type, int begin, int end) {}

  /** A report with what it tells. */
  record Report(Document document, @Nullable String copyOf, List<Told> told) {
    Report {
      told = List.copyOf(told);
    }
  }

  LinkingGold {
    reports = List.copyOf(reports);
    aside = Map.copyOf(aside);
    groups = Map.copyOf(groups);
  }

  /**
   * Reads lines {"id", "published", "title", "text", "copy_of", "happenings": [{"key", "type",
   * "quote"}]}; a key counts within the reports whose ids begin alike up to the first dash.
   */
  static LinkingGold read(Path file) throws IOException {
    List<Report> reports = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        reports.add(report(JSON.readTree(line), file + ":" + number));
      }
    }
    Map<String, String> groups = groups(reports);
    return new LinkingGold(reports, halves(groups), groups);
  }

  /** The reports of one half. */
  LinkingGold half(boolean keptAside) {
    List<Report> some =
        reports.stream()
            .filter(report -> aside.getOrDefault(report.document.id(), false) == keptAside)
            .toList();
    Map<String, String> theirs = new TreeMap<>();
    some.forEach(
        report -> theirs.put(report.document.id(), groups.getOrDefault(report.document.id(), "")));
    return new LinkingGold(some, aside, theirs);
  }

  /** Whether two reports, by their ids, tell a happening in common. */
  BiPredicate<String, String> oneHappening() {
    Map<String, Set<String>> told = new HashMap<>();
    for (Report report : reports) {
      told.put(report.document.id(), new HashSet<>(report.told.stream().map(Told::key).toList()));
    }
    return (one, other) ->
        !Collections.disjoint(told.getOrDefault(one, Set.of()), told.getOrDefault(other, Set.of()));
  }

  private static Report report(JsonNode node, String where) {
    String id = node.path("id").asText();
    String text = node.path("text").asText();
    List<Told> told = new ArrayList<>();
    for (JsonNode happening : node.path("happenings")) {
      String quote = happening.path("quote").asText();
      int begin = text.indexOf(quote);
      if (quote.isEmpty() || begin < 0) {
        throw new ChanceryException(
            "input", where + ": the quote is not in the text: " + quote + "; mend it");
      }
      String key = id.split("-")[0] + "/" + happening.path("key").asText();
      told.add(new Told(key, happening.path("type").asText(), begin, begin + quote.length()));
    }
    return new Report(
        new Document(
            id,
            null,
            node.path("publisher").asText(null),
            node.path("published").asText(null),
            "en",
            node.path("title").asText(null),
            text,
            where),
        node.path("copy_of").asText(null),
        told);
  }

  /** The group of each report. */
  private static Map<String, String> groups(List<Report> reports) {
    Map<String, String> groups = new TreeMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Report report : reports) {
        TreeSet<String> names = new TreeSet<>();
        report.told.forEach(told -> names.add(groups.getOrDefault(told.key, told.key)));
        for (Told told : report.told) {
          changed |= !names.first().equals(groups.put(told.key, names.first()));
        }
      }
    }
    Map<String, String> ofReports = new TreeMap<>();
    for (Report report : reports) {
      String key = report.told.isEmpty() ? report.document.id() : report.told.get(0).key;
      ofReports.put(report.document.id(), groups.getOrDefault(key, key));
    }
    return ofReports;
  }

  private static Map<String, Boolean> halves(Map<String, String> groups) {
    Map<String, Boolean> aside = new TreeMap<>();
    groups.forEach(
        (report, group) ->
            aside.put(report, Integer.parseInt(Ids.sha256(group).substring(0, 2), 16) % 2 == 1));
    return aside;
  }
}
