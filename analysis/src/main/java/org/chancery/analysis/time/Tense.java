package org.chancery.analysis.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which way the words around a time expression look: the nearest of past and future ones. */
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  private static final int BEFORE = 90;
  private static final int AFTER = 50;

  private static final String CLOCK =
      "(?:\\d{1,2}(?::\\d\\d)? ?(?:[ap]\\.?m\\.?|GMT)?|noon|midday|midnight|dawn|dusk) (?:on )?";

  /** "They have until Monday": a limit lies ahead, when nothing but "have" stands before it. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\b(?:have|has|given|give|gave|get)\\b[^.;,]{0,40}\\b(?:until|till) (?:"
              + CLOCK
              + ")?$|\\bby (?:"
              + CLOCK
              + ")?$"
              + "|\\b(?:called|announced|banned|ordered|imposed|declared|extended|set|suspended|"
              + "postponed|proposed|planned|summoned|convened|invited|delayed|approved|foreseen|permitted|"
              + "booked|fixed|expected|extends)\\b[^.;]{0,60}"
              + "\\b(?:from|starting|beginning|for|until|till|to) (?:early |late )?$"
              + "|\\b[Cc]all(?:s|ed|ing)? for [^.;]{0,40}\\b(?:march|rally|rallies|marches|protests?|strikes?|boycott|"
              + "demonstrations?|vote|elections?|meeting|session|summit|vigil)\\b[^.;]{0,30}\\bon (?:early |late )?$");

  /** "Shops to shut on Saturday": a headline's infinitive looks ahead. */
  private static final Pattern HEADLINE =
      Pattern.compile("^\\s*\\p{Lu}[\\p{L} ,'\u2019-]{1,60}? to \\p{Ll}+\\b[^.;:]{0,60}$");

  /** "Had voted by Monday": what was reached by then lies behind. */
  private static final Pattern REACHED =
      Pattern.compile("\\b(?:had|were|was|been|stood)\\b[^.;,]{0,40}\\bby $");

  /** "Will be held", "is taken": the participle says nothing of the time. */
  private static final Pattern PASSIVE = Pattern.compile("\\b(?:be|is|are) (?:\\w+ly )?$");

  /** Finds the tense markers of {@code words-en.tsv}. */
  static final class Finder {
    private final Pattern markers;

    Finder(TimeWords words) {
      markers =
          Pattern.compile(
              "(?<![\\p{L}])(?:(?<future>"
                  + words.alternation("future")
                  + ")|(?<past>"
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
        if (matcher.group("future") != null) {
          before = FUTURE;
        } else if (!PASSIVE.matcher(text).region(from, matcher.start()).find()) {
          before = PAST;
        }
      }
      boolean limit =
          LIMIT.matcher(text).region(from, begin).find()
              && !REACHED.matcher(text).region(from, begin).find();
      if (before != UNKNOWN && !(before == PAST && limit)) {
        return before;
      }
      if (limit) {
        return FUTURE;
      }
      int to = Math.min(text.length(), end + AFTER);
      for (int i = end; i < to; i++) {
        if (endsSentence(text, i)) {
          to = i;
        }
      }
      matcher.region(end, Math.max(end, to));
      if (matcher.find()) {
        return matcher.group("future") != null ? FUTURE : PAST;
      }
      return HEADLINE.matcher(text).region(from, begin).find() ? FUTURE : UNKNOWN;
    }

    private static boolean endsSentence(String text, int i) {
      char c = text.charAt(i);
      return c == '\n'
          || ((c == '.' || c == '!' || c == '?')
              && i + 1 < text.length()
              && text.charAt(i + 1) == ' '
              && i > 2
              && Character.isLowerCase(text.charAt(i - 1))
              && Character.isLowerCase(text.charAt(i - 2)));
    }
  }
}
