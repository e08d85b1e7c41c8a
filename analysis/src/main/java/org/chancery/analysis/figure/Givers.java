package org.chancery.analysis.figure;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.Attribution;
import org.chancery.core.EventMention;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a figure: the attribution with the shortest content that holds it, if its cue tells
 * something ("promised 500 soldiers" tells no number of any) and the figure stands in a clause that
 * the attribution reaches: in "12 died, police said, and 300 fled" the second number is nobody's
 * but the narrator's.
 */
final class Givers {
  /** Stances of cues that do something with words rather than tell that it is so. */
  private static final Set<String> PERFORMED =
      Set.of("asks", "offers", "hopes", "denies", "praises", "doubts", "blames");

  private static final Pattern TELLS =
      Pattern.compile(
          "(?i)accus\\w*.*|alleg\\w*|complain\\w*.*|puts?|at|count|tally|figures?|toll|estimate|total|number|telling|version|reckoning|\\W+");

  /** The next clause behind "police said": what it tells is not theirs. */
  private static final Pattern NEXT =
      Pattern.compile(
          "(?is)[^,;]{0,60}(?:;|[,\u2014] (?:and|but|while|whereas|although|though|as|yet)\\b).*");

  private static final Pattern STILL =
      Pattern.compile(
          "(?is).*\\b(?:adding|noting|saying|stressing|and that|but that|while also)\\b.*");

  /** "Put 131 to death, survivors said, and carried off 40": the same clause goes on. */
  private static final Pattern VERB =
      Pattern.compile(
          "(?is)[^,;]{0,60}, (?:and|but|then) (?:then |later |also |since |(?:ha[ds]|have|was|were) ){0,4}(?:\\p{L}+ed|took|held|shot|left|lost|sent|put|made|set|cut|hit|drove|fled|gave|let|brought|found|freed|fell|went|swept|burnt|slew|stole|laid|saw|sank|blew) (?!.*[;\u2014]).*");

  private static final Pattern ASIDE =
      Pattern.compile("(?is).*[,\u2014] (?:where|which|who|when|after|as)\\b.*");
  private static final Pattern OPENED =
      Pattern.compile("(?is).*[,;] (?:where|which|who|when|and|but|while),? ?");

  /** Characters beside a cue. */
  private static final int NEAR = 30;

  private static final int AUXILIARY = 15;
  private static final Pattern PRONOUN = Pattern.compile("(?i)who|which|that");

  private Givers() {}

  /** Id of the attribution that gives a figure, or {@link EventMention#NARRATOR}. */
  static String of(Analysis analysis, Span sentence, Span figure) {
    Attribution best = null;
    int shortest = Integer.MAX_VALUE;
    for (Attribution attribution : analysis.get(Layer.ATTRIBUTIONS)) {
      boolean holds = // "the 2,000", where the content is the number without its hedge
          attribution.content().stream().anyMatch(c -> c.contains(figure) || figure.contains(c));
      int length = attribution.content().stream().mapToInt(Span::length).sum();
      if (holds
          && length < shortest
          && tells(analysis, attribution)
          && reaches(analysis, sentence, attribution, figure)) {
        shortest = length;
        best = attribution;
      }
    }
    if (best == null) {
      return EventMention.NARRATOR;
    }
    Attribution inner = best;
    Attribution outer =
        analysis.get(Layer.ATTRIBUTIONS).stream()
            .filter(a -> counts(inner, analysis.text()) && !counts(a, analysis.text()))
            .filter(a -> a.content().stream().anyMatch(c -> c.contains(inner.cue().get(0))))
            .filter(a -> tells(analysis, a) && reaches(analysis, sentence, a, figure))
            .filter(a -> !apart(analysis.text(), a, inner))
            .findFirst()
            .orElse(inner);
    return antecedent(analysis, outer).id();
  }

  /** "Figures show that 300 came, while the ministry counts 200": each has its own. */
  private static boolean apart(String text, Attribution outer, Attribution inner) {
    int begin = Math.min(outer.cue().get(0).end(), inner.cue().get(0).begin());
    String between = text.substring(begin, inner.cue().get(0).begin());
    return between.matches("(?is).*\\b(?:while|but|whereas|though|although|which|who)\\b.*");
  }

  /** "The authorities, who say": the attribution whose source the pronoun stands for. */
  private static Attribution antecedent(Analysis analysis, Attribution attribution) {
    Attribution.Source source = attribution.source();
    String text = analysis.text();
    Span cue = attribution.cue().get(0);
    boolean pronoun =
        source == null
            ? text.substring(Math.max(0, cue.begin() - NEAR), cue.begin())
                .matches("(?is).*\\b(?:who|which)\\s*")
            : PRONOUN.matcher(source.text()).matches();
    if (!pronoun) {
      return attribution;
    }
    for (Attribution other : analysis.get(Layer.ATTRIBUTIONS)) {
      Attribution.Source named = other.source();
      if (named != null && !other.equals(attribution)) {
        int end = named.spans().get(named.spans().size() - 1).end();
        if (end <= cue.begin() && cue.begin() - end <= 12) {
          return other;
        }
      }
    }
    return attribution;
  }

