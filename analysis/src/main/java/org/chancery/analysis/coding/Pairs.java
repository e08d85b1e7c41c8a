package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who may be joined by a trigger: pairs of tagged parties, their companions, and what to do where
 * no tag helps.
 */
final class Pairs {
  private static final Pattern COORDINATION =
      Pattern.compile(
          "(?:,| and| or| as well as| along with| together with|, and| &){1,3} (?:the |a |an |his |her |its |their |both )?");

  /** What a word piece between party and trigger takes off a pair's score. */
  private static final double DISTANCE = 0.008;

  /** What leaving out a side that somebody is tagged for takes off a pair's score. */
  private static final double LEFT_OUT = 0.2;

  private Pairs() {}

  /** A doer and another for a trigger, what the encoder reads of them, and how they compare. */
  record Pair(
      @Nullable Span actor,
      @Nullable Span recipient,
      Encoded.Reading reading,
      double event,
      double score) {}

  /** Where no trigger is tagged, the lexicon's trigger that is nearest to the parties, if any. */
  static void lexicon(
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
  static List<Pair> pairs(Encoded encoded, List<Span> actors, List<Span> recipients, Span trigger) {
    List<Pair> pairs = new ArrayList<>();
    List<@Nullable Span> doers = orMissing(actors);
    List<@Nullable Span> others = orMissing(recipients);
    for (Span doer : doers) {
      for (Span other : others) {
        if (doer == null && other == null && doers.size() + others.size() > 2) {
          continue;
        }
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
                TypeReader.event(reading)
                    - gap * DISTANCE
                    - (doer == null && !actors.isEmpty() ? LEFT_OUT : 0)
                    - (other == null && !recipients.isEmpty() ? LEFT_OUT : 0)));
      }
    }
    pairs.sort(Comparator.comparingDouble(pair -> -pair.score));
    return pairs;
  }

  private static List<@Nullable Span> orMissing(List<Span> spans) {
    List<@Nullable Span> all = new ArrayList<>(spans);
    all.add(null);
    return all;
  }

  private static List<Span> list(@Nullable Span span) {
    return span == null ? List.of() : List.of(span);
  }

  /** The best pair's span of a side and the spans that are coordinated with it. */
  static List<Span> companions(String text, @Nullable Span best, List<Span> side) {
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

  /**
   * Where no party is tagged, as in the shortest sentences: the first party named, and the others.
   */
  static void named(Analysis analysis, Span sentence, List<Span> actors, List<Span> recipients) {
    List<Span> parties =
        sentence.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
            .filter(m -> m.actor() != null && m.form() != ActorMention.Form.PRONOUN)
            .map(ActorMention::span)
            .toList();
    if (parties.size() >= 2) {
      actors.add(parties.get(0));
      recipients.addAll(parties.subList(1, parties.size()));
    }
  }

  /** The first party that is tagged after the trigger, or what there is otherwise. */
  static List<Span> next(
      Span verb, List<Span> actors, List<Span> recipients, List<Span> otherwise) {
    return Stream.concat(actors.stream(), recipients.stream())
        .filter(span -> span.begin() >= verb.end())
        .min(Comparator.naturalOrder())
        .map(List::of)
        .orElse(otherwise);
  }
}
