package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which of the pieces of a sentence that the encoder takes for content are content, where a
 * quotation is among them: its own words of saying are none, words apart from quotation and tag are
 * the writer's, and a sentence that runs into a quotation with a tag behind is content from its
 * beginning.
 */
final class ContentPieces {
  /** Between a piece and the source or cue beside it. */
  private static final Pattern BESIDE =
      Pattern.compile("[\\s\u00a0,:;\u2014\u2013-]*(?:that )?[\\s\u00a0]*");

  private ContentPieces() {}

  /** Content without the words of saying in it: "over her remark that 'there is ...'". */
  static List<Span> aroundCue(String text, Span cue, List<Span> content) {
    List<Span> pieces = new ArrayList<>();
    for (Span span : content) {
      if (!span.contains(cue)) {
        pieces.add(span);
        continue;
      }
      Span head = Contents.trim(text, new Span(span.begin(), cue.begin()));
      Span tail = Contents.trim(text, new Span(cue.end(), span.end()));
      boolean behind = tail.length() > 0 && RunningQuotations.words(text, tail) > 1;
      pieces.add(behind ? tail : head);
    }
    pieces.removeIf(span -> span.length() == 0);
    return pieces;
  }

  /**
   * Content without pieces that hold no quotation and stand neither beside the tag nor between it
   * and the quotation: "'A fine reporter,' she said. Asked whether ...".
   */
  static List<Span> withoutScraps(
      String text,
      Span cue,
      List<Span> source,
      List<Span> content,
      List<Quotations.Quotation> quotations) {
    Span quoted = null;
    for (Span span : content) {
      boolean holds = quotations.stream().anyMatch(q -> isQuoted(q.span(), span));
      quoted =
          holds && (quoted == null || distance(span, cue) < distance(quoted, cue)) ? span : quoted;
    }
    if (quoted == null) {
      return content;
    }
    int most = quoted.length();
    List<Span> kept = new ArrayList<>();
    for (Span span : content) {
      boolean whole =
          span.length() > 2 * most || quotations.stream().anyMatch(q -> q.span().overlaps(span));
      boolean between =
          span.begin() >= cue.end() == quoted.begin() >= cue.end()
              && distance(span, cue) < distance(quoted, cue);
      if (whole || between || isBeside(text, span, cue) || isBeside(text, span, source)) {
        kept.add(span);
      }
    }
    return kept;
  }

  private static boolean isQuoted(Span quotation, Span span) {
    return 2 * Contents.shared(quotation, span) >= span.length();
  }

  private static int distance(Span span, Span cue) {
    return Math.max(span.begin() - cue.end(), cue.begin() - span.end());
  }

  private static boolean isBeside(String text, Span span, List<Span> others) {
    return others.stream().anyMatch(other -> isBeside(text, span, other));
  }

  private static boolean isBeside(String text, Span span, Span other) {
    int from = span.end() <= other.begin() ? span.end() : other.end();
    int to = span.end() <= other.begin() ? other.begin() : span.begin();
    return from <= to && BESIDE.matcher(text).region(from, to).matches();
  }

  /**
   * What is said from the beginning of a sentence that runs into a quotation with the tag behind:
   * "Towns like it 'deserve better,' she said".
   */
  static Said fromBeginning(
      Analysis analysis, Said said, List<Said> all, List<Quotations.Quotation> quotations) {
    String text = analysis.text();
    if (said.content().isEmpty() || !Attributor.isSpeech(analysis, said.cue())) {
      return said;
    }
    int first = said.content().stream().mapToInt(Span::begin).min().orElse(0);
    for (Quotations.Quotation quotation : quotations) {
      Span span = quotation.span();
      if (span.end() > said.cue().begin()
          || span.begin() < first
          || said.content().stream().noneMatch(c -> c.begin() == span.begin())
          || !QuotationTags.BEHIND.matcher(text).region(span.end(), said.cue().begin()).matches()
          || !QuotationTags.isTagged(text, span)) {
        continue;
      }
      Span before = before(analysis, span);
      if (before != null
          && quotations.stream().noneMatch(q -> q.span().overlaps(before))
          && all.stream().noneMatch(one -> one.cue().overlaps(before))) {
        List<Span> longer = new ArrayList<>(said.content());
        longer.add(before);
        return said.with(Contents.joined(longer, 1));
      }
    }
    return said;
  }

  /** The words of a sentence before a quotation in its middle. */
  private static @Nullable Span before(Analysis analysis, Span quotation) {
    String text = analysis.text();
    int at = quotation.begin();
    boolean runsOn =
        at > 1
            && Character.isLowerCase(text.charAt(at + 1))
            && Character.isLetter(text.charAt(at - 2));
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      if (runsOn && sentence.begin() < at && at < sentence.end()) {
        Span words = Contents.trim(text, new Span(sentence.begin(), at - 1));
        return words.length() == 0 ? null : words;
      }
    }
    return null;
  }
}
