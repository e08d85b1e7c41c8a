package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Analysis;
import org.chancery.core.Span;

/**
 * Carries content over sentences: a quotation that an attribution holds a part of is its content to
 * the end, a quotation that follows it in the paragraph with no cue of its own goes on with it, and
 * so does one that opens the next paragraph when the one before was never closed.
 */
final class RunningQuotations {
  /** A quotation shorter than this in words is a word in marks, not speech of its own. */
  private static final int WORDS = 4;

  private static final int NEAR = 3;

  /** The speaker's name at the head of a transcript's turn. */
  private static final Pattern TURN =
      Pattern.compile("[\"\u201c]\\p{Lu}[\\p{L}.]*(?: [\\p{L}.]+){0,3}:");

  /** Between two quotations of a list. */
  private static final Pattern LIST = Pattern.compile(",? (?:and |or |but |as well as )?");

  private static final Pattern GOES_ON =
      Pattern.compile("(?:,? (?:and|but|or|while))?(?: [\\p{L}\\p{N}'\u2019-]+){0,10} ");

  private static final Pattern ALSO = Pattern.compile("[.!?\"\u201d\n]\\s?(?:But|And|So|Yet|Or)$");

  private RunningQuotations() {}

  static List<Said> joined(
      Analysis analysis, List<Said> said, List<Quotations.Quotation> quotations) {
    String text = analysis.text();
    List<Said> all = new ArrayList<>(said);
    int last = -1; // the attribution that spoke last
    boolean goesOn = false;
    int before = 0;
    for (Quotations.Quotation quotation : quotations) {
      Span span = quotation.span();
      int owner = owner(all, span);
      if (owner < 0 && !goesOn && isExcerpt(text, all, span)) {
        last = -1; // a piece of another text, in which somebody speaks
        continue;
      }
      if (owner < 0
          && last >= 0
          && near(text, before, span)
          && words(text, span) > 1
          && isTitle(text, span)) {
        continue; // "he said on 'Meet the Voters.' 'But ...'"
      }
      if (owner >= 0) {
        extend(all, owner, span);
        last = owner;
      } else if (last >= 0 && LIST.matcher(text).region(before, span.begin()).matches()) {
        extend(all, last, new Span(before, span.end())); // "'looting,' 'arson' and 'murder'"
      } else if (last >= 0 && goesOn(analysis, all, last, span)) {
        List<Span> content = all.get(last).content();
        extend(all, last, content.get(content.size() - 1).union(span));
      } else if (last >= 0
          && (words(text, span) >= WORDS
              || (near(text, before, span) && words(text, span) > 1 && isWhole(text, span)))
          && opensSentence(text, span)
          && !isSigned(text, all.get(last))
          && (goesOn || near(text, before, span) || nextParagraph(text, before, span))) {
        extend(all, last, span);
      } else {
        last =
            words(text, span) >= WORDS && opensSentence(text, span)
                ? before(text, all, span, cue -> Attributor.isSpeech(analysis, cue))
                : -1;
        if (last >= 0) {
          extend(all, last, span);
        }
      }
      goesOn = quotation.goesOn();
      before = span.end();
    }
    opened(text, all, quotations);
    return all;
  }

  /**
   * Gives a paragraph that is a quotation and that nobody says to who says the quotation that the
   * next one opens with: "'...'", "'...,' she said".
   */
  private static void opened(String text, List<Said> said, List<Quotations.Quotation> quotations) {
    for (int i = quotations.size() - 2; i >= 0; i--) {
      Span span = quotations.get(i).span();
      Span next = quotations.get(i + 1).span();
      if (words(text, span) >= WORDS
          && isParagraph(text, span)
          && owner(said, span) < 0
          && text.substring(span.end(), next.begin()).isBlank()) {
        int owner = owner(said, next);
        if (owner >= 0
            && said.get(owner).cue().begin() >= next.end()
            && !isSigned(text, said.get(owner))) {
          extend(said, owner, span);
        }
      }
    }
  }

