package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Quotations that no cue of the encoder holds, by the tag beside them: a word of saying behind the
 * closing mark ("'...,' the mayor said"), or one before the opening mark ("The mayor continued:").
 */
final class QuotationTags {
  /** Words of a quotation that a colon or comma introduces, or that a tag follows. */
  private static final int LEAST = 2;

  /** Between a cue and the mark that it introduces. */
  static final Pattern ADJACENT = Pattern.compile(",? ?|[\\s\u00a0]*:[\\s\u00a0]*");

  /** From the closing mark to a cue. */
  static final Pattern BEHIND =
      Pattern.compile(",?[ \u00a0]{0,2}(?:[\\p{L}\\p{N}'\u2019.,&()-]+ ){0,9}?");

  /** From a cue to the opening mark, with and without a colon. */
  private static final Pattern COLON =
      Pattern.compile("[^.;!?\"\u201c\u201d\n]{0,90}:[\\s\u00a0]*");

  private static final Pattern COMMA =
      Pattern.compile("(?:,? ?(?:\\p{L}+ ){0,3}\\p{L}*)?,?[\\s\u00a0]{0,2}(?:that )?");

  /** The name before a colon of a transcript: "Reporter: ...", "Ana Ruiz, the mayor: ...". */
  private static final Pattern SPEAKER =
      Pattern.compile(
          "(?:[^\n]{0,120}(?: [-\u2013\u2014] |[.!?] ))?((?:The |Here['\u2019]s )?\\p{Lu}[\\p{L}\\p{N}'\u2019.-]*(?: [\\p{L}\\p{N}'\u2019.-]+){0,5})(?:,[^.:\n]{1,60})?:[\\s\u00a0]*");

  /** Where the name after a cue ends: "said Ruiz, who", "said the mayor in a letter". */
  private static final Pattern NAME =
      Pattern.compile(
          "\\s(?:\\p{Lu}[^\\s,.;:]*\\.? |(?:the|a|an|his|her|its|their|one) |[\\p{L}\\p{N}'\u2019-]+ ){0,8}?[\\p{L}\\p{N}'\u2019-]+(?=[,.;:\u2014]|$| (?:in|on|at|as|when|while|who|during|after|before|to|about|with|by|from|outside|told|during)\\b)");

  /** "'...' Ruiz said.": the whole sentence is the tag. */
  private static final Pattern SHORT =
      Pattern.compile("[ \u00a0]{1,2}(?:[\\p{L}.'\u2019-]+ ){1,5}");

  private QuotationTags() {}

  /** Those who say the quotations that nobody says yet. */
  static List<Said> found(
      Analysis analysis, List<Said> said, List<Quotations.Quotation> quotations) {
    List<Said> found = new ArrayList<>();
    for (Quotations.Quotation quotation : quotations) {
      Span span = quotation.span();
      if (isHeld(said, span)) {
        continue;
      }
      Said one = behind(analysis, span);
      one = one == null ? before(analysis, said, span) : one;
      one = one == null ? SignedQuotations.of(analysis.text(), span) : one;
      one = one == null ? QuotationClauses.of(analysis, said, span) : one;
      if (one != null && !isTaken(found, one.cue())) {
        take(said, one, found);
      }
    }
    return found;
  }

  private static boolean isHeld(List<Said> said, Span quotation) {
    return said.stream()
        .anyMatch(
            one ->
                !quotation.contains(one.cue())
                    && one.content().stream().anyMatch(c -> c.overlaps(quotation)));
  }

  /**
   * Gives a quotation to its tag; where the encoder took other words for what the tag says ("'...,'
   * she said, looking out"), those behind it give way.
   */
  private static void take(List<Said> said, Said one, List<Said> found) {
    for (int i = 0; i < said.size(); i++) {
      Said other = said.get(i);
      if (other.cue().overlaps(one.cue())) {
        Span quotation = one.content().get(0);
        List<Span> content = new ArrayList<>();
        if (quotation.begin() >= other.cue().end()) {
          content.addAll(other.content());
        }
        content.add(quotation);
        said.set(
            i,
            new Said(
                other.cue(),
                other.source().isEmpty() ? one.source() : other.source(),
                Contents.joined(content, 1),
                other.sentence()));
        return;
      }
    }
    found.add(one);
  }

  static boolean isTaken(List<Said> said, Span cue) {
    return said.stream().anyMatch(one -> one.cue().overlaps(cue));
  }

  private static @Nullable Said behind(Analysis analysis, Span quotation) {
    String text = analysis.text();
    boolean tagged = isTagged(text, quotation);
    int end = Math.min(text.length(), quotation.end() + 80);
    for (Span cue : cues(analysis, new Span(quotation.end(), end))) {
      boolean whole = // "'It is so.' Ruiz said."
          text.startsWith(".", cue.end())
              && SHORT.matcher(text).region(quotation.end(), cue.begin()).matches();
      if (!tagged && !whole) {
        return null;
      }
      if (BEHIND.matcher(text).region(quotation.end(), cue.begin()).matches()) {
        return said(analysis, quotation, cue);
      }
    }
    return null;
  }

