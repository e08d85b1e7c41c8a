package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.Span;

/**
 * Who gives one number, told beside it: "the 2,000 first claimed by officials", "the 290 that
 * police had given", "put by the police at 4,000 and by its organisers at 25,000", "state
 * television's count was 34"; and the name behind the dash of a headline ("109 hurt - governor").
 */
final class GivenNumbers {
  /** Stances of cues that give a number as so. */
  private static final Set<String> GIVES =
      Set.of("states", "claims", "admits", "warns", "counts", "believes");

  private static final String NUMBER =
      "((?:[$\u20ac\u00a3]?\\d[\\d.,]*(?<=\\d)|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|\\w+ty|dozens|hundreds|thousands|scores|half))\\b(?:[ -](?:hundred|thousand|million|billion|lakh|crore|dozen)){0,3})";

  private static final String HEDGE =
      "(?:(?:at least|at most|more than|fewer than|less than|no more than|no fewer than|up to|as many as|about|around|some|nearly|almost|over|under|only|just) )?";
  private static final String OFTEN =
      "(?: (?:first|earlier|initially|originally|previously|later|officially|so far))?";
  private static final String NAME =
      "((?:the |an? |its |their |his |her |local |official )?\\p{L}[\\p{L}\\p{N}'\u2019-]{0,40}(?: [\\p{L}\\p{N}'\u2019-]{1,40}){0,4}?)";

  /** "Confirmed by Monday night". */
  private static final String NO_TIME =
      "(?!\\p{Lu}\\p{Ll}+day\\b|(?:January|February|March|April|May|June|July|August|September|October|November|December|then|now|noon|night|late|early|mid|dawn|dusk|nightfall|midday|midnight|lunchtime|the (?:end|time|afternoon|evening|morning))\\b)";

  /** Before a participle with "by": "the 2,000 that was first". */
  private static final Pattern PASSIVE =
      Pattern.compile(
          NUMBER
              + "(?: [\\p{L}-]+){0,3}?(?: (?:that|which))?(?: (?:was|were|had been|has been|have been))?"
              + OFTEN
              + " $");

  private static final Pattern BY =
      Pattern.compile(
          "(?: (?:earlier|first|later|on \\p{Lu}\\w+day|dead|killed|wounded|missing|hurt|injured|captured|arrested))? by "
              + NO_TIME
              + NAME
              + "(?=[,.;:)\u2014]|$| (?:and|at|on|in|as|but|while|earlier|last|this|has|have|had|is|was|were) )");

  /** Before a verb: "the 290 that police had", "not 22 as the army". */
  private static final Pattern RELATIVE =
      Pattern.compile(
          NUMBER
              + "(?: [\\p{L}-]+){0,3}? (?:that|which|(as)) "
              + NAME
              + "(?: (?:had|has|have))?"
              + OFTEN
              + " $");

  /** "Put by the police at 4,000", "and by its organisers at 25,000", "that reporters put at". */
  private static final Pattern AT =
      Pattern.compile(
          "(?:(?:(?:\\b(put|estimated|reckoned|numbered|counted)|, and|, but| and|;)(?: (?:first|variously))? by "
              + NAME
              + ")|(?:\\b(?:that|which) "
              + NAME
              + "(?: (?:had|has|have))? (put|puts|estimated|estimates|estimate|numbered)))(?: (at) | as )"
              + HEDGE
              + NUMBER);

