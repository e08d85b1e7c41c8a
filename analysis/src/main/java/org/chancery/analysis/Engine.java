package org.chancery.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.actor.ActorResolver;
import org.chancery.analysis.actor.OfficeHolders;
import org.chancery.analysis.attribution.Attributor;
import org.chancery.analysis.attribution.StatementReader;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.coding.EventCoder;
import org.chancery.analysis.coding.NearestExamples;
import org.chancery.analysis.coding.Ontology;
import org.chancery.analysis.coding.Rules;
import org.chancery.analysis.encoder.Blinder;
import org.chancery.analysis.encoder.EncoderStage;
import org.chancery.analysis.encoder.OnnxEncoder;
import org.chancery.analysis.encoder.WordPieceTokenizer;
import org.chancery.analysis.figure.FigureReader;
import org.chancery.analysis.framing.FramingReader;
import org.chancery.analysis.lexicon.Discards;
import org.chancery.analysis.lexicon.LexiconGate;
import org.chancery.analysis.lexicon.LoadedWords;
import org.chancery.analysis.lexicon.Names;
import org.chancery.analysis.lexicon.Terms;
import org.chancery.analysis.linking.EventLinker;
import org.chancery.analysis.place.Gazetteer;
import org.chancery.analysis.place.PlaceResolver;
import org.chancery.analysis.text.LanguageGate;
import org.chancery.analysis.text.SentenceSplitter;
import org.chancery.analysis.time.DateResolver;
import org.chancery.core.Pipeline;
import org.chancery.core.Stage;
import org.chancery.core.Versions;
import org.jspecify.annotations.Nullable;

/**
 * All that reads a report, wired once from a codebook: the stages in order and what they share. The
 * parts are open to whoever explains or measures what the pipeline did; thread-safe as they are.
 */
public final class Engine {
  /** The version that rows are marked with. */
  public static final String VERSION = "0.1.0";

  private final List<Path> layers;

  /** The codebook that everything was read from. */
  public final Codebook codebook;

  /** Known names. */
  public final Names names;

  /** Words of the lexicons. */
  public final Terms terms;

  /** The permitted types. */
  public final Ontology ontology;

  /** The rules. */
  public final Rules rules;

  /** What hides known names from the encoder. */
  public final Blinder blinder;

  /** The encoder, one for all threads. */
  public final OnnxEncoder encoder;

  /** The codebook's examples, as the encoder sees them. */
  public final NearestExamples nearest;

  /** The coder, which counts what it leaves out. */
  public final EventCoder coder;

  /** The stages, checked, with the versions that rows are marked with. */
  public final Pipeline pipeline;

  /** The stages in order. */
  public final List<Stage> stages;

  /** Uses the built-in codebook with the user's folders over it. */
  public Engine(List<Path> layers, boolean gate) {
    this.layers = List.copyOf(layers);
    List<Path> all = new ArrayList<>();
    all.add(Codebook.builtIn());
    all.addAll(layers);
    codebook = Codebook.of(all);
    encoder =
        new OnnxEncoder(
            codebook.file("models/encoder.onnx"),
            codebook.file("models/heads.bin"),
            codebook.file("models/CARD.md"));
    Gazetteer gazetteer = Gazetteer.open(codebook.file("places/gazetteer.bin"));
    names = new Names(codebook);
    terms = new Terms(codebook);
    ontology = new Ontology(codebook);
    rules = new Rules(codebook);
    blinder =
        new Blinder(codebook, new WordPieceTokenizer(lines(codebook.file("models/vocab.txt"))));
    nearest = new NearestExamples(codebook, names, blinder, encoder);
    coder = new EventCoder(codebook, ontology, rules, nearest, encoder.id());
    stages =
        List.of(
            new LanguageGate(),
            new SentenceSplitter(codebook),
            new LexiconGate(names, terms, new LoadedWords(codebook), new Discards(codebook), !gate),
            new EncoderStage(encoder, blinder),
            new ActorResolver(codebook, new OfficeHolders(codebook)),
            new PlaceResolver(codebook, gazetteer),
            new DateResolver(codebook),
            new Attributor(),
            new StatementReader(codebook),
            coder,
            new FigureReader(codebook),
            new FramingReader(codebook),
            new EventLinker(codebook));
    pipeline =
        new Pipeline(
            stages,
            new Versions(
                VERSION,
                codebook.hash(),
                Map.of("encoder", encoder.id(), "gazetteer", gazetteer.id())));
  }

  /**
   * What to say when the model and the examples do not match, or null: examples of the built-in
   * codebook that the model has not seen, or was trained with and that are gone. A user's own
   * folder is meant to hold more.
   */
  public @Nullable String mismatch() {
    long unseen = layers.isEmpty() ? nearest.added() : 0;
    if (unseen == 0 && nearest.removed() == 0) {
      return null;
    }
    return "the model does not match the codebook: "
        + unseen
        + " labelled events are new to it, "
        + nearest.removed()
        + " of its own are gone; train it again with tools/train.sh";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
