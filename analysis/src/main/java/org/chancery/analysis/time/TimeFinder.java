package org.chancery.analysis.time;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;

/**
 * Where the rules of {@code times/} match. A rule is tried only where a sentence has a word that it
 * needs.
 */
final class TimeFinder {
  private final List<TimeRules.Rule> rules;
  private final Phrases<String> needed;

  TimeFinder(List<TimeRules.Rule> rules, Phrases<String> needed) {
    this.rules = rules;
    this.needed = needed;
  }

  /** A match of a rule, with the words of its groups. */
  record Found(Span span, int rule, Map<String, String> groups) {}

  /** The longest matches from left to right; of equal ones that of the earlier rule. */
  List<Found> find(String text, Span sentence) {
    List<Found> all = new ArrayList<>();
    Set<String> there = there(text, sentence);
    for (int i = 0; i < rules.size(); i++) {
      if (Collections.disjoint(rules.get(i).needs(), there)) {
        continue;
      }
      Matcher matcher = rules.get(i).pattern().matcher(text);
      matcher.region(sentence.begin(), sentence.end());
      matcher.useTransparentBounds(true).useAnchoringBounds(false);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          all.add(
              new Found(
                  new Span(matcher.start(), matcher.end()), i, groups(rules.get(i), matcher)));
        }
      }
    }
    all.sort(
        Comparator.comparingInt((Found f) -> f.span().begin())
            .thenComparingInt(f -> -f.span().length())
            .thenComparingInt(Found::rule));
    List<Found> kept = new ArrayList<>();
    for (Found found : all) {
      Found last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null || found.span().begin() >= last.span().end()) {
        kept.add(found);
      } else if (found.span().length() > last.span().length()
          && found.span().begin() > last.span().begin()
          && !rules.get(last.rule()).op().equals("date")) {
        kept.set(kept.size() - 1, found);
      }
    }
    return kept;
  }

  /** The needed words and kinds of words that a sentence has. */
  private Set<String> there(String text, Span sentence) {
    Set<String> there = new HashSet<>();
    for (Phrases.Hit<String> hit : needed.all(text, sentence.begin(), sentence.end())) {
      there.addAll(hit.values());
    }
    int digits = 0;
    for (int i = sentence.begin(); i < sentence.end(); i++) {
      digits = Character.isDigit(text.charAt(i)) ? digits + 1 : 0;
      if (digits > 0) {
        there.add("{DIGIT}");
      }
      if (digits >= 4) {
        there.add("{YEAR}");
      }
    }
    return there;
  }

  private static Map<String, String> groups(TimeRules.Rule rule, Matcher matcher) {
    Map<String, String> groups = new HashMap<>();
    for (String name : rule.groups()) {
      String words = matcher.group(name);
      if (words != null) {
        groups.put(name, words);
      }
    }
    return groups;
  }
}