  /** "State television's count was 34". */
  private static final Pattern OWN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])"
              + NAME
              + "['\u2019]s? (?:own |latest |official |first |initial |preliminary |provisional ){0,3}(count|tally|figure|toll|estimate|total|number)(?: [\\p{L}' -]{1,30}?)? (?:is|was|stands at|stood at|came to|comes to|ran to|reached|remained|remains|has reached|had reached) "
              + HEDGE
              + NUMBER);

  /** "A count by the university arrived at 105,000". */
  private static final Pattern MADE =
      Pattern.compile(
          "\\b(count|tally|estimate|survey|list|census)s?(?: (?:made|kept|compiled|published))? by "
              + NAME
              + "(?: (?!the |an? )[\\p{L}]+){1,4}? "
              + HEDGE
              + NUMBER);

  private static final Pattern DASH =
      Pattern.compile(" (-|\u2013|\u2014) (\\p{L}[\\p{L}'\u2019.-]*(?: [\\p{L}'\u2019.-]+){0,3})$");
  private static final Pattern COLON =
      Pattern.compile("((?:[\\p{L}'\u2019-]+ ){0,5}[\\p{L}'\u2019-]+)(:) (.*)");
  private static final int LOOK_BACK = 110;

  private GivenNumbers() {}

  /** All in a sentence; their content is the number alone. */
  static List<Said> of(Analysis analysis, Span sentence) {
    String text = analysis.text();
    List<Said> given = new ArrayList<>();
    for (Phrases.Hit<Term> hit : sentence.among(analysis.get(Layers.TERMS), Phrases.Hit::span)) {
      if (Cues.is(hit, GIVES)) {
        beside(analysis, sentence, hit.span(), given);
      }
    }
    Matcher at = AT.matcher(text).region(sentence.begin(), sentence.end());
    while (at.find()) {
      int cue = at.start(1) >= 0 ? 1 : at.start(4) >= 0 ? 4 : 5;
      int source = at.start(2) >= 0 ? 2 : 3;
      if (at.start(cue) >= 0) {
        given.add(said(at, cue, source, 6, sentence));
      }
    }
    Matcher own = OWN.matcher(text).region(sentence.begin(), sentence.end());
    boolean owned = sentence.of(text).matches("(?s)[^'\u2019]*['\u2019].*"); // cheaper than OWN
    while (owned && own.find()) {
      boolean count = !own.group(2).matches("toll|total|number"); // "the typhoon's toll"
      if (count || speaks(analysis, span(own, 1))) {
        given.add(said(own, 2, 1, 3, sentence));
      }
    }
    Matcher made = MADE.matcher(text).region(sentence.begin(), sentence.end());
    while (made.find()) {
      given.add(said(made, 1, 2, 3, sentence));
    }
    return given;
  }

  /** Whether all that is told is one number. */
  static boolean isNumber(String text, Said said) {
    return said.content().size() == 1 && said.content().get(0).of(text).matches(NUMBER);
  }

  private static void beside(Analysis analysis, Span sentence, Span cue, List<Said> given) {
    String text = analysis.text();
    int from = Math.max(sentence.begin(), cue.begin() - LOOK_BACK);
    Matcher by = BY.matcher(text).region(cue.end(), sentence.end());
    Matcher passive = PASSIVE.matcher(text).region(from, cue.begin());
    if (by.lookingAt() && passive.find()) {
      given.add(new Said(cue, List.of(span(by, 1)), List.of(span(passive, 1)), sentence));
      return;
    }
    Matcher relative = RELATIVE.matcher(text).region(from, cue.begin());
    if (relative.find() && (relative.start(2) < 0 || speaks(analysis, span(relative, 3)))) {
      given.add(new Said(cue, List.of(span(relative, 3)), List.of(span(relative, 1)), sentence));
    }
  }

  private static Said said(Matcher found, int cue, int source, int number, Span sentence) {
    return new Said(
        span(found, cue), List.of(span(found, source)), List.of(span(found, number)), sentence);
  }

  private static Span span(Matcher found, int group) {
    return new Span(found.start(group), found.end(group));
  }

  /**
   * The party behind the dash at the end of a headline, or before the colon at its beginning, as
   * the source of all the rest; or none.
   */
  static List<Said> ofHeadline(Analysis analysis, Span sentence) {
    String text = analysis.text();
    Matcher dash = DASH.matcher(text).region(sentence.begin(), sentence.end());
    if (dash.find()) {
      Span before = new Span(sentence.begin(), dash.start());
      return before.length() > 2 && speaks(analysis, span(dash, 2))
          ? List.of(new Said(span(dash, 1), List.of(span(dash, 2)), List.of(before), sentence))
          : List.of();
    }
    Matcher colon = COLON.matcher(text).region(sentence.begin(), sentence.end());
    boolean headline = !text.substring(sentence.begin(), sentence.end()).strip().endsWith(".");
    if (headline && colon.lookingAt() && speaks(analysis, span(colon, 1))) {
      return List.of(
          new Said(span(colon, 2), List.of(span(colon, 1)), List.of(span(colon, 3)), sentence));
    }
    return List.of();
  }

  /** Whether the last word of a name is that of an office or body. */
  private static boolean speaks(Analysis analysis, Span name) {
    return name.among(analysis.get(Layers.TERMS), Phrases.Hit::span).stream()
        .anyMatch(
            hit ->
                hit.span().end() == name.end()
                    && hit.values().stream()
                        .anyMatch(t -> t.kind() == Term.Kind.AGENT || t.kind() == Term.Kind.TITLE));
  }
}
