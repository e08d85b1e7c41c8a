package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.Labels;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Further verbs of a subject that the tagger passed over ("thanked X and requested Y's help"):
 * words of the lexicon with one meaning that follow "and", a comma or a possessive, with the
 * parties named just after them.
 */
final class Coordinated {
  private static final Pattern JOINED =
      Pattern.compile(".*(?:\\band (?:also |then |again )?|, |['\u2019]s )", Pattern.DOTALL);
  private static final int REACH = 16;
  private static final double LEAST_TYPE = 0.01;

  /** What is somebody's ("Cairo's assistance") is mostly asked for or spoken of, not done. */
  private static final double LEAST_TYPE_OF_NOUN = 0.05;

  private Coordinated() {}

  /** A verb, what it means, and who may be its recipients. */
  record Verb(Span trigger, String type, List<Span> recipients, double least) {
    /** Whether the encoder gives the verb's meaning some weight too. */
    boolean bornOutBy(Encoded.Reading reading) {
      return reading.types()[Labels.TYPES.indexOf(type)] >= least;
    }
  }

  static List<Verb> verbs(
      Encoded encoded,
      Analysis analysis,
      Span sentence,
      List<Phrases.Hit<Term>> terms,
      List<Span> triggers) {
    List<Verb> verbs = new ArrayList<>();
    int end = -1;
    for (Phrases.Hit<Term> hit : terms) {
      Span span = hit.span();
      if (span.begin() < end
          || !encoded.isRead(span)
          || triggers.stream().anyMatch(span::overlaps)) {
        continue;
      }
      String before =
          analysis.text().substring(Math.max(sentence.begin(), span.begin() - 12), span.begin());
      if (!JOINED.matcher(before).matches()) {
        continue;
      }
      for (Term term : hit.values()) {
        if (term.kind() == Term.Kind.TRIGGER
            && term.values().size() == 1
            && Labels.TYPES.contains(term.values().get(0))) {
          double least = before.endsWith("s ") ? LEAST_TYPE_OF_NOUN : LEAST_TYPE;
          List<Span> recipients = after(encoded, analysis, sentence, span);
          verbs.add(new Verb(span, term.values().get(0), recipients, least));
          end = span.end();
          break;
        }
      }
    }
    return verbs;
  }

  static @Nullable Verb of(Span trigger, List<Verb> verbs) {
    return verbs.stream().filter(verb -> verb.trigger().equals(trigger)).findFirst().orElse(null);
  }

  private static List<Span> after(Encoded encoded, Analysis analysis, Span sentence, Span trigger) {
    return sentence.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
        .filter(mention -> mention.form() != ActorMention.Form.PRONOUN)
        .map(ActorMention::span)
        .filter(span -> span.begin() >= trigger.end() && encoded.gap(trigger, span) <= REACH)
        .toList();
  }
}
