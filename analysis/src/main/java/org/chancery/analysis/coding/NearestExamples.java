package org.chancery.analysis.coding;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.encoder.EncoderInput;
import org.chancery.analysis.encoder.Labels;
import org.chancery.analysis.encoder.OnnxEncoder;
import org.chancery.analysis.encoder.Products;
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
  private static final int ALIKE = 3;

  /** A type that is less likely is not looked at: with 0.04 the same was coded, in more time. */
  private static final float POSSIBLE = 0.1f;

  private static final double WARMTH = 0.05;
  private static final double ADDED = 3;
  private static final int ADDED_BLOCK = -1;
  private final List<Block> blocks = new ArrayList<>();
  private long added;
  private long removed;

  /** A neighbour: where it stands, its sentence, label, cosine, and whether it was added since. */
  public record Neighbour(String where, String text, String type, double cosine, boolean added) {}

  private record Entry(Example example, int type, boolean added) {}

  /** The examples of one type, or those of all types that were added; a column each. */
  @SuppressWarnings("ArrayRecordComponent") // vectors, never compared
  private record Block(int type, List<Entry> entries, float[][] rows) {
    static Block of(int type, List<Entry> entries, List<float[]> vectors) {
      int columns = vectors.size();
      float[][] rows = new float[vectors.get(0).length][columns];
      for (int column = 0; column < columns; column++) {
        float[] vector = vectors.get(column);
        for (int d = 0; d < vector.length; d++) {
          rows[d][column] = vector[d];
        }
      }
      return new Block(type, List.copyOf(entries), rows);
    }

    float[] cosines(float[] unit) {
      float[] cosines = new float[entries.size()];
      Products.add(unit, rows, 0, cosines);
      return cosines;
    }
  }

  /** Reads the stored vectors and encodes what is missing. */
  public NearestExamples(Codebook codebook, Names names, Blinder blinder, OnnxEncoder encoder) {
    Map<String, float[]> stored =
        codebook.files("models").contains(STORED) ? stored(codebook.file(STORED)) : Map.of();
    removed = stored.size();
    Map<Integer, List<Entry>> entries = new TreeMap<>();
    Map<Integer, List<float[]>> vectors = new HashMap<>();
    for (Example example : codebook.examples()) {
      List<Example.Labelled> events = example.events();
      for (int i = 0; i < Math.max(1, events.size()); i++) {
        String type = events.isEmpty() ? "NONE" : events.get(i).type();
        float[] vector = stored.get(key(example, i));
        boolean isNew = vector == null;
        removed -= isNew ? 0 : 1;
        if (vector == null) {
          vector = vector(example, i, names, blinder, encoder);
        }
        if (vector.length > 0) {
          Entry entry = new Entry(example, Labels.TYPES.indexOf(type), isNew);
          int block = isNew ? ADDED_BLOCK : entry.type;
          entries.computeIfAbsent(block, k -> new ArrayList<>()).add(entry);
          vectors.computeIfAbsent(block, k -> new ArrayList<>()).add(vector);
          added += isNew ? 1 : 0;
        }
      }
    }
    entries.forEach(
        (type, own) -> blocks.add(Block.of(type, own, vectors.getOrDefault(type, List.of()))));
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

  /** How near a reading is to the examples; reckoned for the types that are asked for, once. */
  static final class Near {
    private final Encoded.Reading reading;
    private final float[] unit;
    private final IdentityHashMap<Block, float[]> known = new IdentityHashMap<>();

    Near(Encoded.Reading reading) {
      this.reading = reading;
      this.unit = unit(reading.vector());
    }

    Encoded.Reading reading() {
      return reading;
    }

    private float[] cosines(Block block) {
      return known.computeIfAbsent(block, b -> b.cosines(unit));
    }
  }

  /** The nearest entries by cosine, nearest first. */
  public List<Neighbour> nearest(Encoded.Reading reading, int count) {
    return nearest(new Near(reading), count, type -> true);
  }

  private List<Neighbour> nearest(Near near, int count, IntPredicate types) {
    record Scored(Entry entry, double cosine) {}
    List<Scored> best = new ArrayList<>(count + 1);
    for (Block block : blocks) {
      if (block.type != ADDED_BLOCK && !types.test(block.type)) {
        continue;
      }
      float[] cosines = near.cosines(block);
      for (int i = 0; i < cosines.length; i++) {
        if (best.size() == count && cosines[i] <= best.get(count - 1).cosine) {
          continue;
        }
        int at = best.size();
        while (at > 0 && best.get(at - 1).cosine < cosines[i]) {
          at--;
        }
        best.add(at, new Scored(block.entries.get(i), cosines[i]));
        if (best.size() > count) {
          best.remove(count);
        }
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

  /**
   * What the neighbours say.
   *
   * @param shares of each type, weighted by nearness; they sum to 1
   * @param addedCosine of the nearest example that was added since the training, -1 for none
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  record Vote(float[] shares, double addedCosine) {}

  /**
   * The vote on a reading. Only examples of types that the encoder thinks possible are looked at,
   * since a vote for another could not win; those added since the training always are.
   */
  Vote vote(Near near) {
    float[] shares = new float[Labels.TYPES.size()];
    double sum = 0;
    double addedCosine = -1;
    for (Neighbour neighbour :
        nearest(near, NEIGHBOURS, type -> near.reading.types()[type] >= POSSIBLE)) {
      double weight = Math.exp((neighbour.cosine - 1) / WARMTH) * (neighbour.added ? ADDED : 1);
      shares[Labels.TYPES.indexOf(neighbour.type)] += (float) weight;
      sum += weight;
      addedCosine = neighbour.added ? Math.max(addedCosine, neighbour.cosine) : addedCosine;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= (float) Math.max(sum, 1e-12);
    }
    return new Vote(shares, addedCosine);
  }

  /** The mean cosine of a reading and the nearest examples of a type; 0 where there are none. */
  double likeness(Near near, int type) {
    return nearest(near, ALIKE, t -> t == type).stream()
        .filter(neighbour -> neighbour.type.equals(Labels.TYPES.get(type)))
        .mapToDouble(Neighbour::cosine)
        .average()
        .orElse(0);
  }

  /** How many vectors were made at the start because the model's file has none for them. */
  public long added() {
    return added;
  }

  /** How many examples the model was trained with that the codebook no longer holds. */
  public long removed() {
    return Math.max(0, removed);
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
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    double norm = Math.sqrt(square);
    float[] unit = new float[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (vector[d] / Math.max(norm, 1e-12));
    }
    return unit;
  }
}
