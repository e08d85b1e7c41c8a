package org.chancery.analysis.coding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/**
 * Whose object a party is where two verbs are joined: in "condemned the looting and asked the
 * authorities to help" and "closed the crossings, and Cambodia stopped the trade" that of the
 * second, since the first has its own; in "condemned and punished the authorities" that of both.
 */
final class NextVerb {
  /** Up to the second verb: what the first has of its own, a conjunction, perhaps a subject. */
  private static final Pattern JOINED =
      Pattern.compile("(?s)(?<own>.*?),? (?:and|but)(?: [\\p{L}\\p{N}'\u2019-]+){0,4} ");

  /** What is no object: adverbs, and the prepositions of verbs in two parts. */
  private static final Pattern NO_OBJECT =
      Pattern.compile(
          "(?:\\s*\\b(?:\\p{L}+ly|at|on|upon|to|with|for|against|by|in|into|up|down|out|off|over|again|back|later|then)\\b){0,12}\\s*");

  private NextVerb() {}

  /** The parties that can be a trigger's: not those that stand after a second verb. */
  static List<Span> without(String text, Span trigger, List<Span> parties, List<Span> triggers) {
    int end = Integer.MAX_VALUE;
    for (Span next : triggers) {
      if (next.begin() > trigger.end() && next.begin() < end && isJoined(text, trigger, next)) {
        end = next.begin();
      }
    }
    int from = end;
    return parties.stream().filter(party -> party.begin() < from).toList();
  }

  private static boolean isJoined(String text, Span trigger, Span next) {
    Matcher between = JOINED.matcher(text).region(trigger.end(), next.begin());
    return between.matches() && !NO_OBJECT.matcher(between.group("own")).matches();
  }
}
