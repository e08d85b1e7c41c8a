package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.encoder.Labels;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.Span;

/** Says why an event mention was coded as it was: what a codebook author needs. */
public final class Explainer {
  private static final int SHOWN_TYPES = 5;
  private static final int SHOWN_EXAMPLES = 5;
  private final TypeReader types;
  private final Rules rules;
  private final NearestExamples nearest;

  /** Uses the coder's own parts. */
  public Explainer(Ontology ontology, Rules rules, NearestExamples nearest) {
    this.types = new TypeReader(ontology, rules, nearest);
    this.rules = rules;
    this.nearest = nearest;
  }

  /** A label with its probability by the encoder alone and after the examples were consulted. */
  public record Likelihood(String label, double encoder, double mixed) {}

  /** A rule and why it counts here. */
  public record RuleNote(Rules.Rule rule, boolean fired, String why) {}

  /** The reasons of one event mention. */
  public record Reasons(
      EventMention mention,
      List<Likelihood> types,
      List<Likelihood> modalities,
      List<NearestExamples.Neighbour> neighbours,
      List<RuleNote> rules) {}

  /** The reasons of every event mention of an analysis. */
  public List<Reasons> explain(Analysis analysis) {
    List<Reasons> all = new ArrayList<>();
    for (EventMention mention : analysis.get(Layer.EVENT_MENTIONS)) {
      for (EncoderStage.Sentence sentence : analysis.get(EncoderStage.ENCODED)) {
        if (sentence.span().equals(mention.sentence())) {
          all.add(reasons(analysis.text(), mention, sentence));
        }
      }
    }
    return all;
  }

  private Reasons reasons(String text, EventMention mention, EncoderStage.Sentence sentence) {
    Span trigger = mention.trigger().span();
    Encoded.Reading reading =
        sentence
            .encoded()
            .triple(first(mention.actors()), first(mention.recipients()), List.of(trigger));
    float[] mixed = types.types(new NearestExamples.Near(reading));
    List<RuleNote> notes = new ArrayList<>();
    String marked = Rules.marked(text, mention.sentence(), trigger);
    for (Rules.Rule rule : rules.all()) {
      if (!rule.fires(marked)) {
        continue;
      }
      boolean fired = mention.codedBy().equals("rule:" + rule.id());
      String why =
          fired
              ? "fired"
              : rule.when().contains(mention.type()) || rule.when().isEmpty()
                  ? "its pattern fits, but another rule came first"
                  : "its pattern fits, but it is for " + rule.when() + " only";
      notes.add(new RuleNote(rule, fired, why));
    }
    return new Reasons(
        mention,
        likeliest(Labels.TYPES, reading.types(), mixed),
        likeliest(Labels.MODALITIES, reading.modalities(), reading.modalities()),
        nearest.nearest(reading, SHOWN_EXAMPLES),
        notes);
  }

  private static List<Span> first(List<EventMention.Participant> side) {
    return side.isEmpty() ? List.of() : List.of(side.get(0).span());
  }

  private static List<Likelihood> likeliest(List<String> labels, float[] encoder, float[] mixed) {
    List<Likelihood> all = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      all.add(new Likelihood(labels.get(i), encoder[i], mixed[i]));
    }
    all.sort(Comparator.comparingDouble(l -> -l.mixed()));
    return all.subList(0, Math.min(SHOWN_TYPES, all.size()));
  }
}