  /**
   * The attribution whose content most overlaps the quotation, unless that is only a scrap of it.
   */
  private static int owner(List<Said> said, Span quotation) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < said.size(); i++) {
      int shared =
          said.get(i).content().stream().mapToInt(c -> Contents.shared(c, quotation)).sum();
      boolean inside = quotation.contains(said.get(i).cue());
      boolean later = // of two, the tag behind it: "she scolded him: 'No,' she said"
          shared == most && shared > 0 && said.get(i).cue().begin() >= quotation.end();
      if (!inside && (shared > most || later)) {
        most = shared;
        best = i;
      }
    }
    return best;
  }

  /**
   * The attribution of the sentence right before: "She said no. 'We cannot.'"; of the paragraph
   * before where a quotation is a paragraph of its own.
   */
  private static int before(String text, List<Said> said, Span quotation, Predicate<Span> speech) {
    int best = -1;
    for (int i = 0; i < said.size(); i++) {
      Span sentence = said.get(i).sentence();
      boolean near =
          sentence.end() <= quotation.begin()
              && quotation.begin() - sentence.end() <= NEAR
              && ((speech.test(said.get(i).cue()) && isParagraph(text, quotation))
                  || text.substring(sentence.end(), quotation.begin()).indexOf('\n') < 0);
      if (near && !said.get(i).source().isEmpty()) {
        best = i;
      }
    }
    return best;
  }

  /** "said the raid was 'wrong' and that the blockade had been 'an outrage'": of one sentence. */
  private static boolean goesOn(Analysis analysis, List<Said> said, int at, Span quotation) {
    Said one = said.get(at);
    Span last = one.content().get(one.content().size() - 1);
    if (last.end() > quotation.begin()
        || one.cue().end() > last.end()
        || !one.sentence().contains(new Span(last.begin(), quotation.begin()))
        || !GOES_ON.matcher(analysis.text()).region(last.end(), quotation.begin()).matches()) {
      return false;
    }
    Span both = last.union(quotation);
    return said.stream()
            .noneMatch(other -> other.cue().begin() >= last.end() && both.contains(other.cue()))
        && QuotationTags.cues(analysis, both).stream()
            .noneMatch(cue -> cue.begin() >= last.end() && cue.end() <= quotation.begin());
  }

  /** Whether in a quotation somebody speaks whose words stand in other marks. */
  private static boolean isExcerpt(String text, List<Said> said, Span quotation) {
    return text.charAt(quotation.begin()) == '"'
        && quotation.of(text).contains("\u201c")
        && said.stream().anyMatch(one -> quotation.contains(one.cue()));
  }

  private static boolean isParagraph(String text, Span quotation) {
    int line = text.lastIndexOf('\n', quotation.begin());
    int end = text.indexOf('\n', quotation.end());
    return text.substring(line + 1, quotation.begin()).isBlank()
        && !TURN.matcher(text).region(quotation.begin(), quotation.end()).lookingAt()
        && text.substring(quotation.end(), end < 0 ? text.length() : end).length() <= 2;
  }

  /** "'...' - Lena Marou": the name behind a dash ends it. */
  private static boolean isSigned(String text, Said said) {
    return "-\u2013\u2014\u2015\"\u201d".indexOf(text.charAt(said.cue().begin())) >= 0;
  }

  private static void extend(List<Said> said, int at, Span quotation) {
    List<Span> spans = new ArrayList<>(said.get(at).content());
    spans.add(quotation);
    said.set(at, said.get(at).with(Contents.joined(spans, 1)));
  }

  /**
   * Whether a quotation follows another in its paragraph with nothing but the speech tag between.
   */
  private static boolean near(String text, int before, Span span) {
    return span.begin() >= before && text.substring(before, span.begin()).indexOf('\n') < 0;
  }

  /** Whether a quotation opens the paragraph right after the one that the last quotation is in. */
  private static boolean nextParagraph(String text, int before, Span span) {
    if (span.begin() < before) {
      return false;
    }
    String between = text.substring(before, span.begin());
    int end = between.stripTrailing().length();
    return end < between.length()
        && between.indexOf('\n', end) >= 0
        && between.substring(0, end).indexOf('\n') < 0;
  }

  /** Whether all words but small ones begin with a capital, as those of a name do. */
  static boolean isTitle(String text, Span span) {
    String[] words = span.of(text).replaceAll("[^\\p{L}\\p{N} ]", "").trim().split(" +");
    boolean capitals = words.length <= 2 * WORDS;
    for (String word : words) {
      capitals &= word.length() <= 3 || Character.isUpperCase(word.charAt(0));
    }
    return capitals && !opensSentence(text, span);
  }

  /** Whether a quotation ends as a sentence does. */
  private static boolean isWhole(String text, Span span) {
    return ".?!".indexOf(text.charAt(Quotations.last(text, span))) >= 0;
  }

  private static boolean opensSentence(String text, Span span) {
    int i = span.begin() - 1;
    while (i >= 0 && Character.isSpaceChar(text.charAt(i))) {
      i--;
    }
    Matcher also = ALSO.matcher(text).region(Math.max(0, i - 5), i + 1);
    if (also.find()) {
      return true; // "he said. But 'we ...'"
    }
    if (i > 0 && "\"\u201d".indexOf(text.charAt(i)) >= 0) {
      i--; // "on 'The Hour.' 'We ...'"
    }
    return i < 0 || ".!?\n,:\u2014".indexOf(text.charAt(i)) >= 0;
  }

  /** How many words a span has. */
  static int words(String text, Span span) {
    return span.of(text).trim().split("\\s+").length;
  }
}
