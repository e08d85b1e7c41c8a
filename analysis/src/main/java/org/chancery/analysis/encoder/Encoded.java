package org.chancery.analysis.encoder;

import java.util.ArrayList;
import java.util.List;
import org.chancery.core.Span;

/** What the encoder says of one input: a state a piece, and the heads over it. */
public final class Encoded {
  private static final int WIDTH = 384;

  /**
   * A piece is in no role only when that is about three times as likely: recall is worth more here.
   */
  private static final float OUTSIDE = 0.35f;

  private final EncoderInput input;
  private final float[][] states;
  private final HeadWeights heads;

  Encoded(EncoderInput input, float[][] states, HeadWeights heads) {
    this.input = input;
    this.states = states;
    this.heads = heads;
  }

  /** A tagged span: the label without B- or I-, and the mean probability of its pieces. */
  public record Tagged(String label, Span span, double probability) {}

  /**
   * Probabilities of types and modalities in the order of {@link Labels}, and the vector they were
   * read from.
   */
  @SuppressWarnings("ArrayRecordComponent") // read by the coder, never compared
  public record Reading(float[] types, float[] modalities, float[] vector) {}

  /** Spans of actor, recipient and trigger. */
  public List<Tagged> roles() {
    return tags("roles", Labels.ROLES, OUTSIDE);
  }

  /** Spans of persons, organisations and places. */
  public List<Tagged> names() {
    return tags("names", Labels.NAMES, 1);
  }

  private List<Tagged> tags(String head, List<String> labels, float outside) {
    List<Tagged> found = new ArrayList<>();
    int open = 0;
    double sum = 0;
    int count = 0;
    Span span = new Span(0, 0);
    for (int i = 1; i < states.length; i++) {
      int label = 0;
      float probability = 0;
      if (i < states.length - 1) {
        float[] p = HeadWeights.softmax(heads.linear(states[i], head));
        p[0] *= outside;
        for (int k = 1; k < p.length; k++) {
          label = p[k] > p[label] ? k : label;
        }
        probability = p[label];
      }
      boolean goesOn = open != 0 && label == open + 1;
      if (!goesOn && open != 0 && label == open && touches(span, input.spans().get(i))) {
        goesOn = true; // a second B inside a word
      }
      if (goesOn) {
        span = span.union(input.spans().get(i));
        sum += probability;
        count++;
        continue;
      }
      if (open != 0) {
        found.add(new Tagged(labels.get(open).substring(2), span, sum / count));
      }
      open = label == 0 ? 0 : label % 2 == 1 ? label : label - 1;
      span = input.spans().get(i);
      sum = probability;
      count = 1;
    }
    return found;
  }

  private static boolean touches(Span before, Span after) {
    return after.begin() <= before.end();
  }

  /** Type and modality of a triple; an empty span list is a missing argument. */
  public Reading triple(List<Span> actor, List<Span> recipient, List<Span> trigger) {
    float[] x = new float[4 * WIDTH];
    System.arraycopy(states[0], 0, x, 0, WIDTH);
    List<List<Span>> arguments = List.of(actor, recipient, trigger);
    for (int k = 0; k < 3; k++) {
      List<Integer> pieces = new ArrayList<>();
      arguments.get(k).forEach(s -> pieces.addAll(input.piecesOf(s)));
      if (pieces.isEmpty()) {
        heads.missing(k, x, (k + 1) * WIDTH, WIDTH);
      }
      for (int piece : pieces) {
        for (int d = 0; d < WIDTH; d++) {
          x[(k + 1) * WIDTH + d] += states[piece][d] / pieces.size();
        }
      }
    }
    float[] inner = heads.linear(x, "inner");
    HeadWeights.gelu(inner);
    float[] types = HeadWeights.softmax(heads.linear(inner, "types"));
    float[] modalities = HeadWeights.softmax(heads.linear(inner, "modalities"));
    return new Reading(types, modalities, inner);
  }
}
