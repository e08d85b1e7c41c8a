package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Analysis;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * A quotation right behind a word of saying is said by it, not by an earlier one of the sentence
 * that goes on to it: "'...,' she said, adding, '...'", "he waved and then predicted: '...'".
 */
final class OwnCues {
  private static final int NEAR = 60;

  /** Characters from the last word of saying to a participle. */
  private static final int FAR = 200;

  /** From a word of saying to its quotation; some name a hearer. */
  private static final Pattern BETWEEN = Pattern.compile(",? |:[\\s\u00a0]*");

  /** "telling the paper that the group is 'on its way'". */
  private static final Pattern INDIRECT =
      Pattern.compile("(?: [\\p{L}\\p{N}'\u2019 -]{1,40})? that [^.,;:!?\"\u201c\u201d\n]*");

  private static final Pattern HEARER =
      Pattern.compile(" \\p{L}+(?: \\p{L}+)?(?:,? |:[\\s\u00a0]*)");
  private static final Pattern TELLS =
      Pattern.compile("(?i)(?:tell|ask|assur|remind|warn)ing|told|asked|assured|reminded|warned");

  /** What stands before a second word of saying of one speaker, or of one named before it. */
  private static final Pattern PARTICIPLE = Pattern.compile("(?i)\\p{L}+ing");

  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?:,[\"\u201d]?|,? (?:and|but|while|before)(?: then| later| also)?)(?: \\p{L}+ly)? $");

  private static final Pattern RELATIVE =
      Pattern.compile("(?:,|\u2014|-) ?(who|which)(?: \\p{L}+)? $");

  private OwnCues() {}

  /** Adds the words of saying that lost their quotation, and takes it from who had it. */
  static void add(Analysis analysis, List<Said> said, List<Quotations.Quotation> quotations) {
    for (Quotations.Quotation quotation : quotations) {
      Span cue = cue(analysis, quotation.span(), quotations);
      if (cue != null && said.stream().noneMatch(one -> one.cue().overlaps(cue))) {
        give(analysis.text(), said, cue, quotation.span());
      }
    }
  }

  /** "She said no. Adding, '...'": a participle by itself has the speaker of the last one. */
  static @Nullable Said adding(List<Said> said, Span cue, Span quotation) {
    Said last = null;
    for (Said one : said) {
      boolean before = one.cue().end() <= cue.begin() && cue.begin() - one.cue().end() <= FAR;
      last = before && (last == null || one.cue().begin() > last.cue().begin()) ? one : last;
    }
    return last == null || last.source().isEmpty()
        ? null
        : new Said(cue, last.source(), List.of(quotation), last.sentence());
  }

  private static @Nullable Span cue(
      Analysis analysis, Span quotation, List<Quotations.Quotation> quotations) {
    String text = analysis.text();
    int from = Math.max(0, quotation.begin() - NEAR);
    Span found = null;
    for (Span cue : QuotationTags.cues(analysis, new Span(from, quotation.begin()))) {
      boolean before =
          BETWEEN.matcher(text).region(cue.end(), quotation.begin()).matches()
              || (TELLS.matcher(cue.of(text)).matches()
                  && HEARER.matcher(text).region(cue.end(), quotation.begin()).matches())
              || (PARTICIPLE.matcher(cue.of(text)).matches()
                  && Attributor.isSpeech(analysis, cue)
                  && INDIRECT.matcher(text).region(cue.end(), quotation.begin()).matches());
      if (before && quotations.stream().noneMatch(q -> q.span().contains(cue))) {
        found = cue;
      }
    }
    return found;
  }

  private static void give(String text, List<Said> said, Span cue, Span quotation) {
    for (int i = 0; i < said.size(); i++) {
      Said one = said.get(i);
      boolean holds =
          one.cue().end() <= cue.begin()
              && one.sentence().contains(cue)
              && one.content().stream().anyMatch(c -> c.overlaps(quotation));
      if (holds) {
        int from = Math.max(one.cue().end(), cue.begin() - NEAR);
        Matcher relative = RELATIVE.matcher(text).region(from, cue.begin());
        Matcher goesOn = GOES_ON.matcher(text).region(from, cue.begin());
        boolean who = relative.find();
        boolean colon = text.startsWith(":", cue.end());
        if (who || (goesOn.find() && (colon || PARTICIPLE.matcher(cue.of(text)).matches()))) {
          int end = who ? relative.start() : goesOn.start();
          List<Span> kept = until(one.content(), end);
          if (!kept.isEmpty()) {
            List<Span> source =
                who ? List.of(new Span(relative.start(1), relative.end(1))) : one.source();
            said.set(i, one.with(kept));
            int that = text.indexOf(" that ", cue.end());
            Span own =
                that > 0 && that < quotation.begin()
                    ? Contents.words(text, new Span(that + 1, quotation.end()))
                    : quotation;
            said.add(new Said(cue, source, List.of(own), one.sentence()));
            return;
          }
        }
      }
    }
  }

  private static List<Span> until(List<Span> content, int end) {
    List<Span> kept = new ArrayList<>();
    for (Span span : content) {
      if (span.begin() < end) {
        kept.add(new Span(span.begin(), Math.min(span.end(), end)));
      }
    }
    return kept;
  }
}
