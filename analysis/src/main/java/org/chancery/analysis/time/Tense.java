package org.chancery.analysis.time;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which way the words around a time expression look: the nearest of past and future ones within its
 * clause, or what a rule of {@code times/tense-en.yaml} says.
 */
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  private static final int BEFORE = 90;
  private static final int AFTER = 50;

  /** "Will not be formally " stands within so many characters before a participle. */
  private static final int AUXILIARY = 30;

  private static final String QUOTES = "\"\u201c\u201d";

  /** Finds the tense markers of {@code words-en.tsv} and the patterns beside them. */
  static final class Finder {
    private final Pattern markers;
    private final List<TimeRules.Rule> rules;

    Finder(TimeWords words, List<TimeRules.Rule> rules) {
      this.rules = List.copyOf(rules);
      markers =
          Pattern.compile(
              "(?<![\\p{L}])(?!(?:May|March)\\b)(?:(?<future>"
                  + words.alternation("future")
                  + ")|(?<present>"
                  + "(?:"
                  + words.alternation("present")
                  + "|(?<=\\p{Ll}s |[Tt]hey |[Ww]e |[Ww]ho )"
                  + words.alternation("plural")
                  + ")(?! of\\b))|(?<past>"
                  + words.alternation("past")
                  + "|(?!"
                  + words.alternation("timeless")
                  + "\\b)\\p{Ll}{3,}ed))(?![\\p{L}])");
    }

    /** The tense around {@code text[begin, end)}, within its sentence. */
    Tense at(String text, int begin, int end) {
      int from = Math.max(0, begin - BEFORE);
      for (int i = begin - 1; i > from; i--) {
        if (endsSentence(text, i)) {
          from = i + 1;
        }
      }
      Tense before = UNKNOWN;
      Matcher matcher = markers.matcher(text).region(from, begin);
      while (matcher.find()) {
        before = look(text, from, matcher, before);
      }
      if (before == FUTURE) {
        return FUTURE;
      }
      boolean behind = says("behind", text, from, begin);
      if (!behind && says("ahead", text, from, begin)) {
        return FUTURE;
      }
      boolean limit = !behind && says("limit", text, from, begin);
      if (before == PAST) {
        return limit ? FUTURE : PAST;
      }
      Tense after = after(text, end);
      if (limit) {
        return after == PAST ? PAST : FUTURE;
      }
      return after == UNKNOWN && says("headline", text, from, begin) ? FUTURE : after;
    }

    private Tense after(String text, int end) {
      int to = Math.min(text.length(), end + AFTER);
      for (int i = end; i < to; i++) {
        if (endsSentence(text, i) || QUOTES.indexOf(text.charAt(i)) >= 0) {
          to = i; // what follows a quotation ("..., he said") is not of its time
        }
      }
      Matcher matcher = markers.matcher(text).region(end, Math.max(end, to));
      Tense after = UNKNOWN;
      while (after == UNKNOWN && matcher.find()) {
        boolean past = matcher.group("past") != null;
        after = past ? PAST : look(text, end, matcher, UNKNOWN);
      }
      return after;
    }

    /** What a marker says; where it is none, what was known before. */
    private Tense look(String text, int from, Matcher marker, Tense before) {
      if (marker.group("future") != null) {
        return FUTURE;
      }
      boolean present = marker.group("present") != null;
      int near = Math.max(from, marker.start() - AUXILIARY);
      if (says(present ? "bare" : "participle", text, near, marker.start())) {
        return before;
      }
      return present ? FUTURE : PAST;
    }

    private boolean says(String op, String text, int from, int end) {
      for (TimeRules.Rule rule : rules) {
        if (rule.op().equals(op) && rule.pattern().matcher(text).region(from, end).find()) {
          return true;
        }
      }
      return false;
    }

    private static boolean endsSentence(String text, int i) {
      char c = text.charAt(i);
      return c == '\n'
          || c == ';'
          || ((c == '.' || c == '!' || c == '?')
              && i + 1 < text.length()
              && text.charAt(i + 1) == ' '
              && i > 2
              && Character.isLowerCase(text.charAt(i - 1))
              && Character.isLowerCase(text.charAt(i - 2)));
    }
  }
}
