package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
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

  /** Between a word that is left out and one beside it that says more of the same. */
  private static final Pattern ALONGSIDE = Pattern.compile(",? (?:and |but |yet )?");

  /** Of the senses of one word the narrower first. */
  private static final List<String> ORDER =
      List.of("group", "capital", "person", "place", "name", "");

  private final Phrases<Plain> loaded;
  private final Phrases<Boolean> neutral;
  private final Map<String, Pattern> follows = new HashMap<>();
  private final Pattern held;
  private final Pattern pay;

  /**
   * Plain words, and beside what alone they are read: a party's "name", right after that of a
   * "group", or before a "capital", a "person" or a "place"; else nothing.
   */
  private record Plain(String words, String beside) {}

  /** Takes the codebook's lists. */
  public LoadedWords(Codebook codebook) {
    Map<String, List<Plain>> plain = new HashMap<>();
    for (Row row : codebook.table("framing/plain.tsv")) {
      List<Plain> all = plain.computeIfAbsent(row.get("word"), k -> new ArrayList<>(1));
      Plain own = new Plain(row.get("plain"), row.get("beside"));
      all.add(own);
      all.sort(Comparator.comparingInt(one -> ORDER.indexOf(one.beside())));
    }
    loaded = new Phrases<>(plain, true);
    Map<String, List<Boolean>> others = new HashMap<>();
    codebook
        .table("framing/neutral.tsv")
        .forEach(row -> others.put(row.get("phrase"), List.of(true)));
    neutral = new Phrases<>(others, true);
    follows.put("capital", Pattern.compile(" \\p{Lu}"));
    for (String kind : List.of("person", "place")) {
      follows.put(
          kind,
          Pattern.compile(
              "(?: (?!and\\b|by\\b)[\\p{L}\\p{N}'\u2019-]+){0,4} (?:"
                  + Alternation.of(codebook, "framing/beside.tsv", kind)
                  + ")\\b"));
    }
    held =
        Pattern.compile(
            "-(?:" + Alternation.of(codebook, "framing/beside.tsv", "held") + ")(?= \\p{Lu})");
    pay =
        Pattern.compile(
            "\\b(?:"
                + Alternation.of(codebook, "framing/beside.tsv", "pay")
                + ") (?:the |its |their )?(?:(?:foreign|hostile|outside) )?[\\p{L}-]+(?:['\u2019]s [\\p{L}-]+)?(?= \\p{Ll})");
  }

  /** The loaded words, each with its plain ones (none: to be left out). */
  public List<Phrases.Hit<String>> find(String text, Span sentence, List<Phrases.Hit<Name>> names) {
    List<Phrases.Hit<Plain>> words = loaded.longest(text, sentence.begin(), sentence.end());
    List<Phrases.Hit<String>> found = held(text, sentence, names);
    if (words.isEmpty()) {
      return found;
    }
    List<Phrases.Hit<Boolean>> others = neutral.all(text, sentence.begin(), sentence.end());
    for (Phrases.Hit<Plain> word : words) {
      if (names.stream().noneMatch(name -> name.span().overlaps(word.span()))
          && others.stream().noneMatch(other -> other.span().overlaps(word.span()))
          && found.stream().noneMatch(other -> other.span().overlaps(word.span()))) {
        word.values().stream()
            .filter(plain -> isRead(plain, text, word.span(), names))
            .findFirst()
            .ifPresent(plain -> found.add(differing(text, word.span(), plain.words())));
      }
    }
    found.sort(Comparator.comparing(Phrases.Hit::span));
    return joined(text, found);
  }

  /**
   * By whom a place is said to be held ("Ardovian-occupied Velia"), which makes it nobody's, and by
   * whom somebody is said to be paid ("mercenaries in the pay of Ardovia").
   */
  private List<Phrases.Hit<String>> held(
      String text, Span sentence, List<Phrases.Hit<Name>> names) {
    List<Phrases.Hit<String>> found = new ArrayList<>();
    for (Phrases.Hit<Name> name : names) {
      Span span = name.span();
      if (!sentence.contains(span) || !text.startsWith("-", span.end())) {
        continue;
      }
      Matcher by = held.matcher(text).region(span.end(), sentence.end());
      if (by.lookingAt()) {
        found.add(new Phrases.Hit<>(new Span(span.begin(), by.end()), List.of("")));
      }
    }
    Matcher paid = pay.matcher(text).region(sentence.begin(), sentence.end());
    while (paid.find()) {
      found.add(new Phrases.Hit<>(new Span(paid.start(), paid.end()), List.of("")));
    }
    found.sort(Comparator.comparing(Phrases.Hit::span));
    return found;
  }

  /**
   * With words that are left out beside others taken with what joins them ("vile and cowardly").
   */
  private static List<Phrases.Hit<String>> joined(String text, List<Phrases.Hit<String>> found) {
    List<Phrases.Hit<String>> joined = new ArrayList<>();
    for (Phrases.Hit<String> word : found) {
      Phrases.Hit<String> last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      String plain = word.values().get(0);
      if (last != null && last.values().get(0).isEmpty()) {
        String gap = text.substring(last.span().end(), word.span().begin());
        boolean same = plain.isEmpty() ? !gap.equals(" ") : gap.equals(" and ");
        if (same && ALONGSIDE.matcher(gap).matches()) {
          joined.remove(joined.size() - 1);
          joined.add(new Phrases.Hit<>(last.span().union(word.span()), List.of(plain)));
          continue;
        }
      }
      joined.add(word);
    }
    return joined;
  }

  /**
   * A hit without the words that both have in common at its ends ("thugs of the", "forces of the").
   */
  private static Phrases.Hit<String> differing(String text, Span span, String plain) {
    int begin = span.begin();
    int end = span.end();
    String left = plain;
    int space = left.indexOf(' ');
    while (space > 0 && text.startsWith(left.substring(0, space + 1), begin)) {
      begin += space + 1;
      left = left.substring(space + 1);
      space = left.indexOf(' ');
    }
    space = left.lastIndexOf(' ');
    while (space > 0
        && end - begin > left.length() - space
        && text.startsWith(left.substring(space), end - (left.length() - space))) {
      end -= left.length() - space;
      left = left.substring(0, space);
      space = left.lastIndexOf(' ');
    }
    return new Phrases.Hit<>(new Span(begin, end), List.of(left));
  }

  private boolean isRead(Plain plain, String text, Span word, List<Phrases.Hit<Name>> names) {
    return switch (plain.beside()) {
      case "" -> true;
      case "name" -> isBeside(text, word, names);
      case "group" ->
          names.stream().anyMatch(name -> isGroup(name) && name.span().end() + 1 == word.begin());
      default ->
          Objects.requireNonNull(follows.get(plain.beside()))
              .matcher(text)
              .region(word.end(), text.length())
              .lookingAt();
    };
  }

  private static boolean isGroup(Phrases.Hit<Name> name) {
    Name.Kind kind = name.values().get(0).kind();
    return kind == Name.Kind.GROUP || kind == Name.Kind.ORGANISATION;
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
