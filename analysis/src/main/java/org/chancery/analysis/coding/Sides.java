package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.core.Actor;
import org.chancery.core.Analysis;
import org.chancery.core.EventMention.Participant;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What grammar forbids of the two sides of an event, whatever the encoder prefers: a doer's
 * companion ("Italy and Spain refused") and a doer's own side ("she reiterated the bloc's support
 * for X") are not whom it was done to. Words are those of {@code lexicon/sides.tsv}.
 */
final class Sides {
  /** A pair is taken instead of a forbidden one when it is at least that likely an event. */
  private static final double LEAST_INSTEAD = 0.3;

  /** How far a party may begin after the place where a rule says that it does. */
  private static final int REACH = 40;

  private static final Pattern JOINED =
      Pattern.compile(
          "(?:,? and | as well as |, along with )(?:the |a |an |his |her |its |their )?");
  private static final Pattern TOWARDS =
      Pattern.compile(
          "[^;:\"\u201c\u201d]{0,120}?\\b(?:in|to|into|inside|across|throughout) (?:the |all of )?",
          Pattern.DOTALL);
  static final Pattern APPOSED = Pattern.compile(", (?:the |a |an )?");
  private static final Pattern CLOSED =
      Pattern.compile("(?: (?:of|in|on|at|from|for|behind)\\b[^,.;:]*)?, (?!and |or )");
  private static final Pattern NEXT_CLAUSE =
      Pattern.compile(
          "[^;:\"\u201c\u201d]*,? (?:and|but|while|whereas) (?:the |a |an |some |his |her |its |their )?",
          Pattern.DOTALL);
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s? ");
  private static final Pattern OWNER = Pattern.compile("['\u2019]s?$");
  private final Pattern ownThing;
  private final Pattern ownBody;
  private final Pattern before;
  private final Pattern mutual;

  Sides(Codebook codebook) {
    ownThing =
        Pattern.compile(
            "(?:[a-z-]+ ){0,2}?(?:"
                + Alternation.of(codebook, "lexicon/sides.tsv", "own thing")
                + ")\\b");
    ownBody =
        Pattern.compile(
            "(?:(?:his|her|its|their|our|my) )?(?:own )?(?:"
                + Alternation.of(codebook, "lexicon/sides.tsv", "own body")
                + ")",
            Pattern.CASE_INSENSITIVE);
    mutual =
        Pattern.compile(
            "\\b(?:" + Alternation.of(codebook, "lexicon/sides.tsv", "mutual") + ")\\b",
            Pattern.CASE_INSENSITIVE);
    before =
        Pattern.compile(
            "(?:(?:" + Alternation.of(codebook, "lexicon/sides.tsv", "before") + ") ){0,4}",
            Pattern.CASE_INSENSITIVE);
  }

