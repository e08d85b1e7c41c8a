package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/** What is said and what is not, by where the word of saying stands beside a quotation. */
final class TagContents {
  private static final Pattern PREDICATE =
      Pattern.compile(
          "(?:would|will|is|was|are|were|has|have|had|can|could|should|may|might|must|to|does|did)\\b");

  private TagContents() {}

  /**
   * Content without what is not said: of a quotation with its tag right behind it, what follows the
   * tag outside of quotation marks ("'...,' she said after he had left"); of one right behind the
   * cue or a colon, what comes before.
   */
  static List<Span> own(
      String text, Span cue, List<Span> content, List<Quotations.Quotation> quotations) {
    boolean behind = false;
    boolean colon = false;
    boolean goesOn = goesOn(text, cue, content);
    for (Quotations.Quotation quotation : quotations) {
      Span span = quotation.span();
      if (content.stream().anyMatch(span::overlaps)) {
        behind |=
            span.end() <= cue.begin()
                && QuotationTags.isTagged(text, span)
                && !(goesOn && RunningQuotations.isTitle(text, span))
                && QuotationTags.BEHIND.matcher(text).region(span.end(), cue.begin()).matches();
        colon |=
            span.begin() >= cue.end()
                && (!text.substring(cue.end(), span.begin()).contains(",")
                    || Character.isUpperCase(text.charAt(span.begin() + 1)))
                && QuotationTags.ADJACENT.matcher(text).region(cue.end(), span.begin()).matches();
      }
    }
    behind &= !predicate(text, cue, content);
    colon |= goesOn;
    List<Span> own = new ArrayList<>();
    for (Span span : content) {
      boolean dropped = span.begin() >= cue.end() ? behind : colon;
      int quoted = quotations.stream().mapToInt(q -> Contents.shared(q.span(), span)).sum();
      boolean title = // "on 'The Hour,' she said the talks had failed"
          goesOn && span.end() <= cue.begin() && RunningQuotations.isTitle(text, span);
      if (!title && (!dropped || 2 * quoted >= span.length())) {
        own.add(span);
      }
    }
    return own;
  }

  /**
   * Whether a sentence that began in the quotation goes on behind its tag: "..., she said, was".
   */
  private static boolean predicate(String text, Span cue, List<Span> content) {
    return content.stream()
        .anyMatch(
            c ->
                c.begin() > cue.end()
                    && text.startsWith(", ", cue.end())
                    && c.begin() <= cue.end() + 3
                    && PREDICATE.matcher(text).region(c.begin(), c.end()).lookingAt());
  }

  /** Whether content follows a cue at once: "he said the talks had failed". */
  private static boolean goesOn(String text, Span cue, List<Span> content) {
    return content.stream()
        .anyMatch(c -> c.begin() > cue.end() && text.substring(cue.end(), c.begin()).equals(" "));
  }
}
