package org.chancery.analysis.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;

/** Runs the encoder once over each sentence that the gate lets through, with known names hidden. */
public final class EncoderStage implements Stage {
  /** What the encoder says of each gated sentence. */
  public static final Layer<Sentence> ENCODED = new Layer<>("encoded");

  private final OnnxEncoder encoder;
  private final Blinder blinder;

  /** Uses one encoder for all threads. */
  public EncoderStage(OnnxEncoder encoder, Blinder blinder) {
    this.encoder = encoder;
    this.blinder = blinder;
  }

  /** A sentence, its known names, and the encoder's reading of it. */
  public record Sentence(Span span, List<Phrases.Hit<Name>> names, Encoded encoded) {
    /** Copies the names. */
    public Sentence {
      names = List.copyOf(names);
    }
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layers.NAMES, Layers.GATED);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(ENCODED);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Phrases.Hit<Name>> names = analysis.get(Layers.NAMES);
    List<Sentence> encoded = new ArrayList<>();
    for (Span sentence : analysis.get(Layers.GATED)) {
      List<Phrases.Hit<Name>> inside = sentence.among(names, Phrases.Hit::span);
      EncoderInput input = blinder.plain(analysis.text(), sentence, inside);
      encoded.add(new Sentence(sentence, inside, encoder.encode(input)));
    }
    return analysis.with(ENCODED, encoded);
  }
}
