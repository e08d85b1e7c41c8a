package org.chancery.analysis.lexicon;

import org.chancery.core.Layer;
import org.chancery.core.Span;

/** Layers that stay inside the analysis. */
public final class Layers {
  private Layers() {}

  /** Known names, leftmost longest. */
  public static final Layer<Phrases.Hit<Name>> NAMES = new Layer<>("names");

  /** Triggers, agents, titles and cues, overlapping. */
  public static final Layer<Phrases.Hit<Term>> TERMS = new Layer<>("terms");

  /** Sentences that the relevance gate lets through to the encoder. */
  public static final Layer<Span> GATED = new Layer<>("gated");
}