  private static @Nullable Said before(Analysis analysis, List<Said> said, Span quotation) {
    String text = analysis.text();
    int begin = Math.max(0, quotation.begin() - 200);
    List<Span> cues = cues(analysis, new Span(begin, quotation.begin()));
    for (int i = cues.size() - 1; i >= 0; i--) {
      Span cue = cues.get(i);
      boolean introduces =
          ADJACENT.matcher(text).region(cue.end(), quotation.begin()).matches()
              || (RunningQuotations.words(text, quotation) >= LEAST
                  && (COLON.matcher(text).region(cue.end(), quotation.begin()).matches()
                      || COMMA.matcher(text).region(cue.end(), quotation.begin()).matches()));
      Said one = introduces ? said(analysis, quotation, cue) : null;
      if (one == null && introduces && text.startsWith("ing", cue.end() - 3)) {
        one = OwnCues.adding(said, cue, quotation);
      }
      if (one != null) {
        return one;
      }
    }
    int end = quotation.begin();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    Span named = end > 0 && text.charAt(end - 1) == ':' ? named(analysis, end - 1) : null;
    if (named != null && RunningQuotations.words(text, quotation) > LEAST) {
      return new Said(new Span(end - 1, end), List.of(named), List.of(quotation), named);
    }
    int line = text.lastIndexOf('\n', end - 1);
    Matcher speaker = SPEAKER.matcher(text).region(line + 1, quotation.begin());
    if (speaker.matches() && RunningQuotations.words(text, quotation) > LEAST) {
      int colon = text.lastIndexOf(':', quotation.begin());
      Span source = new Span(speaker.start(1), speaker.end(1));
      return new Said(new Span(colon, colon + 1), List.of(source), List.of(quotation), source);
    }
    return null;
  }

  /** The party that is named right before a colon. */
  private static @Nullable Span named(Analysis analysis, int colon) {
    return new Span(Math.max(0, colon - 60), colon)
        .among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
            .map(ActorMention::span)
            .filter(span -> span.end() == colon)
            .findFirst()
            .orElse(null);
  }

  /** Whether a quotation ends as one does that a tag follows: with a comma, "?" or "!". */
  static boolean isTagged(String text, Span quotation) {
    char last = text.charAt(Quotations.last(text, quotation));
    return ",?!\u2026\u2014-".indexOf(last) >= 0 || text.startsWith(",", quotation.end());
  }

  /** Words of saying, in order; one with a capital within a sentence is of a name ("State"). */
  static List<Span> cues(Analysis analysis, Span within) {
    return within.among(analysis.get(Layers.TERMS), Phrases.Hit::span).stream()
        .filter(hit -> within.contains(hit.span()))
        .filter(hit -> hit.values().stream().anyMatch(term -> term.kind() == Term.Kind.CUE))
        .map(Phrases.Hit::span)
        .filter(cue -> !isNamed(analysis.text(), cue))
        .sorted(Comparator.comparing(Span::begin))
        .toList();
  }

  private static boolean isNamed(String text, Span cue) {
    return Character.isUpperCase(text.charAt(cue.begin()))
        && cue.begin() > 1
        && text.charAt(cue.begin() - 1) == ' '
        && Character.isLetterOrDigit(text.charAt(cue.begin() - 2));
  }

  /** A cue with the source that the encoder sees for it, else with the words beside it. */
  static @Nullable Said said(Analysis analysis, Span quotation, Span cue) {
    String text = analysis.text();
    Span sentence = null;
    List<Span> source = new ArrayList<>();
    for (EncoderStage.Sentence one : analysis.get(EncoderStage.ENCODED)) {
      if (one.span().contains(cue)) {
        sentence = one.span();
        for (Encoded.Tagged part : one.encoded().parts(cue)) {
          if (part.label().equals("s") && !quotation.overlaps(part.span())) {
            source.add(part.span());
          }
        }
      }
    }
    if (sentence == null) {
      return null;
    }
    List<Span> speaker = Contents.source(text, source, cue);
    if (speaker.isEmpty()) {
      Span beside = beside(analysis, sentence, quotation, cue);
      if (beside == null) {
        return null;
      }
      speaker = List.of(beside);
    }
    return new Said(cue, speaker, List.of(quotation), sentence);
  }

  private static @Nullable Span beside(Analysis analysis, Span sentence, Span quotation, Span cue) {
    String text = analysis.text();
    boolean behind = cue.begin() >= quotation.end();
    int from = behind ? Math.max(sentence.begin(), quotation.end()) : sentence.begin();
    String between = text.substring(from, cue.begin()).strip();
    if (between.length() > 1) {
      return Counters.subject(analysis, new Span(from, sentence.end()), cue);
    }
    Matcher name = NAME.matcher(text).region(cue.end(), sentence.end());
    return name.lookingAt() ? new Span(name.start() + 1, name.end()) : null;
  }
}
