package org.chancery.analysis.coding;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderInput;
import org.chancery.analysis.encoder.Labels;
import org.chancery.analysis.encoder.OnnxEncoder;
import org.chancery.analysis.lexicon.Names;
import org.chancery.core.ChanceryException;
import org.chancery.core.Ids;
import org.chancery.core.Span;

/**
 * The codebook's examples as vectors: what the encoder makes of each labelled event. Vectors of the
 * examples that the model was trained with are stored beside it; those that were added since are
 * encoded at the start, and count for more, since the weights do not know them.
 */
public final class NearestExamples {
  private static final String STORED = "models/examples.bin";
  private static final int NEIGHBOURS = 8;
  private static final double WARMTH = 0.05;
  private static final double ADDED = 3;
  private final List<Entry> entries = new ArrayList<>();

  /** A neighbour: where it stands, its sentence, label, cosine, and whether it was added since. */
  public record Neighbour(String where, String text, String type, double cosine, boolean added) {}

  @SuppressWarnings("ArrayRecordComponent") // a vector, never compared
  private record Entry(Example example, int type, float[] vector, boolean added) {}

  /** Reads the stored vectors and encodes what is missing. */
  public NearestExamples(Codebook codebook, Names names, Blinder blinder, OnnxEncoder encoder) {
    Map<String, float[]> stored =
        codebook.files("models").contains(STORED) ? stored(codebook.file(STORED)) : Map.of();
    for (Example example : codebook.examples()) {
      List<Example.Labelled> events = example.events();
      for (int i = 0; i < Math.max(1, events.size()); i++) {
        String type = events.isEmpty() ? "NONE" : events.get(i).type();
        float[] vector = stored.get(key(example, i));
        boolean added = vector == null;
        if (vector == null) {
          vector = vector(example, i, names, blinder, encoder);
        }
        if (vector.length > 0) {
          entries.add(new Entry(example, Labels.TYPES.indexOf(type), vector, added));
        }
      }
    }
  }

  /**
   * The name under which the vector of an example's event is stored: made from its text and marks.
   */
  public static String key(Example example, int event) {
    return Ids.sha256(example.text() + "\n" + example.marks() + "\n" + event).substring(0, 16);
  }

  /** The unit vector of an example's event, empty when it marks no party. */
  public static float[] vector(
      Example example, int event, Names names, Blinder blinder, OnnxEncoder encoder) {
    List<Span> actors = example.spans("a", event + 1);
    List<Span> recipients = example.spans("r", event + 1);
    if (actors.isEmpty() && recipients.isEmpty()) {
      return new float[0];
    }
    Span all = new Span(0, example.text().length());
    EncoderInput input =
        blinder.plain(example.text(), all, names.find(example.text(), 0, all.end()));
    Encoded.Reading reading =
        encoder
            .encode(input)
            .triple(first(actors), first(recipients), first(example.spans("t", event + 1)));
    return unit(reading.vector());
  }

  private static List<Span> first(List<Span> spans) {
    return spans.isEmpty() ? spans : spans.subList(0, 1);
  }

  /** The nearest entries by cosine, nearest first. */
  public List<Neighbour> nearest(float[] vector, int count) {
    float[] unit = unit(vector);
    record Scored(Entry entry, double cosine) {}
    List<Scored> best = new ArrayList<>();
    double least = -1;
    for (Entry entry : entries) {
      double cosine = dot(unit, entry.vector);
      if (best.size() < count || cosine > least) {
        best.add(new Scored(entry, cosine));
        best.sort(Comparator.comparingDouble(s -> -s.cosine));
        if (best.size() > count) {
          best.remove(count);
        }
        least = best.get(best.size() - 1).cosine;
      }
    }
    return best.stream()
        .map(
            s ->
                new Neighbour(
                    s.entry.example.where(),
                    s.entry.example.text(),
                    Labels.TYPES.get(s.entry.type),
                    s.cosine,
                    s.entry.added))
        .toList();
  }

  /** The share of each type among the neighbours, weighted by nearness; sums to 1. */
  float[] vote(float[] vector) {
    float[] votes = new float[Labels.TYPES.size()];
    double sum = 0;
    for (Neighbour neighbour : nearest(vector, NEIGHBOURS)) {
      double weight = Math.exp((neighbour.cosine - 1) / WARMTH) * (neighbour.added ? ADDED : 1);
      votes[Labels.TYPES.indexOf(neighbour.type)] += (float) weight;
      sum += weight;
    }
    for (int i = 0; i < votes.length; i++) {
      votes[i] /= (float) Math.max(sum, 1e-12);
    }
    return votes;
  }

  /** How many vectors were made at the start because the model's file has none for them. */
  public long added() {
    return entries.stream().filter(Entry::added).count();
  }

  private static Map<String, float[]> stored(Path file) {
    Map<String, float[]> vectors = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int count = in.readInt();
      int width = in.readInt();
      for (int i = 0; i < count; i++) {
        String key = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
        byte[] bytes = in.readNBytes(width);
        float[] vector = new float[width];
        for (int d = 0; d < bytes.length; d++) {
          vector[d] = bytes[d];
        }
        vectors.put(key, unit(vector));
      }
    } catch (IOException e) {
      throw new ChanceryException(
          "model", file + " cannot be read; train again: " + e.getMessage(), e);
    }
    return vectors;
  }

  private static float[] unit(float[] vector) {
    double norm = Math.sqrt(dot(vector, vector));
    float[] unit = new float[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (vector[d] / Math.max(norm, 1e-12));
    }
    return unit;
  }

  private static double dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 3 < a.length; d += 4) {
      s0 += a[d] * b[d];
      s1 += a[d + 1] * b[d + 1];
      s2 += a[d + 2] * b[d + 2];
      s3 += a[d + 3] * b[d + 3];
    }
    for (; d < a.length; d++) {
      s0 += a[d] * b[d];
    }
    return (double) s0 + s1 + s2 + s3;
  }
}
