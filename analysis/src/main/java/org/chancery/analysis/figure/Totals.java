package org.chancery.analysis.figure;

import java.util.List;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Numbers told of all of a kind by words beside them that are no verb: a force of so many, a total
 * behind its noun, a vote, the strength of those named before.
 */
record Totals(
    CountWords words, String text, Tokens tokens, Nouns nouns, Kinds kinds, Preceding preceding) {
  /** Characters beside a number. */
  private static final int NEAR = 30;

  /** "The 1,200-strong contingent", "attacks, 42 in all". */
  Counted.@Nullable Count told(List<CountWords.Hit> hits, Quantity quantity, int next) {
    int stop = quantity.span().end();
    String after = text.substring(stop, Math.min(tokens.end(), stop + NEAR));
    if (after.startsWith("-strong ")) {
      int at = tokens.from(quantity.span().end() + "-strong".length());
      for (int force = at; force < Math.min(tokens.size(), at + 3); force++) {
        if (words.is("strong", tokens.word(force))) {
          return new Counted.Count("deployed", "people", tokens.span(force), null, false, false);
        }
      }
      return null;
    }
    CountWords.Hit total = preceding.inverted(hits, quantity);
    if (total != null) {
      return kinds.count(total, total.pos().equals("noun") ? total.span() : null);
    }
    int start = quantity.span().begin();
    String before = text.substring(Math.max(0, start - NEAR), start);
    if (Votes.around(before, after)) {
      Span noun = next < tokens.size() ? nouns.noun(quantity) : null;
      return new Counted.Count("votes", "votes", noun, null, false, false);
    }
    int at = tokens.from(quantity.span().begin()) - 1;
    boolean bare = next <= tokens.from(stop) || after.startsWith(" of them,");
    if (bare
        && at >= 0
        && tokens.breakBefore(at + 1, 0)
        && after.matches("(?s) (?:(?:in all|in total|in number|altogether)\\b|of them,).*")) {
      CountWords.Hit noun = CountWords.ending(hits, tokens.span(at).end(), "noun");
      return noun == null ? null : kinds.count(noun, noun.span());
    }
    return null;
  }

  /** "Troops moved in; a diplomat put their number at 7,000": those named before. */
  Counted.@Nullable Count theirs(List<CountWords.Hit> all, Quantity quantity) {
    int at = tokens.from(quantity.span().begin());
    if (at < 3 || !tokens.words(at - 3, 2).matches("their (?:numbers?|strength|ranks)")) {
      return null;
    }
    int before = tokens.span(at - 3).begin();
    return all.stream()
        .filter(hit -> hit.pos().equals("noun") && hit.span().end() < before)
        .reduce((one, other) -> other)
        .map(hit -> kinds.count(hit, null))
        .orElse(null);
  }
}
