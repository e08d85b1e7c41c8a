package org.chancery.analysis.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.encoder.EncoderInput.Hidden;
import org.chancery.analysis.encoder.EncoderInput.Marked;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;

/**
 * Makes the encoder's input: every known name becomes the placeholder of its kind, and loaded words
 * ({@code framing/plain.tsv}) plain ones, so that it cannot prefer a party or a way of telling.
 */
public final class Blinder {
  private final WordPieceTokenizer tokenizer;
  private final Map<Name.Kind, List<Integer>> placeholders = new EnumMap<>(Name.Kind.class);
  private final Phrases<List<Integer>> loaded;
  private final Phrases<Boolean> neutral;

  /** Uses the tokenizer's vocabulary and the codebook's loaded words. */
  public Blinder(Codebook codebook, WordPieceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    Map<String, List<List<Integer>>> plain = new HashMap<>();
    for (Row row : codebook.table("framing/plain.tsv")) {
      String words = row.get("plain");
      plain.put(
          row.get("word"),
          List.of(
              tokenizer.tokenize(words, 0, words.length()).stream()
                  .map(WordPieceTokenizer.Piece::id)
                  .toList()));
    }
    loaded = new Phrases<>(plain, true);
    Map<String, List<Boolean>> others = new HashMap<>();
    codebook
        .table("framing/neutral.tsv")
        .forEach(row -> others.put(row.get("phrase"), List.of(true)));
    neutral = new Phrases<>(others, true);
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
    for (Phrases.Hit<Name> hit : names) {
      List<Integer> placeholder = placeholders.get(kind(hit));
      if (placeholder != null) {
        hidden.add(new Hidden(hit.span(), placeholder));
      }
    }
    List<Phrases.Hit<List<Integer>>> words = loaded.longest(text, sentence.begin(), sentence.end());
    if (!words.isEmpty()) {
      List<Phrases.Hit<Boolean>> others = neutral.all(text, sentence.begin(), sentence.end());
      for (Phrases.Hit<List<Integer>> word : words) {
        if (names.stream().noneMatch(name -> name.span().overlaps(word.span()))
            && others.stream().noneMatch(other -> other.span().overlaps(word.span()))) {
          hidden.add(new Hidden(word.span(), word.values().get(0)));
        }
      }
      hidden.sort(Comparator.comparing(Hidden::span));
    }
    return hidden;
  }
}
