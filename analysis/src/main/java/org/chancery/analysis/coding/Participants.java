package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention.Participant;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Ties tagged spans of one sentence to the actor mentions that they cover. */
final class Participants {
  private static final Pattern OF = Pattern.compile("(?: of| from)?(?: the)?(?: [\\p{L}-]+){0,2} ");
  private static final Pattern OWNED = Pattern.compile("['\u2019]s?(?: \\p{Ll}[\\p{L}-]+){0,3} ");
  private static final Pattern APPOSED = Pattern.compile(", (?:the |an? |all |both )?");
  private static final Set<String> OF_STATE = Set.of("GOV", "JUD", "LEG", "COP");
  private final Analysis analysis;
  private final Span sentence;

  Participants(Analysis analysis, Span sentence) {
    this.analysis = analysis;
    this.sentence = sentence;
  }

  List<Participant> of(List<Span> spans) {
    List<Participant> participants = new ArrayList<>();
    for (Span span : spans) {
      participants.addAll(of(span));
    }
    return participants;
  }

  /** A party, or the members of several named by one expression ("the two ministers"). */
  private List<Participant> of(Span span) {
    List<ActorMention> inside =
        sentence.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
            .filter(mention -> mention.span().overlaps(span))
            .toList();
    ActorMention best = head(inside);
    if (best == null || best.actor() == null) {
      ActorMention appositive = appositive(span);
      best = appositive == null ? best : appositive;
    }
    String text = span.of(analysis.text());
    Actor actor = best == null ? null : best.actor();
    String id = best == null ? null : best.id();
    if (actor != null && !actor.members().isEmpty()) {
      return actor.members().stream()
          .map(member -> new Participant(id, span, text, member.code()))
          .toList();
    }
    return List.of(new Participant(id, span, text, code(actor, span)));
  }

  /**
   * The code of a party; of nobody known, or of a body of a state, with the country named there.
   */
  private String code(@Nullable Actor actor, Span span) {
    if (actor == null || actor.code().equals(Actor.UNKNOWN_CODE)) {
      return country(span);
    }
    if (actor.country() == null && OF_STATE.containsAll(actor.sectors())) {
      String country = country(span);
      return country.equals(Actor.UNKNOWN_CODE) ? actor.code() : country + " " + actor.code();
    }
    return actor.code();
  }

  /**
   * Of the mentions in a span the first that is resolved, which is mostly the head ("a convoy in
   * Peru"); of owners the owned ("the junta's Ardovian army"); where it has no country, the group
   * that it is of ("gunmen of the M23"), or who they are ("two men, officers of the army of Peru").
   */
  private @Nullable ActorMention head(List<ActorMention> inside) {
    ActorMention first = null;
    for (ActorMention mention : inside) {
      if (first == null || (first.actor() == null && mention.actor() != null)) {
        first = mention;
      } else if (first.actor() != null
          && mention.actor() != null
          && first.span().end() <= mention.span().begin()) {
        if (between(first, mention, OWNED)) {
          first = mention;
        } else if (nameless(first)
            && mention.actor().country() != null
            && between(first, mention, APPOSED)) {
          return mention;
        } else if (nameless(first)
            && mention.actor().country() != null
            && !mention.actor().sectors().equals(List.of("GOV"))
            && between(first, mention, OF)) {
          return mention;
        }
      }
    }
    return first;
  }

  private boolean between(ActorMention one, ActorMention other, Pattern gap) {
    return gap.matcher(analysis.text()).region(one.span().end(), other.span().begin()).matches();
  }

  private static boolean nameless(ActorMention mention) {
    Actor actor = mention.actor();
    return actor != null
        && actor.country() == null
        && actor.members().isEmpty()
        && (mention.form() == ActorMention.Form.NOMINAL || actor.id().startsWith("people:"));
  }

  /** The party just before words that say more of it ("Ardovia, friend of the oppressed,"). */
  private @Nullable ActorMention appositive(Span span) {
    for (ActorMention mention : sentence.among(analysis.get(Layer.ACTORS), ActorMention::span)) {
      if (mention.actor() != null
          && mention.span().end() < span.begin()
          && Sides.APPOSED
              .matcher(analysis.text())
              .region(mention.span().end(), span.begin())
              .matches()) {
        return mention;
      }
    }
    return null;
  }

  /** The country named inside words that are no mention, with no sector; unknown otherwise. */
  String country(Span span) {
    for (Phrases.Hit<Name> hit : sentence.among(analysis.get(Layers.NAMES), Phrases.Hit::span)) {
      String country = hit.values().get(0).country();
      boolean qualifies =
          hit.span().end() < analysis.text().length()
              && analysis.text().charAt(hit.span().end()) == '-'; // "US-backed"
      if (span.contains(hit.span())
          && !qualifies
          && country != null
          && hit.values().get(0).kind() != Name.Kind.PLACE) {
        return country;
      }
    }
    for (PlaceMention place : sentence.among(analysis.get(Layer.PLACES), PlaceMention::span)) {
      if (span.contains(place.span())
          && 2 * place.span().length() >= span.length() // the span is a place, not somebody in it
          && place.country() != null) {
        return place.country();
      }
    }
    return Actor.UNKNOWN_CODE;
  }

  /** Whether a span is the bare name of a state or of its seat of power. */
  boolean isState(Span span) {
    return sentence.among(analysis.get(Layers.NAMES), Phrases.Hit::span).stream()
        .filter(hit -> hit.span().equals(span))
        .map(hit -> hit.values().get(0).kind())
        .anyMatch(kind -> kind == Name.Kind.COUNTRY || kind == Name.Kind.METONYM);
  }

  /** Whether all parties of a meeting stand after its noun: "talks between A and B". */
  static boolean between(String text, Span trigger, List<Participant> parties) {
    if (parties.size() < 2 || parties.get(0).span().begin() < trigger.end()) {
      return false;
    }
    String gap = text.substring(trigger.end(), parties.get(0).span().begin());
    return gap.length() < 60 && gap.matches("(?s).*\\bbetween(?: the)? ");
  }

  /** Of parties after "between": those that are the first one by another name, or the others. */
  static List<Participant> side(List<Participant> parties, boolean first) {
    String code = parties.get(0).code();
    List<Participant> same = new ArrayList<>();
    List<Participant> others = new ArrayList<>();
    for (Participant party : parties) {
      boolean leads = party.code().equals(code) && !code.equals(Actor.UNKNOWN_CODE);
      (leads || same.isEmpty() ? same : others).add(party);
    }
    if (others.isEmpty()) { // two parties of one country
      return first ? parties.subList(0, 1) : parties.subList(1, parties.size());
    }
    return first ? same : others;
  }
}
