package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.PlainText;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;

/** To whom a deed is done, where grammar says it and the encoder does not. */
final class Recipients {
  /** Types done towards the country where they are done, when no other recipient is told. */
  private static final Set<String> ABROAD =
      Set.of("AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "RETREAT");

  private final Sides sides;
  private final Rules rules;

  Recipients(Sides sides, Rules rules) {
    this.sides = sides;
    this.rules = rules;
  }

  /** The recipients, or the party that a rule of grammar says instead. */
  List<Span> told(
      Analysis analysis,
      PlainText plain,
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
    int after = rules.recipientAfter(plain, sentence.span(), trigger, type);
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
}
