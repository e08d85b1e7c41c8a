package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/**
 * Keeps apart what several cues of one sentence say: the first of two that one source has ends
 * where the second begins ("called it a trap and said that ..."), a quotation right beside a cue is
 * no other's, and what somebody is said to have said by another is the other's whole ("'No,' he
 * said, according to ...").
 */
final class SeveralCues {
  /** Characters before the second of two cues. */
  private static final int NEAR = 40;

  private static final Pattern OPENS =
      Pattern.compile(
          "(?:[,;]?[\"\u201d']{0,2}\\s(?:and|but|then|before|while)(?:\\s(?:then|also|later|he|she|they|it|again|further|once))?(?:\\s\\p{L}+ly)?|,[\"\u201d']{0,2}(?:\\s\\p{L}+ly)?)\\s$");

  private static final Pattern BESIDE = Pattern.compile("[,:]?[\\s\u00a0]{0,2}(?:that )?");
  private static final Pattern TAG =
      Pattern.compile("[^.;!?\"\u201c\u201d\u2018\n]{0,60},[\\s\u00a0]?");

  private SeveralCues() {}

  /** The same attributions, each with its own content. */
  static List<Said> apart(String text, List<Said> said, List<Quotations.Quotation> quotations) {
    List<Said> all = new ArrayList<>(said);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        if (i != j && all.get(i).cue().end() <= all.get(j).cue().begin()) {
          cut(text, all, i, j);
          retell(text, all, i, j);
        }
      }
    }
    for (int i = 0; i < all.size(); i++) {
      all.set(i, own(text, all.get(i), all, quotations));
    }
    return all;
  }

  /** Ends the content of the first where the second, which goes on with it, begins. */
  private static void cut(String text, List<Said> all, int i, int j) {
    Said first = all.get(i);
    Said second = all.get(j);
    int cue = second.cue().begin();
    Span held = holding(first, second.cue());
    boolean around = // "said that it is so, adding that ..." without the cue itself
        first.content().stream().anyMatch(c -> c.begin() >= second.cue().end())
            && first.content().stream().anyMatch(c -> c.end() <= cue);
    if (held == null && !around) {
      return;
    }
    int from = Math.max(held == null ? first.cue().end() : held.begin(), cue - NEAR);
    Matcher opens = OPENS.matcher(text).region(from, cue);
    if (!opens.find() || !sameSource(first, second, opens.start())) {
      return;
    }
    int end = opens.start();
    while (end < cue && !Character.isWhitespace(text.charAt(end))) {
      end++; // a mark that closes
    }
    end = end > opens.start() + 1 ? end : opens.start();
    List<Span> kept = new ArrayList<>();
    for (Span span : first.content()) {
      if (span.begin() < end) {
        kept.add(new Span(span.begin(), Math.min(span.end(), end)));
      }
    }
    List<Span> own =
        second.content().stream()
            .filter(span -> span.end() > cue)
            .map(s -> behind(s, cue))
            .toList();
    if (!kept.isEmpty() && !own.isEmpty()) {
      all.set(i, first.with(kept));
      all.set(j, second.with(own));
    }
  }

  private static Span behind(Span span, int cue) {
    return span.begin() < cue ? new Span(cue, span.end()) : span;
  }

  private static boolean sameSource(Said first, Said second, int from) {
    return second.source().isEmpty()
        || second.source().stream()
            .anyMatch(
                span -> span.begin() >= from || first.source().stream().anyMatch(span::overlaps));
  }

  private static @org.jspecify.annotations.Nullable Span holding(Said said, Span cue) {
    return said.content().stream().filter(c -> c.contains(cue)).findFirst().orElse(null);
  }

  /** "'No,' he said, according to the paper": the paper's words are all before it. */
  private static void retell(String text, List<Said> all, int i, int j) {
    Said inner = all.get(i);
    Said outer = all.get(j);
    if (!outer.cue().of(text).regionMatches(true, 0, "according to", 0, 12)
        || inner.content().isEmpty()
        || inner.content().get(0).begin() >= inner.cue().begin()) {
      return;
    }
    int end = inner.cue().end();
    for (Span span : inner.source()) {
      end = span.end() <= outer.cue().begin() ? Math.max(end, span.end()) : end;
    }
    Matcher tag = TAG.matcher(text).region(end, outer.cue().begin());
    boolean behind = outer.source().stream().anyMatch(s -> s.begin() >= outer.cue().end());
    if (behind && tag.matches()) {
      int stop = outer.cue().begin();
      while (stop > end && !Character.isLetterOrDigit(text.charAt(stop - 1))) {
        stop--;
      }
      Span whole = new Span(inner.content().get(0).begin(), stop);
      List<Span> source =
          outer.source().stream().filter(s -> s.begin() >= outer.cue().end()).toList();
      all.set(j, new Said(outer.cue(), source, List.of(whole), outer.sentence()));
    }
  }

  /** Content without the quotations that stand right beside another's cue. */
  private static Said own(
      String text, Said said, List<Said> all, List<Quotations.Quotation> quotations) {
    List<Span> kept = new ArrayList<>(said.content());
    for (Quotations.Quotation quotation : quotations) {
      Span span = quotation.span();
      boolean others =
          !beside(text, said, span)
              && all.stream()
                  .anyMatch(
                      other ->
                          !other.equals(said)
                              && holding(said, other.cue()) == null
                              && other.content().stream().anyMatch(span::overlaps)
                              && other.cue().end() <= span.begin()
                              && beside(text, other, span));
      if (others) {
        kept.removeIf(c -> 2 * Contents.shared(c, span) > c.length());
      }
    }
    return kept.isEmpty() ? said : said.with(kept);
  }

  /** Whether a cue stands right before or behind a quotation. */
  private static boolean beside(String text, Said said, Span quotation) {
    Span cue = said.cue();
    return cue.end() <= quotation.begin()
        ? BESIDE.matcher(text).region(cue.end(), quotation.begin()).matches()
        : cue.begin() >= quotation.end() && cue.begin() - quotation.end() <= NEAR;
  }
}