  private static boolean tells(Analysis analysis, Attribution attribution) {
    Span cue = attribution.cue().get(0);
    String own = cue.of(analysis.text());
    if (own.matches("(?i)ha[sdv]e?")) { // "had found" where the encoder takes the first word
      int end = Math.min(cue.end() + AUXILIARY, analysis.text().length());
      cue = new Span(/* begin= */ cue.end(), end);
    }
    int stop = Math.min(analysis.text().length(), cue.end() + NEAR);
    String next = analysis.text().substring(cue.end(), stop).stripLeading();
    if (next.matches("(?is)(?:the |at least )?(?:[\\w,]+ )?(?:life|lives)\\b.*")) {
      return false; // "claimed the lives of"
    }
    if (own.matches("(?i)agree[sd]?") && next.startsWith("to ")) {
      return false; // "agreed to exchange 50"
    }
    if (TELLS.matcher(own).matches()) {
      return true;
    }
    boolean any = false;
    for (Phrases.Hit<Term> hit : cue.among(analysis.get(Layers.TERMS), Phrases.Hit::span)) {
      for (Term term : hit.values()) {
        any |= term.kind() == Term.Kind.CUE && !PERFORMED.contains(term.detail());
      }
    }
    return any;
  }

  private static boolean reaches(
      Analysis analysis, Span sentence, Attribution attribution, Span figure) {
    String text = analysis.text();
    Span frame = frame(sentence, attribution);
    Span cue = attribution.cue().get(0);
    Attribution.Source source = attribution.source();
    boolean headline = // "Police chief: 34 killed; 78 injured"
        cue.of(text).equals(":") && source != null && source.spans().get(0).end() == cue.begin();
    if (frame == null
        || headline
        || (attribution.form() == Attribution.Form.DIRECT && quoted(attribution, figure, text))) {
      return true;
    }
    String opening = text.substring(sentence.begin(), frame.begin());
    if (figure.end() <= frame.begin() && OPENED.matcher(opening).matches()) {
      return false; // "where, the president said, 100 died"
    }
    boolean inverted = attribution.content().stream().anyMatch(c -> c.begin() < frame.begin());
    if (figure.end() <= frame.begin()) {
      return !text.substring(figure.end(), frame.begin()).contains(";")
          || (closes(attribution, sentence, frame, text)
              && !saidBefore(analysis, sentence, figure, frame));
    }
    if (figure.begin() < frame.end()) {
      return true;
    }
    String between = text.substring(frame.end(), figure.begin());
    if (inverted) {
      boolean quotedBefore =
          attribution.form() != Attribution.Form.INDIRECT
              && text.substring(sentence.begin(), frame.begin())
                  .matches("(?s).*[\"\u201d\u2019'],? ?");
      return STILL.matcher(between).matches()
          || VERB.matcher(between).matches()
          || !(NEXT.matcher(between).matches() || quotedBefore);
    }
    boolean aside = counts(attribution, text) && ASIDE.matcher(between).matches();
    return between.indexOf(';') < 0 && !aside;
  }

  /** "One fell; two rose, the prefect said.": source, then cue, at the end of the sentence. */
  private static boolean closes(Attribution attribution, Span sentence, Span frame, String text) {
    Attribution.Source source = attribution.source();
    return source != null
        && source.spans().get(0).begin() < attribution.cue().get(0).begin()
        && text.substring(frame.end(), sentence.end()).strip().equals(".");
  }

  /** Whether somebody else said the clause of a figure before the one that ends the sentence. */
  private static boolean saidBefore(Analysis analysis, Span sentence, Span figure, Span frame) {
    int stop = analysis.text().indexOf(';', figure.end());
    return analysis.get(Layer.ATTRIBUTIONS).stream()
        .map(a -> a.cue().get(0))
        .anyMatch(cue -> sentence.contains(cue) && cue.end() <= stop && !cue.overlaps(frame));
  }

  /** Whether the words between quotation marks hold the figure. */
  private static boolean quoted(Attribution attribution, Span figure, String text) {
    return attribution.content().stream()
        .anyMatch(
            c ->
                c.contains(figure) && "\"\u201c\u2018'\u00ab".indexOf(text.charAt(c.begin())) >= 0);
  }

  /** Verbs that count tell of no more than their object. */
  private static boolean counts(Attribution attribution, String text) {
    return attribution
        .cue()
        .get(0)
        .of(text)
        .matches(
            "(?i)(?:count|log|record|register|document|list|report|tall|verif)(?:s|ed|ged|ied|ies|y|ing)?");
  }

  /** Source and cue in this sentence, as one span; null when they stand in another. */
  private static @Nullable Span frame(Span sentence, Attribution attribution) {
    Span frame = attribution.cue().get(0);
    if (!sentence.contains(frame)) {
      return null;
    }
    Attribution.Source source = attribution.source();
    for (Span span : source == null ? List.<Span>of() : source.spans()) {
      boolean near =
          Math.max(span.begin(), frame.begin()) - Math.min(span.end(), frame.end()) <= 40;
      frame = sentence.contains(span) && near ? frame.union(span) : frame;
    }
    return frame;
  }
}
