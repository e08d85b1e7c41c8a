package org.chancery.analysis.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The rules of {@code times/rules-en.yaml} and {@code times/tense-en.yaml}, in order; their heads
 * say what they hold.
 */
final class TimeRules {
  private static final Set<String> OPS =
      Set.of(
          "date",
          "weekday",
          "relative",
          "duration",
          "set",
          "constant",
          "clock",
          "quarter",
          "season",
          "decade",
          "century",
          "holiday",
          "spelled",
          "week");

  private static final Set<String> TENSE_OPS =
      Set.of("ahead", "limit", "behind", "headline", "bare", "participle");

  private TimeRules() {}

  /**
   * One rule.
   *
   * @param settings what the rule itself gives where the words do not ({@code n}, {@code from} ...)
   * @param groups names of the groups of the pattern
   * @param needs words or kinds, one of which a sentence must have for the rule to be tried
   */
  record Rule(
      String id,
      Pattern pattern,
      String op,
      Map<String, String> settings,
      Set<String> groups,
      Set<String> needs,
      List<Example> examples) {
    Rule {
      settings = Map.copyOf(settings);
      groups = Set.copyOf(groups);
      needs = Set.copyOf(needs);
      examples = List.copyOf(examples);
    }
  }

  /** A text with the expression between [ and ], the day of publication, and the value. */
  record Example(String published, String text, String value) {}

  /** The rules that find time expressions. */
  static List<Rule> read(Codebook codebook, TimeWords words) {
    return read(codebook.file("times/rules-en.yaml"), words, OPS);
  }

  /** The rules that say which way the words before an expression look; they end where it begins. */
  static List<Rule> tenses(Codebook codebook, TimeWords words) {
    return read(codebook.file("times/tense-en.yaml"), words, TENSE_OPS);
  }

  private static List<Rule> read(Path file, TimeWords words, Set<String> ops) {
    Object loaded;
    try (InputStream in = Files.newInputStream(file)) {
      loaded =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromInputStream(in);
    } catch (IOException | YamlEngineException e) {
      throw new CodebookException(file + ": " + e.getMessage());
    }
    if (!(loaded instanceof List<?> list)) {
      throw new CodebookException(file + ": must be a list of rules");
    }
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Object entry : list) {
      Rule rule = rule(file, entry, words, ops);
      if (!ids.add(rule.id)) {
        throw new CodebookException(
            file + ": rule id '" + rule.id + "' is there twice; give it another");
      }
      rules.add(rule);
    }
    return rules;
  }

  private static Rule rule(Path file, Object entry, TimeWords words, Set<String> ops) {
    if (!(entry instanceof Map<?, ?> map) || map.get("id") == null || map.get("pattern") == null) {
      throw new CodebookException(file + ": a rule needs id and pattern: " + entry);
    }
    String where = file + ": rule '" + map.get("id") + "'";
    String op = String.valueOf(map.get("op"));
    if (!ops.contains(op)) {
      throw new CodebookException(where + " has an unknown op '" + op + "'; one of " + ops);
    }
    Map<String, String> settings = new HashMap<>();
    map.forEach((k, v) -> settings.put(String.valueOf(k), String.valueOf(v)));
    boolean tense = ops.equals(TENSE_OPS);
    if (map.get("needs") == null && !tense) {
      throw new CodebookException(where + " has no needs; name a word that it always holds");
    }
    Set<String> needs =
        tense ? Set.of() : Set.copyOf(List.of(String.valueOf(map.get("needs")).split("\\|")));
    List<Example> examples = new ArrayList<>();
    if (map.get("examples") instanceof List<?> given) {
      for (Object example : given) {
        if (!(example instanceof List<?> cells) || cells.size() != 3) {
          throw new CodebookException(where + ": an example is [day, text, value]: " + example);
        }
        examples.add(
            new Example(
                String.valueOf(cells.get(0)),
                String.valueOf(cells.get(1)),
                String.valueOf(cells.get(2))));
      }
    }
    if (examples.isEmpty()) {
      throw new CodebookException(where + " has no example; write one");
    }
    try {
      String filled = words.fill(String.valueOf(map.get("pattern")));
      String end = tense ? "$" : "(?![\\p{L}\\d])";
      Pattern pattern = Pattern.compile("(?<![\\p{L}\\d])(?:" + filled + ")" + end);
      Set<String> groups = new HashSet<>();
      var names = Pattern.compile("\\(\\?<([a-z][a-zA-Z0-9]*)>").matcher(filled);
      while (names.find()) {
        groups.add(names.group(1));
      }
      return new Rule(
          String.valueOf(map.get("id")), pattern, op, settings, groups, needs, examples);
    } catch (PatternSyntaxException e) {
      throw new CodebookException(
          where + " has a bad pattern: " + e.getDescription() + "; mend the regular expression");
    }
  }
}
