package org.chancery.analysis.coding;

import java.util.List;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.Labels;
import org.chancery.analysis.encoder.OnnxEncoder;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Names;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;

/**
 * Says the type of the event between a given actor and recipient of one sentence: the encoder reads
 * it with the two marked and once plain, and both readings are averaged.
 */
public final class PairReader {
  private static final double MARKED = 0.6;
  private final Names names;
  private final Blinder blinder;
  private final OnnxEncoder encoder;

  /** Uses the parts of a wired coder. */
  public PairReader(Names names, Blinder blinder, OnnxEncoder encoder) {
    this.names = names;
    this.blinder = blinder;
    this.encoder = encoder;
  }

  /** The likeliest type, never none. */
  public String type(String text, List<Span> actors, List<Span> recipients) {
    Span all = new Span(0, text.length());
    List<Phrases.Hit<Name>> known = names.find(text, 0, all.end());
    Encoded.Reading marked =
        encoder
            .encode(blinder.marked(text, all, known, actors, recipients))
            .triple(actors, recipients, List.of());
    Encoded.Reading plain =
        encoder.encode(blinder.plain(text, all, known)).triple(actors, recipients, List.of());
    int best = 0;
    double top = -1;
    for (int i = 0; i < Labels.TYPES.size(); i++) {
      double p = MARKED * marked.types()[i] + (1 - MARKED) * plain.types()[i];
      if (!Labels.TYPES.get(i).equals("NONE") && p > top) {
        top = p;
        best = i;
      }
    }
    return Labels.TYPES.get(best);
  }
}
