package org.chancery.analysis.lexicon;

import java.util.List;

/**
 * A word of a lexicon: what kind of list it is from, its key there, and what the list says of it.
 *
 * @param values of a trigger its types, of an agent or title its sectors
 * @param detail of a trigger its mode, of a title its office key, of a cue its stance
 * @param cameo of a trigger the CAMEO code that it fixes, else empty
 */
public record Term(Kind kind, String key, List<String> values, String detail, String cameo) {
  /** Copies the values. */
  public Term {
    values = List.copyOf(values);
  }

  /** The lists. */
  public enum Kind {
    TRIGGER,
    AGENT,
    TITLE,
    CUE,
    /** A loaded expression of {@code framing/terms.tsv}. */
    LOADED,
    /**
     * A word of {@code figures/counts.tsv} that says what a number counts ("dead", "a toll of").
     */
    COUNT
  }
}
