package org.chancery.analysis.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.encoder.EncoderInput.Hidden;
import org.chancery.analysis.encoder.EncoderInput.Marked;
import org.chancery.analysis.lexicon.LoadedWords;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;

/**
 * Makes the encoder's input: every known name becomes the placeholder of its kind, loaded words
 * become plain ones, and asides are left out, so that it cannot prefer a party or a way of telling.
 */
public final class Blinder {
  private final WordPieceTokenizer tokenizer;
  private final Map<Name.Kind, List<Integer>> placeholders = new EnumMap<>(Name.Kind.class);
  private final LoadedWords loaded;
  private final Asides asides;

  /** Uses the tokenizer's vocabulary and the codebook's loaded words. */
  public Blinder(Codebook codebook, WordPieceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    loaded = new LoadedWords(codebook);
    asides = new Asides(codebook);
    for (Name.Kind kind : Name.Kind.values()) {
      placeholders.put(kind, List.of(tokenizer.id(kind.placeholder())));
    }
  }

  /** A sentence with its names hidden. */
  public EncoderInput plain(String text, Span sentence, List<Phrases.Hit<Name>> names) {
    return EncoderInput.of(tokenizer, text, sentence, hidden(text, sentence, names), List.of());
  }

  /**
   * The same with one actor and one recipient marked (either may be missing), names hidden inside
   * them too.
   */
  public EncoderInput marked(
      String text,
      Span sentence,
      List<Phrases.Hit<Name>> names,
      List<Span> actors,
      List<Span> recipients) {
    List<Marked> marks = new ArrayList<>();
    mark(actors, 0, marks);
    mark(recipients, 2, marks);
    return EncoderInput.of(tokenizer, text, sentence, hidden(text, sentence, names), marks);
  }

  private void mark(List<Span> spans, int marker, List<Marked> marks) {
    int open = tokenizer.id(Labels.MARKERS.get(marker));
    int close = tokenizer.id(Labels.MARKERS.get(marker + 1));
    spans.forEach(span -> marks.add(new Marked(span, open, close)));
  }

  /** An armed group that is a party too ("Hezbollah") is hidden as all armed groups are. */
  private static Name.Kind kind(Phrases.Hit<Name> hit) {
    boolean group = hit.values().stream().anyMatch(name -> name.kind() == Name.Kind.GROUP);
    return group ? Name.Kind.GROUP : hit.values().get(0).kind();
  }

  private List<Hidden> hidden(String text, Span sentence, List<Phrases.Hit<Name>> names) {
    List<Hidden> hidden = new ArrayList<>();
    List<Phrases.Hit<String>> words = loaded.find(text, sentence, names);
    List<Span> aside = asides.find(text, sentence, names, words);
    aside.forEach(span -> hidden.add(new Hidden(span, List.of())));
    for (Phrases.Hit<Name> hit : names) {
      List<Integer> placeholder = placeholders.get(kind(hit));
      if (placeholder != null
          && aside.stream().noneMatch(hit.span()::overlaps)
          && words.stream().noneMatch(word -> word.span().contains(hit.span()))) {
        hidden.add(new Hidden(hit.span(), placeholder));
      }
    }
    for (Phrases.Hit<String> word : words) {
      if (aside.stream().noneMatch(word.span()::overlaps)) {
        hidden.add(new Hidden(word.span(), ids(word.values().get(0))));
      }
    }
    hidden.sort(Comparator.comparing(Hidden::span));
    return hidden;
  }

  private List<Integer> ids(String words) {
    return tokenizer.tokenize(words, 0, words.length()).stream()
        .map(WordPieceTokenizer.Piece::id)
        .toList();
  }
}
