package org.chancery.analysis.coding;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.EventMention;
import org.chancery.core.Span;

/** What speaks for and against the mentions of one sentence, in numbers. */
final class EvidenceReader {
  /** Whether both sides are known, and not of one country, body or group. */
  static final String BETWEEN = "between two parties";

  private static final double EDGE = 1e-4;

  /** Of a span that no tag names. */
  private static final double UNTAGGED = 0.2;

  private final Encoded encoded;
  private final List<Encoded.Tagged> roles;
  private final Parties parties;

  EvidenceReader(Encoded encoded, List<Encoded.Tagged> roles, Parties parties) {
    this.encoded = encoded;
    this.roles = roles;
    this.parties = parties;
  }

  /**
   * Who is known in a report.
   *
   * @param keys of the known parties, by where they are named: the country, or the body or group
   *     itself
   */
  record Parties(Map<Span, String> keys) {
    static Parties in(List<ActorMention> mentions) {
      Map<Span, String> keys = new HashMap<>();
      for (ActorMention mention : mentions) {
        Actor actor = mention.actor();
        if (actor != null) {
          boolean own = actor.id().startsWith("org:") || actor.id().startsWith("group:");
          String key = own ? actor.id() : actor.country();
          if (key != null) {
            keys.put(mention.span(), key);
          }
        }
      }
      return new Parties(keys);
    }

    /** The known parties within the words of one side. */
    private Set<String> of(List<EventMention.Participant> side) {
      Set<String> found = new HashSet<>();
      keys.forEach(
          (span, key) -> {
            if (side.stream().anyMatch(p -> p.span().overlaps(span))) {
              found.add(key);
            }
          });
      return found;
    }
  }

  /**
   * The values of a mention that was read from a pair.
   *
   * @param likeness of the pair's reading to the nearest examples of its type
   * @param tagged how many actors and recipients are tagged in the sentence
   */
  Map<String, Double> of(
      EventMention mention,
      Pairs.Pair pair,
      TypeReader.Decision decision,
      double likeness,
      int tagged) {
    Span trigger = mention.trigger().span();
    List<Span> doers = mention.actors().stream().map(EventMention.Participant::span).toList();
    List<Span> others = mention.recipients().stream().map(EventMention.Participant::span).toList();
    Map<String, Double> all = new HashMap<>();
    all.put("event", logit(pair.event()));
    all.put("type", logit(decision.share()));
    all.put("likeness", likeness);
    all.put("sentence", logit(encoded.relevance()));
    all.put("tag of trigger", logit(tag("t", List.of(trigger))));
    all.put("tag of actor", doers.isEmpty() ? 0 : logit(tag("a", doers)));
    all.put("tag of recipient", others.isEmpty() ? 0 : logit(tag("r", others)));
    all.put("no actor", doers.isEmpty() ? 1.0 : 0);
    all.put("no recipient", others.isEmpty() ? 1.0 : 0);
    all.put("event without recipient", others.isEmpty() ? 0 : without(pair, trigger));
    all.put("trigger is listed", decision.meanings() > 0 ? 1.0 : 0);
    all.put("trigger has one meaning", decision.meanings() == 1 ? 1.0 : 0);
    all.put("type is listed", decision.listed() ? 1.0 : 0);
    all.put("gap to actor", gap(doers, trigger));
    all.put("gap to recipient", gap(others, trigger));
    all.put(
        "actor after trigger",
        !doers.isEmpty() && doers.get(0).begin() > trigger.begin() ? 1.0 : 0);
    all.put(
        "recipient before trigger",
        !others.isEmpty() && others.get(0).begin() < trigger.begin() ? 1.0 : 0);
    all.put("actor in capitals", capital(mention.actors()));
    all.put("recipient in capitals", capital(mention.recipients()));
    Set<String> one = parties.of(mention.actors());
    Set<String> other = parties.of(mention.recipients());
    all.put("actor is known", one.isEmpty() ? 0 : 1.0);
    all.put("recipient is known", other.isEmpty() ? 0 : 1.0);
    boolean between = !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    all.put(BETWEEN, between ? 1.0 : 0);
    all.put("parties", Math.log(Math.max(1, tagged)));
    all.put("is " + mention.type(), 1.0);
    return all;
  }

  /** How likely an event is with the same actor and nobody else. */
  private double without(Pairs.Pair pair, Span trigger) {
    List<Span> actor = pair.actor() == null ? List.of() : List.of(pair.actor());
    return logit(TypeReader.event(encoded.triple(actor, List.of(), List.of(trigger))));
  }

  private static double capital(List<EventMention.Participant> side) {
    return !side.isEmpty() && side.get(0).text().chars().anyMatch(Character::isUpperCase) ? 1 : 0;
  }

  private double gap(List<Span> spans, Span trigger) {
    int least = spans.stream().mapToInt(s -> encoded.gap(s, trigger)).min().orElse(0);
    return Math.log(1 + least);
  }

  /** The surest tag of the least sure of the spans. */
  private double tag(String label, List<Span> spans) {
    double least = 1;
    for (Span span : spans) {
      double best = UNTAGGED;
      for (Encoded.Tagged tagged : roles) {
        if (tagged.label().equals(label) && tagged.span().overlaps(span)) {
          best = Math.max(best, tagged.probability());
        }
      }
      least = Math.min(least, best);
    }
    return least;
  }

  private static double logit(double p) {
    double inside = Math.min(1 - EDGE, Math.max(EDGE, p));
    return Math.log(inside / (1 - inside));
  }
}
