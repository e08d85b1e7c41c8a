package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.Span;

/**
 * Who gives numbers, where the encoder sees no speech ("logged 316 violations"): joins what {@link
 * Counters} and {@link GivenNumbers} find with what is said already.
 */
final class Numbers {
  /** Stance of verbs that give a number. */
  private static final Set<String> COUNTS = Set.of("counts");

  private Numbers() {}

  /** Adds those of a sentence to what is said. */
  static void add(Analysis analysis, Span sentence, List<Said> said) {
    List<Phrases.Hit<Term>> hits = sentence.among(analysis.get(Layers.TERMS), Phrases.Hit::span);
    for (Phrases.Hit<Term> hit : hits) {
      if (Cues.is(hit, COUNTS)
          && Counters.counts(analysis.text(), hit.span(), sentence)
          && said.stream().noneMatch(one -> one.cue().overlaps(hit.span()))) {
        Said one = Counters.said(analysis, sentence, hit.span());
        if (one != null) {
          said.add(one);
        }
      }
    }
    for (Said owner : Counters.owners(analysis, sentence)) {
      said.removeIf(one -> one.cue().overlaps(owner.cue()) && one.source().isEmpty());
      if (said.stream().noneMatch(one -> one.cue().overlaps(owner.cue()))) {
        said.add(owner);
      }
    }
    GivenNumbers.of(analysis, sentence).forEach(given -> given(said, given));
    for (Said other : Ellipses.of(analysis, sentence, said)) {
      said.replaceAll(one -> without(one, other.source().get(0)));
      said.add(other);
    }
    for (Said named : GivenNumbers.ofHeadline(analysis, sentence)) {
      boolean dash = !named.cue().of(analysis.text()).equals(":");
      said.removeIf(one -> dash && one.sentence().equals(sentence) && colon(analysis, one));
      if (said.stream().noneMatch(one -> one.sentence().equals(sentence) && colon(analysis, one))) {
        said.add(named);
      }
    }
  }

  /** What is said without a source that is another's. */
  private static Said without(Said said, Span name) {
    List<Span> source = said.source().stream().filter(span -> !span.overlaps(name)).toList();
    return source.isEmpty() || source.size() == said.source().size()
        ? said
        : new Said(said.cue(), source, said.content(), said.sentence());
  }

  private static boolean colon(Analysis analysis, Said one) {
    return one.cue().of(analysis.text()).equals(":");
  }

  /** Adds who gives one number, or the number to what the same cue tells already. */
  private static void given(List<Said> said, Said given) {
    Said known =
        said.stream().filter(one -> one.cue().overlaps(given.cue())).findFirst().orElse(null);
    said.remove(known);
    boolean same = known != null && known.source().equals(given.source());
    if (known == null || !same) {
      said.add(given);
      return;
    }
    List<Span> content = new ArrayList<>(known.content());
    if (content.stream().noneMatch(span -> span.overlaps(given.content().get(0)))) {
      content.add(0, given.content().get(0));
    }
    said.add(known.with(content));
  }
}
