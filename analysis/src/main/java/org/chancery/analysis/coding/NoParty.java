package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.PlaceMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tagged spans that are nobody an event is done to, or nobody who does it: where two sides meet
 * ("talks in Geneva", "clashes in the camp"), the paper that somebody talks to, whom he acts for,
 * and things ("the plan called for"), whose owner acts where one is named. Words are those of
 * {@code lexicon/sides.tsv}.
 */
final class NoParty {
  private static final String WORDS = "lexicon/sides.tsv";
  private static final Pattern INSIDE =
      Pattern.compile(
          ".*\\b(?:in|at|near|outside|inside) (?:the |an? )?(?:[\\p{Ll}-]+ )?", Pattern.DOTALL);
  private static final Pattern OWNED = Pattern.compile("['\u2019]s? (?:\\p{Ll}[\\p{L}-]* ){0,2}");
  private static final String CURRENCIES = "$\u20ac\u00a3";

  /** How far before a span is looked. */
  private static final int BEFORE = 40;

  private final Pattern behalf;
  private final Pattern venue;
  private final Pattern together;
  private final Pattern told;
  private final Pattern thing;

  NoParty(Codebook codebook) {
    behalf = word(codebook, "behalf", ".*\\b(?:", ") (?:the )?");
    venue = word(codebook, "venue", ".*\\b(?:", ")");
    together = word(codebook, "together", ".*\\b(?:", ")\\b.*");
    told = word(codebook, "told", "(?:", ")");
    thing = word(codebook, "thing", "(?:.* )?(?:", ")");
  }

  private static Pattern word(Codebook codebook, String kind, String before, String after) {
    return Pattern.compile(
        before + Alternation.of(codebook, WORDS, kind) + after,
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** Of spans tagged as recipients those that can be a trigger's. */
  List<Span> without(Analysis analysis, Span sentence, Span trigger, List<Span> recipients) {
    if (recipients.isEmpty()) {
      return recipients;
    }
    boolean meet = together.matcher(trigger.of(analysis.text())).matches();
    return recipients.stream()
        .filter(
            span ->
                !isApart(analysis.text(), trigger, span)
                    && !behalf.matcher(before(analysis.text(), sentence, span)).matches()
                    && !isMoney(analysis.text(), span)
                    && !(meet && isVenue(analysis, sentence, span)))
        .toList();
  }

  /** Of doers those that can be a trigger's: not those of a clause after it. */
  List<Span> doersOf(String text, Span trigger, List<Span> doers) {
    return doers.stream()
        .filter(span -> span.begin() < trigger.end() || !isApart(text, trigger, span))
        .toList();
  }

  /** Whether a semicolon stands between a trigger and a span. */
  private static boolean isApart(String text, Span trigger, Span span) {
    int from = Math.min(trigger.end(), span.end());
    int semicolon = text.indexOf(';', from);
    return semicolon >= 0 && semicolon < Math.max(trigger.begin(), span.begin());
  }

  /** Whether a trigger only says that somebody spoke to a paper, an agency or a station. */
  boolean isInterview(Analysis analysis, Span sentence, Span trigger, List<Span> recipients) {
    if (!told.matcher(trigger.of(analysis.text())).matches()) {
      return false;
    }
    int at = trigger.end() + 1;
    return recipients.stream().anyMatch(span -> at <= span.begin() && span.begin() <= at + 4)
        && sentence.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
            .anyMatch(
                mention ->
                    mention.span().begin() >= at
                        && mention.span().begin() <= at + 4
                        && mention.actor() != null
                        && mention.actor().sectors().equals(List.of("JRN")));
  }

  /**
   * Doers, with the owners of things for these; a thing that nobody is named to own is left out.
   */
  List<Span> doers(Analysis analysis, Span sentence, List<Span> actors) {
    List<Span> doers = new ArrayList<>();
    for (Span span : actors) {
      if (!thing.matcher(span.of(analysis.text())).matches()) {
        doers.add(span);
        continue;
      }
      Span owner = owner(analysis, sentence, span);
      if (owner != null && !doers.contains(owner)) {
        doers.add(owner);
      }
    }
    return doers;
  }

  private static @Nullable Span owner(Analysis analysis, Span sentence, Span thing) {
    Span owner = null;
    for (ActorMention mention : sentence.among(analysis.get(Layer.ACTORS), ActorMention::span)) {
      Span span = mention.span();
      if (span.begin() < thing.end() && span.end() < thing.end() && mention.actor() != null) {
        int from = span.end();
        Matcher gap = OWNED.matcher(analysis.text()).region(from, Math.min(thing.end(), from + 60));
        boolean within = thing.contains(span);
        if (gap.lookingAt() && (within || gap.end() >= thing.begin())) {
          owner = span;
        }
      }
    }
    return owner;
  }

  private boolean isVenue(Analysis analysis, Span sentence, Span span) {
    String text = analysis.text();
    if (!INSIDE.matcher(before(text, sentence, span)).matches()) {
      return false;
    }
    return venue.matcher(span.of(text)).matches()
        || sentence.among(analysis.get(Layer.PLACES), PlaceMention::span).stream()
            .anyMatch(place -> place.span().equals(span) && !isCountry(analysis, sentence, place));
  }

  private static boolean isCountry(Analysis analysis, Span sentence, PlaceMention place) {
    return place.precision().equals("country")
        || sentence.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
            .anyMatch(
                mention ->
                    mention.span().equals(place.span())
                        && mention.actor() != null
                        && !mention.actor().code().equals(Actor.UNKNOWN_CODE));
  }

  private static String before(String text, Span sentence, Span span) {
    return text.substring(Math.max(sentence.begin(), span.begin() - BEFORE), span.begin());
  }

  private static boolean isMoney(String text, Span span) {
    return span.end() < text.length() && CURRENCIES.indexOf(text.charAt(span.end())) >= 0;
  }
}
