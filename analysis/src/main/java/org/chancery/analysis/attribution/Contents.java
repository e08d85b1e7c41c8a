package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Attribution;
import org.chancery.core.Span;

/** Tidies the words that the encoder takes for content or source. */
final class Contents {
  private static final String MARKS = "\"\u201c\u201d\u00ab\u00bb\u201e'\u2018\u2019`";
  private static final int GAP = 3;

  /** Characters between a cue and its source. */
  private static final int FAR = 40;

  /** Characters of a word between two pieces of a source. */
  private static final int WORD = 7;

  private static final double QUOTED = 0.5;

  /** Characters between two pieces of one content. */
  private static final int BRIDGE = 25;

  /** A piece shorter than this beside a long one is a slip. */
  private static final int SCRAP = 8;

  /** A quotation that ends with a comma, and what is no part of the same list. */
  private static final Pattern APPOSED =
      Pattern.compile(
          "(?is),[\"\u201d'\u2019]{1,2} (?!and\\b|but\\b|or\\b|nor\\b|that\\b|yet\\b|[\u2014-]).*");

  private static final Pattern DASH =
      Pattern.compile("(?is) (?:--?|[\u2013\u2014]) (?:an?|the|which|where|who|not|though)\\b.*");

  private static final Pattern TAG =
      Pattern.compile(
          ",[\"\u201d\u2019']? ((?:(?:the|an?|its|their|his|her|local|state|police|some) |\\p{Lu})[\\p{L}\\p{N}.&'\u2019-]*(?: [\\p{L}\\p{N}.&'\u2019-]+){0,7}) ");

  private static final Pattern NAMED = Pattern.compile("(?i)\\bas (?:an? |the )?$");

  private static final Pattern ASIDE =
      Pattern.compile("(?is) (?:during|in|on|at|after|before|while|when|as|by|for)\\b.*");

  private Contents() {}

  /**
   * Content in order (what is around it: source and cue, the cue last): pieces a few characters
   * apart are one, a quotation that is mostly content is content whole, and commas and full stops
   * outside of it are left out.
   */
  static List<Span> tidy(
      String text,
      Span sentence,
      List<Span> content,
      List<Span> around,
      List<Quotations.Quotation> quotations) {
    List<Span> joined = bridged(content, around);
    for (Quotations.Quotation quotation : quotations) {
      Span inside = within(quotation.span(), sentence);
      int covered = joined.stream().mapToInt(s -> shared(s, inside)).sum();
      boolean within = around.stream().anyMatch(inside::contains); // "'He said that ...'"
      if (covered > 0 && covered >= inside.length() * QUOTED && !within) {
        joined.add(inside);
      }
    }
    List<Span> tidy = new ArrayList<>();
    for (Span span : joined(joined)) {
      Span trimmed = trim(text, span);
      if (trimmed.length() > 0) {
        tidy.add(trimmed);
      }
    }
    return tidy;
  }

  /**
   * Content behind a cue without what follows its last quotation and is the writer's: "the
   * 'loophole,' a flaw in ...", "as a 'crazy system' during a visit".
   */
  static List<Span> closed(
      String text, Span cue, List<Span> content, List<Quotations.Quotation> quotations) {
    List<Span> closed = new ArrayList<>();
    for (Span span : content) {
      Span last = null;
      for (Quotations.Quotation quotation : quotations) {
        last = span.contains(quotation.span()) ? quotation.span() : last;
      }
      boolean ends =
          last != null
              && span.begin() >= cue.end()
              && last.end() < span.end()
              && (APPOSED.matcher(text).region(Quotations.last(text, last), span.end()).matches()
                  || DASH.matcher(text).region(last.end(), span.end()).matches()
                  || (NAMED.matcher(text).region(Math.max(0, last.begin() - 8), last.begin()).find()
                      && ASIDE.matcher(text).region(last.end(), span.end()).matches()));
      closed.add(ends && last != null ? new Span(span.begin(), last.end()) : span);
    }
    return closed;
  }

  /** A span with the rest of the words that it cuts through. */
  static Span words(String text, Span span) {
    int begin = span.begin();
    int end = span.end();
    while (begin > 0 && inWord(text, begin - 1) && inWord(text, begin)) {
      begin--;
    }
    while (end < text.length() && end > begin && inWord(text, end - 1) && inWord(text, end)) {
      end++;
    }
    return new Span(begin, end);
  }

