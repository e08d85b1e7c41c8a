package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Attribution;
import org.chancery.core.EventMention;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Modality;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.chancery.core.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Codes event mentions: for each trigger that the encoder tags, the actor and recipient that it
 * most probably joins, their coordinated companions, and what {@link TypeReader} decides of type
 * and modality.
 */
public final class EventCoder implements Stage {
  private static final double LEAST_EVENT = 0.4;

  /** What a word piece between party and trigger takes off a pair's score. */
  private static final double DISTANCE = 0.008;

  private static final double LEAST_TAG = 0.25;
  private static final Pattern COORDINATION =
      Pattern.compile(
          "(?:,| and| or| as well as| along with| together with|, and| &)+ (?:the |a |an |his |her |its |their |both )?");
  private static final String SAID_SHOULD = "rule:type-said-should";
  private static final Set<String> TWO_SIDED = Set.of("CONSULT", "COOPERATE");
  private static final Set<String> SPEECH =
      Set.of("AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE");
  private final Contexts contexts;
  private final Ontology ontology;
  private final TypeReader types;
  private final String model;

  /**
   * Uses the ontology, the rules, the examples, and the id of the model whose readings it is given.
   */
  public EventCoder(
      Codebook codebook, Ontology ontology, Rules rules, NearestExamples nearest, String model) {
    this.contexts = new Contexts(codebook);
    this.ontology = ontology;
    this.types = new TypeReader(ontology, rules, nearest);
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

  private record Pair(
      @Nullable Span actor,
      @Nullable Span recipient,
      Encoded.Reading reading,
      double event,
      double score) {}

  @Override
  public Analysis apply(Analysis analysis) {
    List<EventMention> mentions = new ArrayList<>();
    List<Phrases.Hit<Term>> all = analysis.get(Layers.TERMS);
    Participants participants = new Participants(analysis);
    int at = 0;
    for (EncoderStage.Sentence sentence : analysis.get(EncoderStage.ENCODED)) {
      List<Phrases.Hit<Term>> terms = new ArrayList<>();
      for (; at < all.size() && all.get(at).span().begin() < sentence.span().end(); at++) {
        if (all.get(at).span().begin() >= sentence.span().begin()) {
          terms.add(all.get(at));
        }
      }
      mentions.addAll(code(analysis, sentence, terms, participants));
    }
    return analysis.with(Layer.EVENT_MENTIONS, mentions);
  }

  private List<EventMention> code(
      Analysis analysis,
      EncoderStage.Sentence sentence,
      List<Phrases.Hit<Term>> terms,
      Participants participants) {
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
    if (actors.isEmpty() && recipients.isEmpty()) {
      named(analysis, sentence.span(), actors, recipients);
    }
    if (actors.isEmpty() && recipients.isEmpty()) {
      return List.of();
    }
    if (triggers.isEmpty()) {
      lexicon(sentence.encoded(), terms, actors, recipients, triggers);
    }
    List<EventMention> mentions = new ArrayList<>();
    List<Coordinated.Verb> more =
        Coordinated.verbs(sentence.encoded(), analysis, sentence.span(), terms, triggers);
    more.forEach(verb -> triggers.add(verb.trigger()));
    triggers.sort(null);
    for (Span trigger : triggers) {
      Coordinated.Verb verb = Coordinated.of(trigger, more);
      List<Span> near = verb == null ? recipients : verb.recipients();
      List<Pair> pairs = pairs(sentence.encoded(), actors, near, trigger);
      Pair best = pairs.get(0);
      if (best.event < LEAST_EVENT || (verb != null && !verb.bornOutBy(best.reading))) {
        continue;
      }
      TypeReader.Decision decision =
          types.decide(best.reading, analysis.text(), sentence.span(), trigger, terms, model);
      List<Span> doers = companions(analysis.text(), best.actor, actors);
      List<Span> others = companions(analysis.text(), best.recipient, near);
      if (decision.by().equals(SAID_SHOULD)) {
        others = subjectOfClause(trigger, actors, recipients, others);
      }
      mentions.add(
          mention(analysis, sentence.span(), trigger, doers, others, decision, participants));
    }
    return within(distinct(mentions));
  }

  /**
   * Where no party is tagged, as in the shortest sentences: the first party named, and the others.
   */
  private static void named(
      Analysis analysis, Span sentence, List<Span> actors, List<Span> recipients) {
    List<Span> parties =
        analysis.get(Layer.ACTORS).stream()
            .filter(m -> m.actor() != null && m.form() != ActorMention.Form.PRONOUN)
            .map(ActorMention::span)
            .filter(sentence::contains)
            .toList();
    if (parties.size() >= 2) {
      actors.add(parties.get(0));
      recipients.addAll(parties.subList(1, parties.size()));
    }
  }

  /** "A said that B should": B, the first party named after the verb, is who is asked. */
  private static List<Span> subjectOfClause(
      Span verb, List<Span> actors, List<Span> recipients, List<Span> otherwise) {
    return Stream.concat(actors.stream(), recipients.stream())
        .filter(span -> span.begin() >= verb.end())
        .min(Comparator.naturalOrder())
        .map(List::of)
        .orElse(otherwise);
  }

  /** Of mentions of one sentence with the same type and parties, the surest. */
  private static List<EventMention> distinct(List<EventMention> mentions) {
    Map<List<Object>, EventMention> kept = new LinkedHashMap<>();
    for (EventMention mention : mentions) {
      kept.merge(
          List.of(mention.type(), spans(mention.actors()), spans(mention.recipients())),
          mention,
          (a, b) -> b.confidence() > a.confidence() ? b : a);
    }
    return List.copyOf(kept.values());
  }

  private static List<Span> spans(List<EventMention.Participant> side) {
    return side.stream().map(EventMention.Participant::span).toList();
  }

  /** Where no trigger is tagged, the lexicon's trigger that is nearest to the parties, if any. */
  private static void lexicon(
      Encoded encoded,
      List<Phrases.Hit<Term>> terms,
      List<Span> actors,
      List<Span> recipients,
      List<Span> triggers) {
    List<Span> parties = new ArrayList<>(actors);
    parties.addAll(recipients);
    terms.stream()
        .filter(hit -> hit.values().stream().anyMatch(t -> t.kind() == Term.Kind.TRIGGER))
        .map(Phrases.Hit::span)
        .filter(span -> parties.stream().noneMatch(p -> p.overlaps(span)))
        .min(
            Comparator.comparingInt(
                span -> parties.stream().mapToInt(p -> encoded.gap(p, span)).sum()))
        .ifPresent(triggers::add);
  }

  /** All pairs for a trigger, best first; a missing side is null. */
  private static List<Pair> pairs(
      Encoded encoded, List<Span> actors, List<Span> recipients, Span trigger) {
    List<Pair> pairs = new ArrayList<>();
    List<@Nullable Span> doers = orMissing(actors);
    List<@Nullable Span> others = orMissing(recipients);
    for (Span doer : doers) {
      for (Span other : others) {
        Encoded.Reading reading = encoded.triple(list(doer), list(other), List.of(trigger));
        int gap =
            (doer == null ? 0 : encoded.gap(doer, trigger))
                + (other == null ? 0 : encoded.gap(other, trigger));
        pairs.add(
            new Pair(
                doer,
                other,
                reading,
                TypeReader.event(reading),
                TypeReader.event(reading) - gap * DISTANCE));
      }
    }
    pairs.sort(Comparator.comparingDouble(pair -> -pair.score));
    return pairs;
  }

  private static List<@Nullable Span> orMissing(List<Span> spans) {
    List<@Nullable Span> all = new ArrayList<>(spans);
    if (all.isEmpty()) {
      all.add(null);
    }
    return all;
  }

  private static List<Span> list(@Nullable Span span) {
    return span == null ? List.of() : List.of(span);
  }

  /** The best pair's span of a side and the spans that are coordinated with it. */
  private static List<Span> companions(String text, @Nullable Span best, List<Span> side) {
    List<Span> group = new ArrayList<>();
    if (best == null) {
      return group;
    }
    List<Span> sorted = new ArrayList<>(side);
    sorted.sort(null);
    for (Span span : sorted) {
      boolean joins =
          !group.isEmpty()
              && COORDINATION
                  .matcher(
                      text.substring(
                          Math.min(group.get(group.size() - 1).end(), span.begin()), span.begin()))
                  .matches();
      if (!joins && group.contains(best)) {
        break;
      }
      if (!joins) {
        group.clear();
      }
      group.add(span);
    }
    return group;
  }

  private EventMention mention(
      Analysis analysis,
      Span sentence,
      Span trigger,
      List<Span> doers,
      List<Span> others,
      TypeReader.Decision decision,
      Participants participants) {
    List<EventMention.Participant> actors = participants.of(doers);
    List<EventMention.Participant> recipients = participants.of(others);
    if (TWO_SIDED.contains(decision.type())
        && Participants.between(analysis.text(), trigger, recipients)) {
      actors = Participants.side(recipients, true);
      recipients = Participants.side(recipients, false);
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
    String attribution = EventMention.NARRATOR;
    for (Attribution candidate : analysis.get(Layer.ATTRIBUTIONS)) {
      if (candidate.content().stream().anyMatch(span -> span.contains(trigger))) {
        attribution = candidate.id();
      }
    }
    PlaceMention place = place(analysis, sentence, trigger, doers, others);
    double confidence =
        Math.max(0, Math.min(1, Math.round(decision.probability() * 1000) / 1000.0));
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
        time(analysis, sentence),
        place == null ? null : place.id(),
        attribution,
        null,
        confidence,
        decision.by());
  }

  /** The first place of the sentence that is no party, after the trigger if there is one there. */
  private static @Nullable PlaceMention place(
      Analysis analysis, Span sentence, Span trigger, List<Span> doers, List<Span> others) {
    PlaceMention best = null;
    for (PlaceMention place : analysis.get(Layer.PLACES)) {
      boolean party =
          doers.stream().anyMatch(place.span()::overlaps)
              || others.stream().anyMatch(place.span()::overlaps);
      if (sentence.contains(place.span()) && !party && place.confidence() >= 0.9) {
        if (best == null
            || (best.span().end() <= trigger.begin() && place.span().begin() >= trigger.end())) {
          best = place;
        }
      }
    }
    return best;
  }

  private static EventMention.@Nullable EventTime time(Analysis analysis, Span sentence) {
    for (TimeMention time : analysis.get(Layer.TIMES)) {
      if (sentence.contains(time.span())) {
        return new EventMention.EventTime(time.value(), time.precision(), time.span());
      }
    }
    String published = analysis.document().published();
    return published == null
        ? null
        : new EventMention.EventTime(
            published.substring(0, Math.min(10, published.length())), "before-publication", null);
  }

  /** Content of a speech act that did not happen stands within the speech act before it. */
  private static List<EventMention> within(List<EventMention> mentions) {
    List<EventMention> tied = new ArrayList<>();
    EventMention speech = null;
    for (EventMention m : mentions) {
      boolean content = m.modality() != Modality.HAPPENED && m.modality() != Modality.ONGOING;
      if (speech != null && content) {
        tied.add(
            new EventMention(
                m.id(),
                m.type(),
                m.mode(),
                m.contexts(),
                m.cameo(),
                m.quadClass(),
                m.goldstein(),
                m.modality(),
                m.actors(),
                m.recipients(),
                m.symmetric(),
                m.trigger(),
                m.sentence(),
                m.time(),
                m.place(),
                m.attribution(),
                speech.id(),
                m.confidence(),
                m.codedBy()));
      } else {
        tied.add(m);
        speech = SPEECH.contains(m.type()) ? m : speech;
      }
    }
    return tied;
  }
}
