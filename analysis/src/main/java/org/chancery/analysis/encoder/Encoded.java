package org.chancery.analysis.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.core.Span;

/** What the encoder says of one input: a state a piece, and what the heads make of it. */
public final class Encoded {
  private static final int WIDTH = 384;

  /**
   * A piece is in no role only when that is about three times as likely: recall is worth more here.
   */
  private static final float OUTSIDE = 0.35f;

  /** The same for cues; chosen on {@code polnear-train}. */
  private static final float OUTSIDE_CUE = 1f;

  private final EncoderInput input;
  private final float[][] states;
  private final float[][] pieces;
  private final HeadWeights heads;
  private final Map<Argument, float[]> parts = new ConcurrentHashMap<>();

  Encoded(EncoderInput input, float[][] states, float[][] pieces, HeadWeights heads) {
    this.input = input;
    this.states = states;
    this.pieces = pieces;
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

  /**
   * Spans of where an event of the sentence happens ({@code p}) and of what dates it ({@code d}).
   */
  public List<Tagged> settings() {
    return tags("settings", Labels.SETTINGS, 1);
  }

  /** Spans of the words that say that something is said. */
  public List<Tagged> cues() {
    return tags("cues", Labels.CUES, OUTSIDE_CUE);
  }

  /** Probability that the sentence holds an event. */
  public double relevance() {
    return HeadWeights.softmax(heads.linear(states[0], "relevance"))[1];
  }

  /** Spans of the source ({@code s}) and of the content ({@code q}) of a cue. */
  public List<Tagged> parts(Span cue) {
    List<Integer> own = input.piecesOf(cue);
    if (own.isEmpty()) {
      return List.of();
    }
    float[] mean = new float[WIDTH];
    addMean(own, mean);
    float[] joined = heads.linear(mean, "cue");
    float[] before = heads.linear(new float[] {1}, "side");
    float[] after = heads.linear(new float[] {0}, "side");
    int joint = before.length;
    int first = heads.columns("piece").begin();
    List<Tagged> found = new ArrayList<>();
    int open = 0;
    double sum = 0;
    int count = 0;
    Span span = new Span(0, 0);
    for (int i = 1; i < states.length; i++) {
      int label = 0;
      float[] p = {1, 0, 0};
      if (i < states.length - 1) {
        float[] x = new float[2 * joint];
        float[] low = new float[joint];
        float[] side = i < own.get(0) ? before : after;
        for (int d = 0; d < joint; d++) {
          low[d] = pieces[i][first + d] + joined[d] + side[d];
          x[joint + d] = pieces[i][first + joint + d] * joined[joint + d];
        }
        HeadWeights.gelu(low);
        System.arraycopy(low, 0, x, 0, joint);
        p = HeadWeights.softmax(heads.linear(x, "parts"));
        label = p[1] > p[0] ? (p[2] > p[1] ? 2 : 1) : (p[2] > p[0] ? 2 : 0);
      }
      if (label == open && label != 0) {
        span = span.union(input.spans().get(i));
        sum += p[label];
        count++;
        continue;
      }
      if (open != 0) {
        found.add(new Tagged(Labels.PARTS.get(open), span, sum / count));
      }
      open = label;
      span = input.spans().get(i);
      sum = p[label];
      count = 1;
    }
    return found;
  }

  /** Adds the mean of the states of some pieces. */
  private void addMean(List<Integer> some, float[] x) {
    float count = some.size();
    for (int piece : some) {
      float[] state = states[piece];
      for (int d = 0; d < WIDTH; d++) {
        x[d] += state[d] / count;
      }
    }
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
        float[] p = HeadWeights.softmax(heads.part(pieces[i], head));
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

  /** Whether the encoder was shown any of these words. */
  public boolean isRead(Span span) {
    return !input.piecesOf(span).isEmpty();
  }

  /** Word pieces between two spans, 0 when they touch. A hidden name is one piece, however long. */
  public int gap(Span one, Span other) {
    List<Integer> a = input.piecesOf(one);
    List<Integer> b = input.piecesOf(other);
    if (a.isEmpty() || b.isEmpty()) {
      return states.length;
    }
    int after = b.get(0) - a.get(a.size() - 1) - 1;
    int before = a.get(0) - b.get(b.size() - 1) - 1;
    return Math.max(0, Math.max(after, before));
  }

  /** Type and modality of a triple; an empty span list is a missing argument. */
  public Reading triple(List<Span> actor, List<Span> recipient, List<Span> trigger) {
    float[] inner = part(0, List.of()).clone();
    List<List<Span>> arguments = List.of(actor, recipient, trigger);
    for (int k = 0; k < 3; k++) {
      float[] part = part(k + 1, arguments.get(k));
      for (int c = 0; c < inner.length; c++) {
        inner[c] += part[c];
      }
    }
    HeadWeights.gelu(inner);
    float[] logits = heads.linear(inner, HeadWeights.READING);
    return new Reading(
        HeadWeights.softmax(heads.part(logits, "types")),
        HeadWeights.softmax(heads.part(logits, "modalities")),
        inner);
  }

  /**
   * What one argument (0 the whole sentence) adds to the hidden layer. Kept, since the pairs of a
   * sentence share their arguments.
   */
  private float[] part(int argument, List<Span> spans) {
    return parts.computeIfAbsent(
        new Argument(argument, List.copyOf(spans)),
        key -> {
          if (argument == 0) {
            return heads.block(states[0], "inner", 0, true);
          }
          List<Integer> pieces = new ArrayList<>();
          spans.forEach(s -> pieces.addAll(input.piecesOf(s)));
          float[] x = pieces.isEmpty() ? heads.missing(argument - 1) : new float[WIDTH];
          addMean(pieces, x);
          return heads.block(x, "inner", argument * WIDTH, false);
        });
  }

  private record Argument(int argument, List<Span> spans) {}
}
