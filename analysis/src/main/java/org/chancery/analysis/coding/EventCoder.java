package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.chancery.analysis.attribution.Speakers;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.PlainText;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
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
  private static final double LEAST_EVENT = 0.3;

  /** A type less sure than this is not thought of. */
  private static final double LEAST_TYPE = 0.2;

  /** Every mention that was thought of, with the evidence for it. */
  public static final Layer<Evidence> EVIDENCE = new Layer<>("evidence");

  private static final Set<String> TWO_SIDED = Set.of("CONSULT", "COOPERATE");

  private static final Set<String> SPEECH =
      Set.of("AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE");
  private final Contexts contexts;
  private final Ontology ontology;
  private final TypeReader types;
  private final Sides sides;
  private final NoParty noParty;
  private final Recipients recipientsOf;
  private final LoadedDeeds loaded;
  private final Confidence confidence;
  private final LongAdder unsure = new LongAdder();
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
    this.noParty = new NoParty(codebook);
    this.recipientsOf = new Recipients(sides, rules);
    this.loaded = new LoadedDeeds(codebook);
    this.confidence = Confidence.of(codebook);
    this.model = model;
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(
        EncoderStage.ENCODED,
        Layers.TERMS,
        Layers.LOADED,
        Layer.SENTENCES,
        Layer.ACTORS,
        Layer.PLACES,
        Layer.TIMES,
        Layer.ATTRIBUTIONS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(EVIDENCE, Layer.EVENT_MENTIONS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Phrases.Hit<Term>> all = analysis.get(Layers.TERMS);
    EvidenceReader.Parties parties = EvidenceReader.Parties.in(analysis.get(Layer.ACTORS));
    PlainText plain = new PlainText(analysis.text(), analysis.get(Layers.LOADED));
    List<EventMention> mentions = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (EncoderStage.Sentence sentence : analysis.get(EncoderStage.ENCODED)) {
      List<Evidence> found =
          code(analysis, plain, sentence, parties, sentence.span().among(all, Phrases.Hit::span));
      evidence.addAll(found);
      unsure.add(found.stream().filter(one -> !one.kept()).count());
      List<EventMention> kept =
          found.stream().filter(Evidence::kept).map(Evidence::mention).toList();
      mentions.addAll(OneSentence.of(kept, SPEECH));
    }
    return analysis.with(EVIDENCE, evidence).with(Layer.EVENT_MENTIONS, mentions);
  }

  /** How many mentions were left out so far because they were too unsure. */
  public long unsure() {
    return unsure.sum();
  }

  private List<Evidence> code(
      Analysis analysis,
      PlainText plain,
      EncoderStage.Sentence sentence,
      EvidenceReader.Parties parties,
      List<Phrases.Hit<Term>> terms) {
    Participants participants = new Participants(analysis, sentence.span());
    Circumstances circumstances = new Circumstances(analysis, sentence.span(), sentence.encoded());
    List<Encoded.Tagged> tags = sentence.encoded().roles();
    Roles roles = Roles.of(analysis, sentence, tags, terms);
    List<Span> actors = noParty.doers(analysis, sentence.span(), roles.actors());
    List<Span> recipients = roles.recipients();
    List<Evidence> found = new ArrayList<>();
    EvidenceReader evidence = new EvidenceReader(sentence.encoded(), tags, parties);
    int sentences = analysis.get(Layer.SENTENCES).size();
    List<Coordinated.Verb> more =
        Coordinated.verbs(sentence.encoded(), analysis, sentence.span(), terms, roles.triggers());
    List<Span> triggers = new ArrayList<>(roles.triggers());
    more.forEach(verb -> triggers.add(verb.trigger()));
    triggers.sort(null);
    for (Span trigger : triggers) {
      Coordinated.Verb verb = Coordinated.of(trigger, more);
      List<Span> near =
          NextVerb.without(
              analysis.text(), trigger, verb == null ? recipients : verb.recipients(), triggers);
      if (noParty.isInterview(analysis, sentence.span(), trigger, near)) {
        continue;
      }
      near = noParty.without(analysis, sentence.span(), trigger, near);
      List<Span> subjects = noParty.doersOf(analysis.text(), trigger, actors);
      List<Pairs.Pair> pairs = Pairs.pairs(sentence.encoded(), subjects, near, trigger);
      Pairs.Pair best = sides.best(analysis.text(), pairs, trigger, participants);
      if (best.event() < LEAST_EVENT || (verb != null && !verb.bornOutBy(best.reading()))) {
        continue;
      }
      TypeReader.Decision decision =
          types.decide(best.reading(), plain, sentence.span(), trigger, terms, model);
      if (decision.probability() < LEAST_TYPE) {
        continue;
      }
      List<Span> doers = companions(analysis, best.actor(), actors, participants);
      Row deed = loaded.deed(analysis.text(), trigger, participants.of(doers));
      if (deed != null) {
        decision = types.as(decision, deed.get("type"), deed.get("mode"));
      }
      List<Span> others = companions(analysis, best.recipient(), near, participants);
      if (decision.recipientNext()) {
        others = Pairs.next(trigger, actors, recipients, others);
      }
      others =
          recipientsOf.told(
              analysis,
              plain,
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
      Map<String, Double> values =
          evidence.of(
              mention, best, decision, types.likeness(decision), actors.size() + recipients.size());
      double sure = Math.round(confidence.of(values, sentences) * 1000) / 1000.0;
      boolean kept = sure >= confidence.least(values, sentences);
      found.add(new Evidence(mention.sure(sure), values, kept));
      if (!SPEECH.contains(decision.type())) {
        PlaceMention place = circumstances.place(trigger, doers, others, false);
        circumstances
            .others(place)
            .forEach(
                other -> found.add(new Evidence(mention.sure(sure).at(other.id()), values, kept)));
      }
    }
    return found;
  }

  private static List<Span> companions(
      Analysis analysis, @Nullable Span best, List<Span> side, Participants participants) {
    List<Span> group = Pairs.companions(analysis.text(), best, side);
    return Sides.named(analysis.text(), group, participants);
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
    String type = decision.type();
    List<EventMention.Participant> actors =
        loaded.states(participants.of(doers), type, participants);
    List<EventMention.Participant> recipients =
        loaded.states(participants.of(others), type, participants);
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
        decision.probability(),
        decision.by());
  }
}
