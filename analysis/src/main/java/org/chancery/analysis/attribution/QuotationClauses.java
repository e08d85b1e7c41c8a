package org.chancery.analysis.attribution;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Analysis;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Quotations that nobody says yet, by the clause that they end: a word of saying far before ("she
 * said that with him it would be a 'ticket for two'"), or any verb before a colon ("leaned in and
 * boomed: '...'").
 */
final class QuotationClauses {
  private static final int FAR = 160;

  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?: \\p{L}+)?(?: (?:that|if|there|it|he|she|they|the|his|her|its|their|a|an)) [^.;:!?\"\u201c\u201d\n]*");

  private static final Pattern VERB = Pattern.compile("\\b(\\p{Ll}{3,}ed):[\\s\u00a0]*$");

  private QuotationClauses() {}

  /** Who says a quotation by its clause. */
  static @Nullable Said of(Analysis analysis, List<Said> said, Span quotation) {
    String text = analysis.text();
    int from = Math.max(0, quotation.begin() - FAR);
    Matcher verb = VERB.matcher(text).region(from, quotation.begin());
    if (verb.find()) {
      return QuotationTags.said(analysis, quotation, new Span(verb.start(1), verb.end(1)));
    }
    List<Span> cues = QuotationTags.cues(analysis, new Span(from, quotation.begin()));
    for (int i = cues.size() - 1; i >= 0; i--) {
      Span cue = cues.get(i);
      if (Attributor.isSpeech(analysis, cue)) {
        Matcher clause = CLAUSE.matcher(text).region(cue.end(), quotation.begin());
        Span whole = new Span(cue.end() + 1, quotation.end());
        boolean free =
            !QuotationTags.isTaken(said, cue)
                && said.stream().noneMatch(one -> one.content().stream().anyMatch(whole::overlaps));
        Said one = free && clause.matches() ? QuotationTags.said(analysis, quotation, cue) : null;
        return one == null ? null : one.with(List.of(whole));
      }
    }
    return null;
  }
}
