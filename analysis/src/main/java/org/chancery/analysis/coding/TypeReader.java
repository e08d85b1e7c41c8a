package org.chancery.analysis.coding;

import java.util.List;
import java.util.Locale;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.Labels;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.PlainText;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Modality;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Decides type, modality, mode and CAMEO code of a triple: the encoder's probabilities, the trigger
 * lexicon, the rules.
 */
final class TypeReader {
  private static final double ONE_MEANING = 0.25;
  private static final double SEVERAL_MEANINGS = 0.1;
  private static final double VOTE_WEIGHT = 0.25;
  private static final double ADDED_WEIGHT = 0.7;
  private static final double NEARLY_SAME = 0.9;
  private static final double SURE = 0.8;
  private static final int NONE = Labels.TYPES.indexOf("NONE");
  private final Ontology ontology;
  private final Rules rules;
  private final NearestExamples nearest;

  TypeReader(Ontology ontology, Rules rules, NearestExamples nearest) {
    this.ontology = ontology;
    this.rules = rules;
    this.nearest = nearest;
  }

  /**
   * The encoder's probabilities and the nearest examples' votes, mixed. Where the encoder is so
   * sure that no vote could turn it, none is taken, unless examples were added since the training:
   * one of those that is nearly the same sentence outweighs the encoder.
   */
  float[] types(NearestExamples.Near near) {
    Encoded.Reading reading = near.reading();
    float top = 0;
    for (float p : reading.types()) {
      top = Math.max(top, p);
    }
    boolean added = nearest.added() > 0;
    if (top >= SURE && !added) {
      return reading.types();
    }
    NearestExamples.Vote vote = nearest.vote(near);
    double weight = vote.addedCosine() >= NEARLY_SAME ? ADDED_WEIGHT : VOTE_WEIGHT;
    float[] mixed = new float[vote.shares().length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) ((1 - weight) * reading.types()[i] + weight * vote.shares()[i]);
    }
    return mixed;
  }

  /**
   * What was decided.
   *
   * @param probability that it is an event of this type
   * @param share of this type among the types of events
   * @param by what decided
   * @param recipientNext whether the recipient is the first party after the trigger
   * @param meanings how many types the lexicon gives the trigger
   * @param listed whether this one is among them
   * @param read the type that the encoder and the lexicon give it, before rules
   * @param near the examples that its reading is near to
   */
  record Decision(
      String type,
      String mode,
      Ontology.Cameo cameo,
      Modality modality,
      double probability,
      double share,
      String by,
      boolean recipientNext,
      int meanings,
      boolean listed,
      int read,
      NearestExamples.Near near) {}

  /** Probability that the triple is an event at all. */
  static double event(Encoded.Reading reading) {
    return 1 - reading.types()[NONE];
  }

  Decision decide(
      Encoded.Reading reading,
      PlainText plain,
      Span sentence,
      @Nullable Span trigger,
      List<Phrases.Hit<Term>> terms,
      String model) {
    Term term = trigger == null ? null : term(trigger, terms);
    NearestExamples.Near near = new NearestExamples.Near(reading);
    float[] mixed = types(near);
    double events = 0;
    for (int i = 0; i < Labels.TYPES.size(); i++) {
      events += i == NONE ? 0 : mixed[i];
    }
    List<String> meanings = term == null ? List.of() : term.values();
    double weight = meanings.isEmpty() ? 0 : meanings.size() == 1 ? ONE_MEANING : SEVERAL_MEANINGS;
    int best = 0;
    double top = -1;
    for (int i = 0; i < Labels.TYPES.size(); i++) {
      if (i == NONE) {
        continue;
      }
      double listed = meanings.contains(Labels.TYPES.get(i)) ? 1.0 / meanings.size() : 0;
      double p = (1 - weight) * mixed[i] / Math.max(events, 1e-9) + weight * listed;
      if (p > top) {
        top = p;
        best = i;
      }
    }
    String type = Labels.TYPES.get(best);
    Modality modality = modality(reading);
    String by = "model:" + model;
    Rules.Rule rule = trigger == null ? null : rules.first(plain, sentence, trigger, type);
    String mode = "";
    if (rule != null) {
      type = rule.type().isEmpty() ? type : rule.type();
      mode = rule.mode();
      modality = rule.modality() == null ? modality : rule.modality();
      by = "rule:" + rule.id();
    }
    String fixed = "";
    if (term != null && !term.values().isEmpty() && term.values().get(0).equals(type)) {
      fixed = term.cameo();
      mode = mode.isEmpty() && ontology.permits(type, term.detail()) ? term.detail() : mode;
    }
    Ontology.Cameo cameo = ontology.cameo(type, mode, fixed);
    boolean next = rule != null && rule.recipientNext();
    return new Decision(
        type,
        mode,
        cameo,
        modality,
        (1 - mixed[NONE]) * top,
        top,
        by,
        next,
        meanings.size(),
        meanings.contains(type),
        best,
        near);
  }

  /** How much a triple is like the nearest examples of the type that was decided. */
  double likeness(Decision decision) {
    return nearest.likeness(decision.near(), decision.read());
  }

  /** The same decision for another type. */
  Decision as(Decision decision, String type, String mode) {
    return new Decision(
        type,
        mode,
        ontology.cameo(type, mode, ""),
        decision.modality(),
        decision.probability(),
        decision.share(),
        decision.by(),
        decision.recipientNext(),
        decision.meanings(),
        decision.listed(),
        decision.read(),
        decision.near());
  }

  private static Modality modality(Encoded.Reading reading) {
    int best = 0;
    for (int i = 1; i < reading.modalities().length; i++) {
      best = reading.modalities()[i] > reading.modalities()[best] ? i : best;
    }
    return Modality.of(Labels.MODALITIES.get(best).toLowerCase(Locale.ROOT));
  }

  /** The longest trigger of the lexicon that shares a character with the tagged words. */
  static @Nullable Term term(Span trigger, List<Phrases.Hit<Term>> terms) {
    Term best = null;
    int longest = 0;
    for (Phrases.Hit<Term> hit : terms) {
      if (hit.span().overlaps(trigger) && hit.span().length() > longest) {
        for (Term term : hit.values()) {
          if (term.kind() == Term.Kind.TRIGGER) {
            best = term;
            longest = hit.span().length();
          }
        }
      }
    }
    return best;
  }
}
