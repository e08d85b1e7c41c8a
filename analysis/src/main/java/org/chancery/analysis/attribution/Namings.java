package org.chancery.analysis.attribution;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who gives something a loaded name, by grammar, where the encoder finds no speaker: the subject of
 * a verb that names ("what the prosecutor calls terrorism"), and in whose eyes it is so ("for the
 * army they were terrorists").
 */
final class Namings {
  private static final String NO_VERB =
      "(?!(?:is|are|was|were|be|been|had|has|have|will|would|can|could|may|said|says|told|who|which|that|whom|they|he|she|it)\\b)";

  private static final String PARTY =
      "(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Bb]oth|[Ss]ome|\\p{Lu}[\\p{L}'\u2019.-]*)(?: "
          + NO_VERB
          + "[\\p{L}\\p{N}'\u2019-]+){0,7}?)";

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:^|.*[,;:] |.*\\b(?:said|says|saying|that|and|but|while|whom|what|which|though|because|when|as) )("
              + PARTY
              + ")(?:,? (?:who|which|that))?(?: (?:has|have|had))?(?: (?:often|always|also|now|long|since|once|repeatedly|again))? $",
          Pattern.DOTALL);

  private static final Pattern VIEW =
      Pattern.compile(
          "(?:^|[,;:] |\\b(?:said|says|that|and|but|while),? )([Ff]or|[Tt]o|[Ii]n the (?:eyes|view|opinion) of) ("
              + PARTY
              + "),? (?:they|he|she|it|this|that|these|those|(?:the|his|her|its|their|all|every)(?: (?!the\\b|an?\\b)"
              + NO_VERB
              + "[\\p{L}\\p{N}'\u2019-]+){1,4}?) (?:is|are|was|were|remains?|remained|will be|had been|have been) ");

  /** What is no party after "for": "for the first time they were". */
  private static final Pattern TIME =
      Pattern.compile(
          "\\b(?:time|times|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|moment|while|reasons?|instance|example|part|sake)$");

  private static final Pattern STOP = Pattern.compile("[,;:.](?=\\s|$)");

  private Namings() {}

  /** Adds the namings of a sentence to what is said, outside of quotations. */
  static void add(
      Analysis analysis, Span sentence, List<Said> said, List<Quotations.Quotation> quotations) {
    List<Phrases.Hit<Term>> hits = sentence.among(analysis.get(Layers.TERMS), Phrases.Hit::span);
    List<Span> loaded =
        hits.stream().filter(hit -> has(hit, Term.Kind.LOADED)).map(Phrases.Hit::span).toList();
    if (loaded.isEmpty()) {
      return;
    }
    for (Phrases.Hit<Term> hit : hits) {
      if (Cues.is(hit, Cues.NAMES)
          && quotations.stream().noneMatch(q -> q.span().contains(hit.span()))) {
        verb(analysis.text(), sentence, hit.span(), loaded, said);
      }
    }
    Matcher view = VIEW.matcher(analysis.text()).region(sentence.begin(), sentence.end());
    while (view.find()) {
      Span cue = new Span(view.start(1), view.end(1));
      Span content = content(analysis.text(), sentence, view.end());
      if (!TIME.matcher(view.group(2)).find()
          && loaded.stream().anyMatch(content::contains)
          && quotations.stream().noneMatch(q -> q.span().contains(cue))) {
        said.add(
            new Said(
                cue, List.of(new Span(view.start(2), view.end(2))), List.of(content), sentence));
      }
    }
  }

  private static void verb(
      String text, Span sentence, Span cue, List<Span> loaded, List<Said> said) {
    Said known = said.stream().filter(one -> one.cue().overlaps(cue)).findFirst().orElse(null);
    if (known != null && !known.source().isEmpty()) {
      return;
    }
    Span source = subject(text, sentence, cue);
    Span content = content(text, sentence, cue.end());
    if (source == null || loaded.stream().noneMatch(content::contains)) {
      return;
    }
    said.remove(known);
    List<Span> words = known == null ? List.of(content) : known.content();
    said.add(new Said(cue, List.of(source), words, sentence));
  }

  private static @Nullable Span subject(String text, Span sentence, Span verb) {
    Matcher subject = SUBJECT.matcher(text).region(sentence.begin(), verb.begin());
    return subject.lookingAt() ? new Span(subject.start(1), subject.end(1)) : null;
  }

  private static Span content(String text, Span sentence, int begin) {
    Matcher stop = STOP.matcher(text).region(begin, sentence.end());
    int from = text.startsWith(" ", begin) ? begin + 1 : begin;
    return new Span(from, Math.max(from, stop.find() ? stop.start() : sentence.end()));
  }

  private static boolean has(Phrases.Hit<Term> hit, Term.Kind kind) {
    return hit.values().stream().anyMatch(term -> term.kind() == kind);
  }
}
