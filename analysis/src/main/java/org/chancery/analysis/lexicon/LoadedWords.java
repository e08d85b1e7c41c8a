package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.Span;

/**
 * Loaded words of a sentence and the plain ones to read in their place ({@code framing/plain.tsv}),
 * outside of names and of the phrases in which a word is not loaded ({@code framing/neutral.tsv}).
 */
public final class LoadedWords {
  /**
   * Of whom a word says that it is theirs: "the Ardovian heroes", "heroes of the Ardovian army".
   */
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "(?:['\u2019]s?)?(?:[ -](?!and\\b|or\\b|of\\b|to\\b|in\\b)[\\p{L}-]+){0,2}[ -]");

  private static final Pattern BEFORE_NAME =
      Pattern.compile(" (?:of|in|from)(?: the)?(?: (?!and\\b)[\\p{L}-]+){0,2} ");

  private final Phrases<Plain> loaded;
  private final Phrases<Boolean> neutral;
  private final Pattern place;

  /** Plain words, and beside what alone they are read: a party's "name", a "place", or nothing. */
  private record Plain(String words, String beside) {}

  /** Takes the codebook's lists. */
  public LoadedWords(Codebook codebook) {
    Map<String, List<Plain>> plain = new HashMap<>();
    codebook
        .table("framing/plain.tsv")
        .forEach(
            row ->
                plain.put(
                    row.get("word"), List.of(new Plain(row.get("plain"), row.get("beside")))));
    loaded = new Phrases<>(plain, true);
    Map<String, List<Boolean>> others = new HashMap<>();
    codebook
        .table("framing/neutral.tsv")
        .forEach(row -> others.put(row.get("phrase"), List.of(true)));
    neutral = new Phrases<>(others, true);
    place =
        Pattern.compile(
            "(?: [\\p{Ll}\\p{N}-]+){0,3} (?:"
                + codebook.table("framing/places.tsv").stream()
                    .map(row -> row.get("word"))
                    .collect(Collectors.joining("|"))
                + ")\\b");
  }

  /** The loaded words, each with its plain ones (none: to be left out). */
  public List<Phrases.Hit<String>> find(String text, Span sentence, List<Phrases.Hit<Name>> names) {
    List<Phrases.Hit<Plain>> words = loaded.longest(text, sentence.begin(), sentence.end());
    if (words.isEmpty()) {
      return List.of();
    }
    List<Phrases.Hit<Boolean>> others = neutral.all(text, sentence.begin(), sentence.end());
    List<Phrases.Hit<String>> found = new ArrayList<>();
    for (Phrases.Hit<Plain> word : words) {
      Plain plain = word.values().get(0);
      boolean read =
          switch (plain.beside()) {
            case "name" -> isBeside(text, word.span(), names);
            case "place" ->
                place.matcher(text).region(word.span().end(), text.length()).lookingAt();
            default -> true;
          };
      if (read
          && names.stream().noneMatch(name -> name.span().overlaps(word.span()))
          && others.stream().noneMatch(other -> other.span().overlaps(word.span()))) {
        found.add(new Phrases.Hit<>(word.span(), List.of(plain.words())));
      }
    }
    return found;
  }

  private static boolean isBeside(String text, Span word, List<Phrases.Hit<Name>> names) {
    for (Phrases.Hit<Name> name : names) {
      Span span = name.span();
      boolean isPlace = name.values().get(0).kind() == Name.Kind.PLACE;
      if (!isPlace
          && (span.end() < word.begin()
              ? AFTER_NAME.matcher(text).region(span.end(), word.begin()).matches()
              : word.end() < span.begin()
                  && BEFORE_NAME.matcher(text).region(word.end(), span.begin()).matches())) {
        return true;
      }
    }
    return false;
  }
}
