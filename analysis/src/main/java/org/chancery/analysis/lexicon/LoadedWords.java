package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.Span;

/**
 * Loaded words of a sentence and the plain ones to read in their place ({@code framing/plain.tsv}),
 * outside of names and of the phrases in which a word is not loaded ({@code framing/neutral.tsv}).
 */
public final class LoadedWords {
  private final Phrases<String> loaded;
  private final Phrases<Boolean> neutral;

  /** Takes the codebook's lists. */
  public LoadedWords(Codebook codebook) {
    Map<String, List<String>> plain = new HashMap<>();
    codebook
        .table("framing/plain.tsv")
        .forEach(row -> plain.put(row.get("word"), List.of(row.get("plain"))));
    loaded = new Phrases<>(plain, true);
    Map<String, List<Boolean>> others = new HashMap<>();
    codebook
        .table("framing/neutral.tsv")
        .forEach(row -> others.put(row.get("phrase"), List.of(true)));
    neutral = new Phrases<>(others, true);
  }

  /** The loaded words, each with its plain ones (none: to be left out). */
  public List<Phrases.Hit<String>> find(String text, Span sentence, List<Phrases.Hit<Name>> names) {
    List<Phrases.Hit<String>> words = loaded.longest(text, sentence.begin(), sentence.end());
    if (words.isEmpty()) {
      return words;
    }
    List<Phrases.Hit<Boolean>> others = neutral.all(text, sentence.begin(), sentence.end());
    List<Phrases.Hit<String>> found = new ArrayList<>();
    for (Phrases.Hit<String> word : words) {
      if (names.stream().noneMatch(name -> name.span().overlaps(word.span()))
          && others.stream().noneMatch(other -> other.span().overlaps(word.span()))) {
        found.add(word);
      }
    }
    return found;
  }
}
