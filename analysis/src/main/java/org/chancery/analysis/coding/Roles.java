package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.Span;

/**
 * Who acts, to whom, and by which words, as the encoder tags a sentence; where it tags nobody, as
 * the names and the lexicon have it. Without any party there is no trigger either.
 */
record Roles(List<Span> actors, List<Span> recipients, List<Span> triggers) {
  private static final double LEAST_TAG = 0.25;

  Roles {
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
    triggers = List.copyOf(triggers);
  }

  static Roles of(
      Analysis analysis,
      EncoderStage.Sentence sentence,
      List<Encoded.Tagged> tags,
      List<Phrases.Hit<Term>> terms) {
    List<Span> actors = new ArrayList<>();
    List<Span> recipients = new ArrayList<>();
    List<Span> triggers = new ArrayList<>();
    List<Encoded.Tagged> names = sentence.encoded().names();
    for (Encoded.Tagged tagged : tags) {
      Span span = SpanTrimmer.trim(analysis.text(), SpanTrimmer.whole(tagged, names));
      if (span != null && !tagged.label().equals("t")) {
        span = SpanTrimmer.withNoun(analysis.text(), span, terms);
      }
      boolean setting =
          span != null && tagged.label().equals("a") && Setting.is(analysis, sentence.span(), span);
      if (span != null && !setting && tagged.probability() >= LEAST_TAG) {
        List<Span> role =
            switch (tagged.label()) {
              case "a" -> actors;
              case "r" -> recipients;
              default -> triggers;
            };
        role.add(span);
      }
    }
    List<Span> doers = Sides.joined(analysis.text(), actors);
    List<Span> others = Sides.joined(analysis.text(), recipients);
    if (doers.isEmpty() && others.isEmpty()) {
      Pairs.named(analysis, sentence.span(), doers, others);
    }
    if (doers.isEmpty() && others.isEmpty()) {
      return new Roles(List.of(), List.of(), List.of());
    }
    if (triggers.isEmpty()) {
      Pairs.lexicon(sentence.encoded(), terms, doers, others, triggers);
    }
    return new Roles(doers, others, triggers);
  }
}
