package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;

/**
 * Who gives a second number without a verb of his own: "the police speak of 12 dead, the opposition
 * of 40", "police counted 4,000, the organisers 12,000".
 */
final class Ellipses {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?: (of|at|one of))? (?:(?:at least|at most|more than|fewer than|less than|no more than|up to|as many as|about|around|some|nearly|almost|over|under|only|just) )?((?:\\d[\\d.,]*(?<=\\d)|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|\\w+ty|dozens|hundreds|thousands))\\b(?:[ -](?:hundred|thousand|million|billion|lakh|crore|dozen)){0,3})(?=[.,;)]|$| (?:and|but|while)\\b)");

  /** Where a clause of its own begins, the last before the name. */
  private static final Pattern OPENS =
      Pattern.compile(
          "(?:[,;] (?:and |but |while |whereas )?|\\b(?:and|but|while|whereas) )(?!that |those |another )((?:the |an? |its |their |his |her )?[\\p{L}][\\p{L}\\p{N}'\u2019-]*(?: [\\p{L}\\p{N}'\u2019-]+){0,5})$");

  private static final int LOOK_BACK = 70;

  private Ellipses() {}

  /** All in a sentence; their content is the number alone. */
  static List<Said> of(Analysis analysis, Span sentence, List<Said> said) {
    String text = analysis.text();
    List<Said> found = new ArrayList<>();
    Matcher number = NUMBER.matcher(text).region(sentence.begin(), sentence.end());
    while (number.find()) {
      int from = Math.max(sentence.begin(), number.start() - LOOK_BACK);
      Matcher opens = OPENS.matcher(text).region(from, number.start());
      if (opens.find()) {
        Span name = new Span(opens.start(1), opens.end(1));
        Span cue =
            number.start(1) < 0
                ? new Span(opens.start(), opens.start() + 1)
                : new Span(number.start(1), number.end(1));
        if (speaks(analysis, name) && goesOn(text, sentence, said, name)) {
          Span content = new Span(number.start(2), number.end(2));
          found.add(new Said(cue, List.of(name), List.of(content), sentence));
        }
      }
    }
    return found;
  }

  /** Whether somebody else has told a number before in the sentence, and nobody since. */
  private static boolean goesOn(String text, Span sentence, List<Said> said, Span name) {
    boolean told =
        said.stream()
            .anyMatch(
                one ->
                    one.sentence().equals(sentence)
                        && one.cue().end() < name.begin()
                        && one.source().stream().noneMatch(name::contains)
                        && NUMERAL.matcher(text).region(one.cue().end(), name.begin()).find());
    return told && said.stream().noneMatch(one -> one.cue().overlaps(name));
  }

  private static final Pattern NUMERAL =
      Pattern.compile("\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens|\\w+teen)\\b");

  /** Whether a name ends with that of a party, an office or a body. */
  private static boolean speaks(Analysis analysis, Span name) {
    boolean term =
        name.among(analysis.get(Layers.TERMS), Phrases.Hit::span).stream()
            .anyMatch(
                hit ->
                    hit.span().end() == name.end()
                        && hit.values().stream()
                            .anyMatch(
                                t -> t.kind() == Term.Kind.AGENT || t.kind() == Term.Kind.TITLE));
    return term
        || name.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
            .anyMatch(m -> m.span().end() == name.end() && m.span().begin() >= name.begin());
  }
}
