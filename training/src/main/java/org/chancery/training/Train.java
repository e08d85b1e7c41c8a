package org.chancery.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.chancery.analysis.codebook.AttributionExample;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Example;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.EncoderInput;
import org.chancery.analysis.encoder.WordPieceTokenizer;
import org.chancery.analysis.lexicon.Names;
import org.jspecify.annotations.Nullable;

/**
 * Trains the encoder from the codebook's examples: {@code Train CODEBOOK OUT [epochs=5]
 * [fraction=1] [layers=12] [seed=1] [order=SEED] [frozen=false] [named=false] [distilled=0]
 * [export=true]}; order: another order of the same examples from the same beginning, for a mean of
 * models ({@link Average}); frozen: the heads alone learn; named: known parties are never hidden;
 * distilled: so many layers learn afterwards from the same examples and from the states of the
 * encoder that was trained, into OUT/distilled; export=false: nothing but the log is written, for
 * ablations. Writes {@code encoder.onnx}, {@code heads.bin} and {@code training.log} to OUT. The
 * fifth kept aside is used only for the figures in the log.
 */
public final class Train {
  private static final double BODY_RATE = 1e-4;
  private static final double HEAD_RATE = 1e-3;
  private static final String BASE = "/bge-small-en-v1.5.onnx";
  private static final String BASE_INT8 = "/bge-small-en-v1.5-q.onnx";

  /** What a mean square of differences to the teacher's states weighs. */
  private static final float LIKE_TEACHER = 10f;

  private final Items items;
  private final PrintStream log;
  private @Nullable Bert teacher;

  private Train(Items items, PrintStream log) {
    this.items = items;
    this.log = log;
  }

