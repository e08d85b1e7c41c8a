package org.chancery.analysis.coding;

import java.util.List;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Analysis;
import org.chancery.core.Span;

/** Tells the name of where something happens from the name of who does it. */
final class Setting {
  private static final Pattern IN =
      Pattern.compile(".*\\b(?:in|at|near|outside|inside|across)\\s(?:the\\s)?", Pattern.DOTALL);
  private static final Pattern CITY =
      Pattern.compile(".*\\b\\p{Lu}[\\p{L}.'-]+,\\s", Pattern.DOTALL);

  private Setting() {}

  /**
   * Whether a span is the bare name of a place after "in", or of a country after its city ("Banjul,
   * Gambia").
   */
  static boolean is(Analysis analysis, Span sentence, Span span) {
    List<Phrases.Hit<Name>> names = sentence.among(analysis.get(Layers.NAMES), Phrases.Hit::span);
    for (Phrases.Hit<Name> hit : names) {
      Name.Kind kind = hit.values().get(0).kind();
      boolean place =
          kind == Name.Kind.COUNTRY || kind == Name.Kind.METONYM || kind == Name.Kind.PLACE;
      if (place && hit.span().equals(span)) {
        String before =
            analysis.text().substring(Math.max(sentence.begin(), span.begin() - 40), span.begin());
        return IN.matcher(before).matches()
            || (CITY.matcher(before).matches() && cityBefore(names, span));
      }
    }
    return false;
  }

  private static boolean cityBefore(List<Phrases.Hit<Name>> names, Span span) {
    return names.stream()
        .anyMatch(
            hit ->
                hit.span().end() == span.begin() - 2
                    && hit.values().get(0).kind() != Name.Kind.PERSON);
  }
}
