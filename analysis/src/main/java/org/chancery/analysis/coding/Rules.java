package org.chancery.analysis.coding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.CodebookException;
import org.chancery.analysis.lexicon.PlainText;
import org.chancery.core.Modality;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The rules of {@code rules/*.yaml}, in file order: each a regular expression over the sentence in
 * which the trigger is written between {@code <} and {@code >}, the types it may refine, and what
 * it sets.
 */
public final class Rules {
  private final List<Rule> rules = new ArrayList<>();

  /**
   * One rule.
   *
   * @param when types that it refines; none means any
   * @param type what the type becomes, or empty
   * @param recipientNext whether the recipient becomes the first party after the trigger
   * @param recipientAfter whether it becomes the party that begins where the pattern ends ("filed a
   *     lawsuit in a court against X"); such a rule sets nothing else
   */
  public record Rule(
      String id,
      String file,
      Pattern pattern,
      List<String> when,
      String type,
      String mode,
      @Nullable Modality modality,
      boolean recipientNext,
      boolean recipientAfter,
      List<String> examples,
      List<String> counterExamples) {
    /** Copies the lists. */
    public Rule {
      when = List.copyOf(when);
      examples = List.copyOf(examples);
      counterExamples = List.copyOf(counterExamples);
    }

    private boolean refines(String type) {
      return when.isEmpty() || when.contains(type);
    }

    /** Whether the rule fires on a sentence whose trigger is between {@code <} and {@code >}. */
    public boolean fires(String markedSentence) {
      return pattern.matcher(markedSentence).find();
    }
  }

  /** Reads every rule file; a fault names file and rule. */
  public Rules(Codebook codebook) {
    Map<String, String> ids = new HashMap<>();
    for (String name : codebook.files("rules")) {
      if (!name.endsWith(".yaml")) {
        continue;
      }
      Path file = codebook.file(name);
      for (Object entry : load(file)) {
        Rule rule = rule(place(file, entry), entry);
        String other = ids.put(rule.id, file.toString());
        if (other != null) {
          throw new CodebookException(
              rule.file + ": rule id '" + rule.id + "' is also in " + other + "; give it another");
        }
        rules.add(rule);
      }
    }
  }

  /** All rules, in order. */
  public List<Rule> all() {
    return List.copyOf(rules);
  }

  /** The first rule that fires on a trigger of a type in plain words, or null. */
  @Nullable Rule first(PlainText plain, Span sentence, Span trigger, String type) {
    String marked = marked(plain, sentence, trigger);
    for (Rule rule : rules) {
      if (!rule.recipientAfter && rule.refines(type) && rule.fires(marked)) {
        return rule;
      }
    }
    return null;
  }

  /** Where the recipient begins by the first rule that says so for a trigger of a type, or -1. */
  int recipientAfter(PlainText plain, Span sentence, Span trigger, String type) {
    String marked = marked(plain, sentence, trigger);
    int begin = plain.toPlain(sentence).begin();
    int past = plain.toPlain(trigger).end() - begin + 2;
    for (Rule rule : rules) {
      if (rule.recipientAfter && rule.refines(type)) {
        Matcher matcher = rule.pattern.matcher(marked);
        if (matcher.find() && matcher.end() > past && matcher.end() < marked.length()) {
          int at = begin + matcher.end() - 2;
          return plain.toWritten(new Span(at, at + 1)).begin();
        }
      }
    }
    return -1;
  }

  private static String marked(PlainText plain, Span sentence, Span trigger) {
    return marked(plain.words(), plain.toPlain(sentence), plain.toPlain(trigger));
  }

  /** The sentence with its trigger between {@code <} and {@code >}. */
  public static String marked(String text, Span sentence, Span trigger) {
    return text.substring(sentence.begin(), trigger.begin())
        + "<"
        + trigger.of(text)
        + ">"
        + text.substring(Math.min(trigger.end(), sentence.end()), sentence.end());
  }

  private static List<?> load(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Object loaded =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromInputStream(in);
      if (loaded instanceof List<?> list) {
        return list;
      }
      throw new CodebookException(file + ": must be a list of rules");
    } catch (IOException | YamlEngineException e) {
      throw new CodebookException(file + ": " + e.getMessage());
    }
  }

  /** File and line of a rule, as far as its id can be found. */
  private static String place(Path file, Object entry) {
    if (entry instanceof Map<?, ?> map && map.get("id") != null) {
      try {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (lines
              .get(i)
              .matches(
                  "\\s*(?:- )?id:\\s*[\"']?"
                      + Pattern.quote(String.valueOf(map.get("id")))
                      + "[\"']?\\s*")) {
            return file + ":" + (i + 1);
          }
        }
      } catch (IOException e) {
        return file.toString();
      }
    }
    return file.toString();
  }

  private static Rule rule(String file, Object entry) {
    if (!(entry instanceof Map<?, ?> map) || map.get("id") == null || map.get("pattern") == null) {
      throw new CodebookException(file + ": a rule needs id and pattern: " + entry);
    }
    String id = String.valueOf(map.get("id"));
    Object modality = map.get("modality");
    String recipient = text(map.get("recipient"));
    if (!List.of("", "next", "after").contains(recipient)) {
      throw new CodebookException(
          file
              + ": rule '"
              + id
              + "': recipient can be 'next', 'after' or left out, not '"
              + recipient
              + "'");
    }
    List<String> examples = strings(map.get("examples"));
    if (examples.isEmpty()) {
      throw new CodebookException(file + ": rule '" + id + "' has no example; write one");
    }
    try {
      return new Rule(
          id,
          file,
          Pattern.compile(String.valueOf(map.get("pattern")), Pattern.CASE_INSENSITIVE),
          strings(map.get("when")),
          text(map.get("type")),
          text(map.get("mode")),
          modality == null ? null : Modality.of(String.valueOf(modality)),
          recipient.equals("next"),
          recipient.equals("after"),
          examples,
          strings(map.get("counter_examples")));
    } catch (PatternSyntaxException e) {
      throw new CodebookException(
          file
              + ": rule '"
              + id
              + "' has a bad pattern: "
              + e.getDescription()
              + "; mend the regular expression");
    } catch (IllegalArgumentException e) {
      throw new CodebookException(
          file + ": rule '" + id + "' has an unknown modality '" + modality + "'");
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  private static List<String> strings(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return value == null ? List.of() : List.of(String.valueOf(value));
    }
    return list.stream().map(String::valueOf).toList();
  }
}