  /** Runs the training; see the class comment for the arguments. */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (String arg : Arrays.copyOfRange(args, 2, args.length)) {
      options.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    Codebook codebook = Codebook.of(List.of(Path.of(args[0])));
    WordPieceTokenizer tokenizer =
        new WordPieceTokenizer(Files.readAllLines(codebook.file("models/vocab.txt")));
    boolean named = Boolean.parseBoolean(options.getOrDefault("named", "false"));
    Items items = new Items(new Names(codebook), new Blinder(codebook, tokenizer), named);
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(out.resolve("training.log")), true, StandardCharsets.UTF_8)) {
      new Train(items, log).run(codebook, out, options);
    }
  }

  private void run(Codebook codebook, Path out, Map<String, String> options) throws IOException {
    int epochs = Integer.parseInt(options.getOrDefault("epochs", "5"));
    int layers = Integer.parseInt(options.getOrDefault("layers", "12"));
    boolean frozen = Boolean.parseBoolean(options.getOrDefault("frozen", "false"));
    double fraction = Double.parseDouble(options.getOrDefault("fraction", "1"));
    long seed = Long.parseLong(options.getOrDefault("seed", "1"));
    long order = Long.parseLong(options.getOrDefault("order", Long.toString(seed)));
    Random random = new Random(order);
    Engine.getInstance().setRandomSeed((int) seed);
    List<Example> learn = new ArrayList<>();
    List<Example> aside = new ArrayList<>();
    codebook.examples().forEach(e -> (e.heldOut() ? aside : learn).add(e));
    Collections.shuffle(learn, new Random(order));
    List<Example> used = new ArrayList<>(learn.subList(0, (int) (learn.size() * fraction)));
    List<AttributionExample> said = codebook.attributionExamples();
    List<AttributionExample> attributed =
        said.stream().filter(e -> !e.example().heldOut()).toList();
    attributed = attributed.subList(0, (int) (attributed.size() * fraction));
    say(
        "codebook %s, %d examples used, %d kept aside, %d of attribution used, %d aside, options %s",
        codebook.hash(),
        used.size(),
        aside.size(),
        attributed.size(),
        (int) said.stream().filter(e -> e.example().heldOut()).count(),
        options);
    int distilled = Integer.parseInt(options.getOrDefault("distilled", "0"));
    Batches making = new Batches(items);
    try (NDManager manager = NDManager.newBaseManager()) {
      for (boolean first : distilled == 0 ? List.of(true) : List.of(true, false)) {
        Bert bert = new Bert(manager, OnnxGraph.resource(BASE), first ? layers : distilled);
        if (teacher != null) {
          bert.startFrom(teacher);
        }
        Heads heads = new Heads(manager);
        int batches =
            making.of(used, attributed, new Random(seed)).size(); // an epoch's number, more or less
        AdamW optimiser = new AdamW(batches * epochs);
        bert.parameters.forEach(
            (name, p) -> {
              if (!frozen || name.equals(Bert.RESERVED)) {
                double rate = name.equals(Bert.RESERVED) ? HEAD_RATE : BODY_RATE;
                optimiser.add(manager, p, rate, name.endsWith("weight"));
              }
            });
        heads.parameters.forEach(
            (name, p) -> optimiser.add(manager, p, HEAD_RATE, name.endsWith("weight")));
        for (int epoch = 1; epoch <= epochs; epoch++) {
          long start = System.nanoTime();
          double loss = epoch(manager, bert, heads, optimiser, making.of(used, attributed, random));
          say("epoch %d loss %.4f seconds %.0f", epoch, loss, (System.nanoTime() - start) / 1e9);
        }
        KeptAside kept = new KeptAside(making, manager, bert, heads);
        say("%s", kept.types(aside));
        say("%s", kept.parts(said.stream().filter(e -> e.example().heldOut()).toList()));
        teacher = bert;
        if (!Boolean.parseBoolean(options.getOrDefault("export", "true"))) {
          continue;
        }
        Path into = Files.createDirectories(first ? out : out.resolve("distilled"));
        Export.model(bert, OnnxGraph.resource(BASE_INT8), into.resolve("encoder.onnx"));
        Export.heads(heads, into.resolve("heads.bin"));
        PieceHeads.join(into);
        ExampleVectors.write(codebook, into);
      }
    }
  }

  private double epoch(
      NDManager manager, Bert bert, Heads heads, AdamW optimiser, List<List<Items.Item>> batches) {
    double sum = 0;
    int done = 0;
    for (List<Items.Item> batch : batches) {
      try (NDManager scope = manager.newSubManager()) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          NDArray loss = loss(scope, bert, heads, batch);
          if (loss == null) {
            continue;
          }
          collector.backward(loss);
          sum += loss.getFloat();
        }
        if (!optimiser.step(manager)) {
          say("  batch %d: a gradient is not finite, no step made", done + 1);
        }
      }
      if (++done % 50 == 0) {
        say("  batch %d of %d, mean loss %.4f", done, batches.size(), sum / done);
      }
    }
    return sum / batches.size();
  }

  private @Nullable NDArray loss(NDManager scope, Bert bert, Heads heads, List<Items.Item> batch) {
    long[][] ids = Batches.padded(batch);
    int length = ids[0].length;
    NDArray hidden = bert.forward(scope, ids, 0.1f, true);
    NDArray total = null;
    if (teacher != null) {
      NDArray states = teacher.forward(scope, ids, 0f, false).stopGradient();
      total = add(total, hidden.sub(states).square().mean(), LIKE_TEACHER);
    }
    total =
        add(total, tagLoss(scope, heads, hidden, "roles", batch, length, Items.Item::roles), 1f);
    total =
        add(total, tagLoss(scope, heads, hidden, "names", batch, length, Items.Item::names), 0.5f);
    total =
        add(
            total,
            tagLoss(scope, heads, hidden, "settings", batch, length, Items.Item::settings),
            0.5f);
    total = add(total, tagLoss(scope, heads, hidden, "cues", batch, length, Items.Item::cues), 1f);
    int[] relevance = batch.stream().mapToInt(Items.Item::relevance).toArray();
    NDArray first = hidden.get(":, 0, :");
    total = add(total, Heads.loss(scope, heads.tags(first, "relevance"), relevance), 0.3f);
    if (batch.stream().anyMatch(i -> !i.said().isEmpty())) {
      int[] parts = Batches.partLabels(batch, length);
      total = add(total, Heads.loss(scope, heads.parts(scope, hidden, batch, length), parts), 1f);
    }
    List<Items.Triple> triples = batch.stream().flatMap(i -> i.triples().stream()).toList();
    if (!triples.isEmpty()) {
      NDList logits = heads.triples(scope, hidden, batch, length, true);
      int[] types = triples.stream().mapToInt(Items.Triple::type).toArray();
      int[] modalities = triples.stream().mapToInt(Items.Triple::modality).toArray();
      total = add(total, Heads.loss(scope, logits.get(0), types), 1f);
      total = add(total, Heads.loss(scope, logits.get(1), modalities), 0.3f);
    }
    return total;
  }

  private static @Nullable NDArray add(
      @Nullable NDArray total, @Nullable NDArray loss, float weight) {
    if (loss == null) {
      return total;
    }
    NDArray weighted = loss.mul(weight);
    return total == null ? weighted : total.add(weighted);
  }

  private static @Nullable NDArray tagLoss(
      NDManager scope,
      Heads heads,
      NDArray hidden,
      String head,
      List<Items.Item> batch,
      int length,
      Function<Items.Item, int[]> own) {
    int[] labels = new int[batch.size() * length];
    Arrays.fill(labels, Items.IGNORE);
    for (int b = 0; b < batch.size(); b++) {
      int[] item = own.apply(batch.get(b));
      System.arraycopy(item, 0, labels, b * length, item.length);
    }
    return Heads.loss(scope, heads.tags(hidden, head), labels);
  }

  /** The input's ids alone, for the test that compares with the ONNX graph. */
  static long[][] ids(EncoderInput input) {
    return new long[][] {input.ids()};
  }

  private void say(String format, Object... values) {
    String line = String.format(java.util.Locale.ROOT, format, values);
    log.println(line);
    System.out.println(line);
  }
}
