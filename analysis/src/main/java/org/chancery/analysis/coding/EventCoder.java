package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.attribution.Speakers;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Modality;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Codes event mentions: for each trigger that the encoder tags, the actor and recipient that it
 * most probably joins, their coordinated companions, and what {@link TypeReader} decides of type
 * and modality.
 */
public final class EventCoder implements Stage {
  private static final double LEAST_EVENT = 0.4;

  private static final double LEAST_TAG = 0.25;

  /** A type less sure than this is not coded: few such rows are right. */
  private static final double LEAST_TYPE = 0.3;

  private static final Set<String> TWO_SIDED = Set.of("CONSULT", "COOPERATE");

  /** Types done towards the country where they are done, when no other recipient is told. */
  private static final Set<String> ABROAD =
      Set.of("AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "RETREAT");

  private static final Set<String> SPEECH =
      Set.of("AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE");
  private final Contexts contexts;
  private final Ontology ontology;
  private final TypeReader types;
  private final Sides sides;
  private final Rules rules;
  private final Calibration calibration;
  private final String model;

  /**
   * Uses the ontology, the rules, the examples, and the id of the model whose readings it is given.
   */
  public EventCoder(
      Codebook codebook, Ontology ontology, Rules rules, NearestExamples nearest, String model) {
    this.contexts = new Contexts(codebook);
    this.ontology = ontology;
    this.types = new TypeReader(ontology, rules, nearest);
    this.sides = new Sides(codebook);
    this.rules = rules;
    this.calibration = Calibration.of(codebook);
    this.model = model;
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(
        EncoderStage.ENCODED,
        Layers.TERMS,
        Layer.ACTORS,
        Layer.PLACES,
        Layer.TIMES,
        Layer.ATTRIBUTIONS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.EVENT_MENTIONS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<EventMention> mentions = new ArrayList<>();
    List<Phrases.Hit<Term>> all = analysis.get(Layers.TERMS);
    for (EncoderStage.Sentence sentence : analysis.get(EncoderStage.ENCODED)) {
      mentions.addAll(code(analysis, sentence, sentence.span().among(all, Phrases.Hit::span)));
    }
    return analysis.with(Layer.EVENT_MENTIONS, mentions);
  }

  private List<EventMention> code(
      Analysis analysis, EncoderStage.Sentence sentence, List<Phrases.Hit<Term>> terms) {
    Participants participants = new Participants(analysis, sentence.span());
    Circumstances circumstances = new Circumstances(analysis, sentence.span(), sentence.encoded());
    List<Span> actors = new ArrayList<>();
    List<Span> recipients = new ArrayList<>();
    List<Span> triggers = new ArrayList<>();
    for (Encoded.Tagged tagged : sentence.encoded().roles()) {
      Span span = SpanTrimmer.trim(analysis.text(), tagged.span());
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
    actors = Sides.joined(analysis.text(), actors);
    recipients = Sides.joined(analysis.text(), recipients);
    if (actors.isEmpty() && recipients.isEmpty()) {
      Pairs.named(analysis, sentence.span(), actors, recipients);
    }
    if (actors.isEmpty() && recipients.isEmpty()) {
      return List.of();
    }
    if (triggers.isEmpty()) {
      Pairs.lexicon(sentence.encoded(), terms, actors, recipients, triggers);
    }
    List<EventMention> mentions = new ArrayList<>();
    List<Coordinated.Verb> more =
        Coordinated.verbs(sentence.encoded(), analysis, sentence.span(), terms, triggers);
    more.forEach(verb -> triggers.add(verb.trigger()));
    triggers.sort(null);
    for (Span trigger : triggers) {
      Coordinated.Verb verb = Coordinated.of(trigger, more);
      List<Span> near = verb == null ? recipients : verb.recipients();
      List<Pairs.Pair> pairs = Pairs.pairs(sentence.encoded(), actors, near, trigger);
      Pairs.Pair best = sides.best(analysis.text(), pairs, trigger, participants);
      if (best.event() < LEAST_EVENT || (verb != null && !verb.bornOutBy(best.reading()))) {
        continue;
      }
      TypeReader.Decision decision =
          types.decide(best.reading(), analysis.text(), sentence.span(), trigger, terms, model);
      if (decision.probability() < LEAST_TYPE) {
        continue;
      }
      List<Span> doers = companions(analysis, best.actor(), actors, participants);
      List<Span> others = companions(analysis, best.recipient(), near, participants);
      if (decision.recipientNext()) {
        others = Pairs.next(trigger, actors, recipients, others);
      }
      others =
          told(
              analysis,
              sentence,
              trigger,
              decision.type(),
              doers,
              others,
              actors,
              near,
              participants);
      EventMention mention =
          mention(
              analysis,
              sentence.span(),
              trigger,
              doers,
              others,
              decision,
              participants,
              circumstances);
      mentions.add(mention);
      if (!SPEECH.contains(decision.type())) {
        PlaceMention place = circumstances.place(trigger, doers, others, false);
        circumstances.others(place).forEach(other -> mentions.add(mention.at(other.id())));
      }
    }
    return within(distinct(mentions));
  }

  private static List<Span> companions(
      Analysis analysis, @Nullable Span best, List<Span> side, Participants participants) {
    List<Span> group = Pairs.companions(analysis.text(), best, side);
    return Sides.named(analysis.text(), group, participants);
  }

  /** The recipients, or the party that a rule of grammar says instead. */
  private List<Span> told(
      Analysis analysis,
      EncoderStage.Sentence sentence,
      Span trigger,
      String type,
      List<Span> doers,
      List<Span> others,
      List<Span> actors,
      List<Span> recipients,
      Participants participants) {
    if (others.isEmpty() && ABROAD.contains(type)) {
      List<EventMention.Participant> parties = participants.of(doers);
      if (parties.size() == 1) {
        return Sides.abroad(analysis, sentence.span(), trigger, parties);
      }
    }
    int after = rules.recipientAfter(analysis.text(), sentence.span(), trigger, type);
    if (after < 0) {
      return others;
    }
    List<Span> known = new ArrayList<>(actors);
    known.addAll(recipients);
    Span party = sides.at(analysis.text(), after, known);
    if (party == null) {
      known.clear();
      sentence
          .span()
          .among(analysis.get(Layer.ACTORS), ActorMention::span)
          .forEach(m -> known.add(m.span()));
      sentence
          .span()
          .among(analysis.get(Layer.PLACES), PlaceMention::span)
          .forEach(m -> known.add(m.span()));
      party = sides.at(analysis.text(), after, known);
    }
    return party == null || doers.contains(party)
        ? others
        : Pairs.companions(analysis.text(), party, known);
  }

  /** Of mentions of one sentence with the same type and parties, the surest. */
  private static List<EventMention> distinct(List<EventMention> mentions) {
    Map<List<Object>, EventMention> kept = new LinkedHashMap<>();
    for (EventMention mention : mentions) {
      kept.merge(
          List.of(
              mention.type(),
              spans(mention.actors()),
              spans(mention.recipients()),
              String.valueOf(mention.place())),
          mention,
          (a, b) -> b.confidence() > a.confidence() ? b : a);
    }
    return List.copyOf(kept.values());
  }

  private static List<Span> spans(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::span).toList();
  }

  private EventMention mention(
      Analysis analysis,
      Span sentence,
      Span trigger,
      List<Span> doers,
      List<Span> others,
      TypeReader.Decision decision,
      Participants participants,
      Circumstances circumstances) {
    List<EventMention.Participant> actors = participants.of(doers);
    List<EventMention.Participant> recipients = participants.of(others);
    if (TWO_SIDED.contains(decision.type())
        && Participants.between(analysis.text(), trigger, recipients)) {
      actors = Participants.side(recipients, true);
      recipients = Participants.side(recipients, false);
    } else if (TWO_SIDED.contains(decision.type()) && recipients.isEmpty() && actors.size() > 1) {
      recipients = Participants.side(actors, false); // "the two ministers met"
      actors = Participants.side(actors, true);
    }
    String id =
        Ids.of(
            "em",
            analysis.document().id(),
            trigger.begin(),
            trigger.end(),
            decision.type(),
            doers,
            others);
    String attribution = Speakers.of(analysis, trigger);
    PlaceMention place =
        circumstances.place(trigger, doers, others, SPEECH.contains(decision.type()));
    double confidence = Math.round(calibration.confidence(decision.probability()) * 1000) / 1000.0;
    return new EventMention(
        id,
        decision.type(),
        decision.mode().isEmpty() ? null : decision.mode(),
        contexts.of(analysis.text(), sentence),
        decision.cameo().code(),
        ontology.quad(decision.type()),
        decision.cameo().goldstein(),
        decision.modality(),
        actors,
        recipients,
        TWO_SIDED.contains(decision.type()),
        new EventMention.Trigger(trigger, trigger.of(analysis.text())),
        sentence,
        circumstances.time(trigger),
        place == null ? null : place.id(),
        attribution,
        null,
        confidence,
        decision.by());
  }

  /** Content of a speech act that did not happen stands within the speech act before it. */
  private static List<EventMention> within(List<EventMention> mentions) {
    List<EventMention> tied = new ArrayList<>();
    EventMention speech = null;
    for (EventMention m : mentions) {
      boolean content = m.modality() != Modality.HAPPENED && m.modality() != Modality.ONGOING;
      if (speech != null && content) {
        tied.add(m.within(speech.id()));
      } else {
        tied.add(m);
        speech = SPEECH.contains(m.type()) ? m : speech;
      }
    }
    return tied;
  }
}
