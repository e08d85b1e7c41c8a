package org.chancery.analysis.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.analysis.lexicon.Phrases;

/** The words of {@code times/words-en.tsv} by kind, and the pattern parts made of them. */
final class TimeWords {
  private static final String YEAR = "(?:1[6-9]\\d\\d|20\\d\\d)";
  private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
  private static final Pattern HOLIDAY =
      Pattern.compile(
          "\\d\\d-\\d\\d|\\d\\d-[\\dL]-[1-7]|(?:easter|orthodox)[+-]\\d{1,3}|hijri-\\d\\d-\\d\\d"
              + "|\\d{4}-\\d\\d-\\d\\d(?:,\\d{4}-\\d\\d-\\d\\d)*|=.+");

  private final Map<String, Map<String, String>> kinds = new HashMap<>();

  TimeWords(Codebook codebook) {
    for (Row row : codebook.table("times/words-en.tsv")) {
      if (row.get("kind").equals("holiday") && !HOLIDAY.matcher(row.get("value")).matches()) {
        throw row.fault(
            "a holiday is 12-25, 11-4-4 (the fourth Thursday), easter-2, orthodox+0, hijri-10-01, a"
                + " list of days or = another name, not '"
                + row.get("value")
                + "'");
      }
      kinds
          .computeIfAbsent(row.get("kind"), k -> new HashMap<>())
          .put(row.get("word").toLowerCase(Locale.ROOT), row.get("value"));
    }
  }

  /** The value of a word of a kind ("two" of {@code number} is 2), or empty. */
  String value(String kind, String word) {
    String value =
        kinds
            .getOrDefault(kind, Map.of())
            .getOrDefault(word.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), "");
    return value.startsWith("=") ? value(kind, value.substring(1)) : value;
  }

  /** Finds the kinds of words of a sentence, and the words that rules name as needed. */
  Phrases<String> finder(Collection<TimeRules.Rule> rules) {
    Map<String, List<String>> keys = new HashMap<>();
    for (String kind : List.of("month", "weekday", "unit", "season", "holiday", "part")) {
      String key = "{" + kind.toUpperCase(Locale.ROOT) + "}";
      kinds
          .getOrDefault(kind, Map.of())
          .keySet()
          .forEach(word -> keys.computeIfAbsent(word, w -> new ArrayList<>()).add(key));
    }
    for (TimeRules.Rule rule : rules) {
      for (String need : rule.needs()) {
        if (!need.startsWith("{")) {
          List<String> here = keys.computeIfAbsent(need, w -> new ArrayList<>());
          if (!here.contains(need)) {
            here.add(need);
          }
        }
      }
    }
    return new Phrases<>(keys, true);
  }

  /** An alternation over the words of a kind, longest first. */
  String alternation(String kind) {
    return "(?:"
        + Alternation.ofLetters(words(kind).stream().map(TimeWords::anyCase).toList())
        + ")";
  }

  /** A pattern with its parts in braces filled in. */
  String fill(String pattern) {
    List<String> long3 =
        words("month").stream().filter(m -> m.length() > 3 && !m.endsWith(".")).toList();
    List<String> sure = long3.stream().filter(m -> !List.of("march", "sept").contains(m)).toList();
    String filled =
        pattern
            .replace("{YEAR}", YEAR)
            .replace("{DAYNUM}", DAY)
            .replace("{LONGMONTH}", capitals(long3))
            .replace("{SUREMONTH}", capitals(sure))
            .replace("{MONTH}", capitals(words("month")))
            .replace("{WEEKDAY}", capitals(words("weekday")));
    for (String kind : kinds.keySet()) {
      filled = filled.replace("{" + kind.toUpperCase(Locale.ROOT) + "}", alternation(kind));
    }
    return filled;
  }

  private List<String> words(String kind) {
    return List.copyOf(kinds.getOrDefault(kind, Map.of()).keySet());
  }

  /** Months and weekdays begin with a capital, or are all capitals. */
  private static String capitals(Collection<String> words) {
    return "(?:"
        + Alternation.of(
            words.stream()
                .flatMap(
                    w ->
                        Stream.of(
                            w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1),
                            w.length() > 3 ? w.toUpperCase(Locale.ROOT) : ""))
                .filter(w -> !w.isEmpty())
                .toList())
        + ")";
  }

  private static List<String> anyCase(String word) {
    List<String> letters = new ArrayList<>(Alternation.letters(word));
    if (!Character.isLetter(word.charAt(0))) {
      return letters;
    }
    for (int i = 0; i < letters.size(); i++) {
      char c = word.charAt(i);
      boolean start = i == 0 || " -".indexOf(word.charAt(i - 1)) >= 0;
      if (start && Character.isLetter(c)) {
        letters.set(i, "[" + Character.toUpperCase(c) + c + "]");
      } else if (c == ' ' || c == '\'') {
        letters.set(i, c == ' ' ? "[ -]" : "['\u2019]");
      }
    }
    return letters;
  }
}
