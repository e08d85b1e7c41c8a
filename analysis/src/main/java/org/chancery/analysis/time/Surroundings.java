package org.chancery.analysis.time;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/** What the words around a time expression say of it. */
final class Surroundings {
  private static final Pattern QUOTES = Pattern.compile("[\"\u201c\u201d]");

  /** "Had" in the same clause, at the end of a region. */
  static final Pattern PLUPERFECT = Pattern.compile("\\bhad\\b[^.;]{0,60}$");

  private static final Pattern REFERENCE =
      Pattern.compile("\\b(?:after(?! th(?:at|is)\\b)|before|since|than)\\b[^.;,]{0,50}$");

  private Surroundings() {}

  /** Within brackets: "on Friday (0319 GMT Saturday)". */
  static boolean isAside(String text, Span sentence, Span span) {
    int open = text.lastIndexOf('(', span.begin());
    return open >= sentence.begin() && text.lastIndexOf(')', span.begin()) < open;
  }

  /**
   * "Had flown in two days before", "after the vote of May 3": it lies before what is told, or only
   * says when that was.
   */
  static boolean isBackground(
      String text, TimeRules.Rule rule, Span sentence, Span span, boolean inSentence) {
    Map<String, String> settings = rule.settings();
    boolean earlier =
        settings.getOrDefault("from", "").equals("told")
            && settings.getOrDefault("sign", "").equals("-");
    return (earlier && PLUPERFECT.matcher(text).region(sentence.begin(), span.begin()).find())
        || (inSentence
            && (REFERENCE.matcher(text).region(sentence.begin(), span.begin()).find()
                || PLUPERFECT.matcher(text).region(sentence.begin(), span.begin()).find()));
  }

  static boolean isQuoted(String text, Span sentence, Span span) {
    Matcher quotes = QUOTES.matcher(text).region(sentence.begin(), span.begin());
    int count = 0;
    while (quotes.find()) {
      count++;
    }
    return count % 2 == 1;
  }
}
