package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;

/** Who speaks, by what stands right before the word of saying. */
final class Sources {
  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'\u2019-])(?:(who|which)|(he|she|they|we|I)|you|many|others) (?:(?:also|now|then|later|once|has|have|had|\\p{L}+ly) )?$");

  private static final Pattern PASSIVE =
      Pattern.compile(
          "(?i)(?:(?:had|has|have) (?:\\p{L}+ )?)?(?:is|are|was|were|be|been|being)\\b.*|[^\\p{L}].*|according to.*|.*ly");

  private static final int NEAR = 30;

  private Sources() {}

  /**
   * A source without what lies in a quotation that the cue stands outside of and content holds:
   * "saying, 'The army is ...'".
   */
  static List<Span> outside(
      List<Span> source, Span cue, List<Span> content, List<Quotations.Quotation> quotations) {
    List<Span> kept = new ArrayList<>(source);
    for (Quotations.Quotation quotation : quotations) {
      Span span = quotation.span();
      int covered = content.stream().mapToInt(c -> Contents.shared(c, span)).sum();
      if (!span.overlaps(cue) && covered >= span.length() / 2) {
        kept.removeIf(span::contains);
      }
    }
    return kept;
  }

  /**
   * A source, that before the cue where none is known: a pronoun, "who" with the name before it, a
   * party. A pronoun there is the source whoever else is named: "the mayor smiled when he told".
   */
  static Said near(Analysis analysis, Said said) {
    List<Span> source = near(analysis, said.source(), said.cue());
    boolean own = source.stream().anyMatch(s -> said.content().stream().anyMatch(s::overlaps));
    return own || source.equals(said.source())
        ? said
        : new Said(said.cue(), source, said.content(), said.sentence());
  }

  private static List<Span> near(Analysis analysis, List<Span> source, Span cue) {
    String text = analysis.text();
    if (PASSIVE.matcher(cue.of(text)).matches()) {
      return source;
    }
    Matcher before = PRONOUN.matcher(text).region(Math.max(0, cue.begin() - NEAR), cue.begin());
    before.useTransparentBounds(true);
    List<ActorMention> parties =
        new Span(Math.max(0, cue.begin() - 2 * NEAR), cue.begin())
            .among(analysis.get(Layer.ACTORS), ActorMention::span);
    if (before.find()) {
      Span word = new Span(before.start(), text.indexOf(' ', before.start()));
      boolean known = source.stream().anyMatch(word::overlaps);
      if (known || (before.group(2) == null && !source.isEmpty())) {
        return source;
      }
      return List.of(before.group(1) == null ? word : named(parties, word));
    }
    return source.isEmpty() && Attributor.isSpeech(analysis, cue)
        ? parties.stream()
            .map(ActorMention::span)
            .filter(span -> span.end() == cue.begin() - 1)
            .limit(1)
            .toList()
        : source;
  }

  /** "who" with the party right before it. */
  private static Span named(List<ActorMention> parties, Span who) {
    return parties.stream()
        .map(ActorMention::span)
        .filter(span -> span.end() <= who.begin() && who.begin() - span.end() <= 2)
        .findFirst()
        .map(who::union)
        .orElse(who);
  }
}
