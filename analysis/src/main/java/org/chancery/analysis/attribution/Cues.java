package org.chancery.analysis.attribution;

import java.util.Set;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;

/** What the cues of {@code lexicon/cues.tsv} do, by their stance. */
final class Cues {
  /** Stance of verbs that give something a name. */
  static final Set<String> NAMES = Set.of("names");

  private Cues() {}

  /** Whether words are a cue of one of these stances. */
  static boolean is(Phrases.Hit<Term> hit, Set<String> stances) {
    return hit.values().stream()
        .anyMatch(term -> term.kind() == Term.Kind.CUE && stances.contains(term.detail()));
  }
}
