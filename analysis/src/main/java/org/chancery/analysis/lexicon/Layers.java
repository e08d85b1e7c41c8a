package org.chancery.analysis.lexicon;

import org.chancery.core.Layer;
import org.chancery.core.Span;

/** Layers that stay inside the analysis. */
public final class Layers {
  private Layers() {}

  /** Known names, leftmost longest. */
  public static final Layer<Phrases.Hit<Name>> NAMES = new Layer<>("names");

  /** Triggers, agents, titles and cues, overlapping; of loaded words those of the plain ones. */
  public static final Layer<Phrases.Hit<Term>> TERMS = new Layer<>("terms");

  /** Loaded words, each with the plain ones that are read in its place (none: left out). */
  public static final Layer<Phrases.Hit<String>> LOADED = new Layer<>("loaded");

  /** Sentences that the relevance gate lets through to the encoder. */
  public static final Layer<Span> GATED = new Layer<>("gated");
}