  private static boolean inWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019';
  }

  /** Pieces with a few words between them that are neither source nor cue are one. */
  private static List<Span> bridged(List<Span> content, List<Span> around) {
    List<Span> bridged = new ArrayList<>();
    for (Span span : joined(content)) {
      Span last = bridged.isEmpty() ? null : bridged.get(bridged.size() - 1);
      if (last != null && span.begin() - last.end() <= BRIDGE) {
        Span gap = new Span(/* begin= */ last.end(), /* end= */ span.begin());
        if (around.stream().noneMatch(gap::overlaps)) {
          bridged.set(bridged.size() - 1, last.union(span));
          continue;
        }
      }
      bridged.add(span);
    }
    int longest = bridged.stream().mapToInt(Span::length).max().orElse(0);
    bridged.removeIf(span -> span.length() < SCRAP && longest > 4 * SCRAP);
    return bridged;
  }

  private static List<Span> joined(List<Span> spans) {
    return joined(spans, GAP);
  }

  /** Spans in order, those at most so many characters apart as one. */
  static List<Span> joined(Collection<Span> spans, int gap) {
    List<Span> joined = new ArrayList<>();
    for (Span span : new TreeSet<>(spans)) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && span.begin() - last.end() <= gap) {
        joined.set(joined.size() - 1, last.union(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static Span within(Span span, Span sentence) {
    int begin = Math.max(span.begin(), sentence.begin());
    return new Span(begin, Math.max(begin, Math.min(span.end(), sentence.end())));
  }

  /** Characters that two spans have in common. */
  static int shared(Span one, Span other) {
    return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.begin(), other.begin()));
  }

  /** A span without white space and marks that belong to no quotation at its ends. */
  static Span trim(String text, Span span) {
    int begin = span.begin();
    int end = span.end();
    while (begin < end
        && !Character.isLetterOrDigit(text.charAt(begin))
        && "$#@([\u20ac\u00a3".indexOf(text.charAt(begin)) < 0
        && MARKS.indexOf(text.charAt(begin)) < 0) {
      begin++;
    }
    while (end > begin
        && (Character.isWhitespace(text.charAt(end - 1))
            || ",;:.\u2014-".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    boolean onlyMarks = true;
    for (int i = begin; i < end; i++) {
      onlyMarks &= !Character.isLetterOrDigit(text.charAt(i));
    }
    return onlyMarks ? new Span(begin, begin) : new Span(begin, end);
  }

  /** The source's words, in order, whole words only; a word between two pieces is of it too. */
  static List<Span> source(String text, List<Span> source, Span cue) {
    List<Span> tidy = new ArrayList<>();
    boolean around =
        source.stream().anyMatch(s -> s.end() <= cue.begin())
            && source.stream().anyMatch(s -> s.begin() >= cue.end());
    for (Span span : around ? joined(source) : joined(source, WORD)) {
      boolean far = Math.max(span.begin() - cue.end(), cue.begin() - span.end()) > FAR;
      boolean beyond = // "according to the police; 40, according to the opposition"
          span.begin() > cue.end() && text.substring(cue.end(), span.begin()).indexOf(';') >= 0;
      if ((far || beyond) && near(source, cue)) {
        continue; // of another cue
      }
      Span trimmed = trim(text, words(text, span));
      if (trimmed.length() > 0) {
        tidy.add(trimmed);
      }
    }
    return tidy;
  }

  /** The source that stands between what is said and the cue: "..., their church confirmed". */
  static List<Span> tagged(String text, List<Span> content, Span cue) {
    int end = content.stream().mapToInt(Span::end).filter(e -> e <= cue.begin()).max().orElse(-1);
    if (end < 0) {
      return List.of();
    }
    Matcher name = TAG.matcher(text).region(end, cue.begin());
    return name.matches() ? List.of(new Span(name.start(1), name.end(1))) : List.of();
  }

  private static boolean near(List<Span> source, Span cue) {
    return source.stream()
        .anyMatch(s -> Math.max(s.begin() - cue.end(), cue.begin() - s.end()) <= GAP);
  }

  /** Direct when nearly all content stands in quotation marks, mixed when some does. */
  static Attribution.Form form(List<Span> content, List<Quotations.Quotation> quotations) {
    int all = 0;
    int quoted = 0;
    for (Span span : content) {
      all += span.length();
      for (Quotations.Quotation quotation : quotations) {
        quoted += shared(span, quotation.span());
      }
    }
    return quoted == 0
        ? Attribution.Form.INDIRECT
        : quoted >= all - 4 ? Attribution.Form.DIRECT : Attribution.Form.MIXED;
  }
}