  /** Tagged spans of one side with only a space or a hyphen between them are one. */
  static List<Span> joined(String text, List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(null);
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && (span.begin() <= last.end()
              || (span.begin() - last.end() == 1 && " -".indexOf(text.charAt(last.end())) >= 0))) {
        joined.set(joined.size() - 1, last.union(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** The best pair whose sides grammar allows, or the best of all when none is likely enough. */
  Pairs.Pair best(String text, List<Pairs.Pair> pairs, Span trigger, Participants participants) {
    Pairs.Pair first = pairs.get(0);
    if (isAllowed(text, first, trigger, participants)) {
      return first;
    }
    for (Pairs.Pair pair : pairs.subList(1, pairs.size())) {
      if (pair.event() >= LEAST_INSTEAD
          && pair.recipient() != null
          && Objects.equals(pair.actor(), first.actor())
          && isAllowed(text, pair, trigger, participants)) {
        return pair;
      }
    }
    return !ownCountry(first, participants) && !clauseBefore(text, first, trigger)
        ? first
        : pairs.stream()
            .filter(pair -> pair.recipient() == null && pair.event() >= LEAST_INSTEAD)
            .filter(pair -> Objects.equals(pair.actor(), first.actor()))
            .findFirst()
            .orElse(first);
  }

  private boolean isAllowed(String text, Pairs.Pair pair, Span trigger, Participants participants) {
    return !companions(text, pair, trigger)
        && !ownSide(text, pair, participants)
        && !ownCountry(pair, participants)
        && !clauseBefore(text, pair, trigger);
  }

  /**
   * Whether the recipient of a pair stands in a clause before that of its actor ("stones were
   * thrown at the marchers, and police used tear gas").
   */
  private boolean clauseBefore(String text, Pairs.Pair pair, Span trigger) {
    Span actor = pair.actor();
    return actor != null
        && trigger.begin() - actor.end() <= REACH
        && beside(text, pair.recipient(), actor, trigger, NEXT_CLAUSE);
  }

  /** Whether a state's recipient is the same by another name ("Bishkek", "Kyrgyzstan"). */
  private static boolean ownCountry(Pairs.Pair pair, Participants participants) {
    Span actor = pair.actor();
    Span recipient = pair.recipient();
    return actor != null
        && recipient != null
        && participants.isState(actor)
        && participants.isState(recipient)
        && country(participants, actor).equals(country(participants, recipient));
  }

  /**
   * Whether the recipient of a pair stands beside its actor as a companion, before a trigger that
   * is not done to one another ("signed").
   */
  private boolean companions(String text, Pairs.Pair pair, Span trigger) {
    return beside(text, pair.actor(), pair.recipient(), trigger, JOINED);
  }

  /** Whether two parties stand one after the other, with such a gap, before such a trigger. */
  private boolean beside(
      String text, @Nullable Span first, @Nullable Span second, Span trigger, Pattern gap) {
    return first != null
        && second != null
        && first.end() <= second.begin()
        && second.end() <= trigger.begin()
        && !mutual.matcher(trigger.of(text)).find()
        && gap.matcher(text.substring(first.end(), second.begin())).matches();
  }

  /** Whether the recipient of a pair is the actor's own side. */
  private boolean ownSide(String text, Pairs.Pair pair, Participants participants) {
    Span actor = pair.actor();
    Span recipient = pair.recipient();
    if (actor == null || recipient == null || recipient.begin() < actor.end()) {
      return false;
    }
    int end = Math.min(text.length(), recipient.end() + 2 * REACH);
    boolean within = OWNER.matcher(recipient.of(text)).find();
    Matcher possessive = POSSESSIVE.matcher(text).region(recipient.end() - (within ? 2 : 0), end);
    if (!possessive.find() || possessive.start() > recipient.end()) {
      return false;
    }
    if (ownBody.matcher(recipient.of(text)).matches()) {
      return true;
    }
    String party = country(participants, actor);
    return ownThing.matcher(text).region(possessive.end(), end).lookingAt()
        && !party.isEmpty()
        && party.equals(country(participants, recipient));
  }

  /** The first word of a party's code, which is its country or body; empty when unknown. */
  private static String country(Participants participants, Span span) {
    return first(participants.of(List.of(span)).get(0).code());
  }

  private static String first(String code) {
    int end = code.indexOf(' ');
    String first = end < 0 ? code : code.substring(0, end);
    return first.equals(Actor.UNKNOWN_CODE) ? "" : first;
  }

  /**
   * Without appositions: of spans joined by commas alone, with a comma after the last ("Ruritania,
   * cradle of the league, said"), the first that is known, or the first.
   */
  static List<Span> named(String text, List<Span> side, Participants participants) {
    if (side.size() < 2) {
      return side;
    }
    for (int i = 1; i < side.size(); i++) {
      String gap = text.substring(side.get(i - 1).end(), side.get(i).begin());
      if (!APPOSED.matcher(gap).matches()) {
        return side;
      }
    }
    int end = side.get(side.size() - 1).end();
    if (!CLOSED.matcher(text).region(end, Math.min(text.length(), end + 2 * REACH)).lookingAt()) {
      return side;
    }
    for (Span span : side) {
      if (!country(participants, span).isEmpty()) {
        return List.of(span);
      }
    }
    return List.of(side.get(0));
  }

  /**
   * The first place after the trigger, in its clause, that lies in a country other than the doers'.
   */
  static List<Span> abroad(
      Analysis analysis, Span sentence, Span trigger, List<Participant> doers) {
    String home = first(doers.get(0).code());
    for (PlaceMention place : sentence.among(analysis.get(Layer.PLACES), PlaceMention::span)) {
      String country = place.country();
      boolean theirs = doers.stream().anyMatch(doer -> doer.span().overlaps(place.span()));
      if (place.span().begin() < trigger.end() || country == null || theirs) {
        continue;
      }
      String between = analysis.text().substring(trigger.end(), place.span().begin());
      return !home.isEmpty() && !home.equals(country) && TOWARDS.matcher(between).matches()
          ? List.of(place.span())
          : List.of();
    }
    return List.of();
  }

  /** The party that begins at an offset, or after "the", "both", "parts of" and the like there. */
  @Nullable Span at(String text, int offset, List<Span> parties) {
    Span found = null;
    for (Span party : parties) {
      boolean begins =
          party.begin() >= offset
              && party.begin() - offset <= REACH
              && before.matcher(text).region(offset, party.begin()).matches();
      boolean around = party.begin() < offset && party.end() > offset + 1;
      if ((begins || around) && (found == null || party.length() > found.length())) {
        found = party;
      }
    }
    return found;
  }
}
