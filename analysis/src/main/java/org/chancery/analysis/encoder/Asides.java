package org.chancery.analysis.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;

/**
 * Finds asides that say more of a party just named ("Ardovia, shield of the faith, attacked"):
 * nothing is done in them. Words are those of {@code lexicon/asides.tsv}.
 */
final class Asides {
  private static final int LONGEST = 90;
  private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");

  /** A name that the party list does not know: what is said of it may tell who it is. */
  private static final Pattern UNKNOWN =
      Pattern.compile(".*\\p{Lu}[\\p{L}'\u2019-]*$", Pattern.DOTALL);

  private final Pattern aside;
  private final Pattern first;
  private final Pattern finite;
  private static final String WORDS = "lexicon/asides.tsv";

  private final Pattern verb;
  private final Pattern next;
  private final Pattern states;
  private final Pattern image;

  Asides(Codebook codebook) {
    String opens = Alternation.of(codebook, WORDS, "opens");
    aside =
        Pattern.compile(
            "(?<=[\\p{L}\\p{N}]), ((?:(?:an?|the|its|their|his|her|both) |"
                + "(?<of>(?:sole |true |last |only )?(?!(?:"
                + Alternation.of(codebook, WORDS, "opens not")
                + ")\\b|\\p{Ll}+(?:ing|ed|ly)\\b)\\p{Ll}[\\p{L}-]+ (?:[\\p{Ll}-]+ )?(?:of|in|to|for|against) |(?:"
                + opens
                + ") )|\\p{Lu}[\\p{L}-]+['\u2019]s? (?=\\p{Ll}+(?: [\\p{L}]+){0,2},))[^,.;:\"\u201c\u201d()]{2,"
                + LONGEST
                + "})(?=, (?<next>\\p{Ll}+)|\\.(?:\\s|$))");
    first =
        Pattern.compile(
            "(?:" + Alternation.of(codebook, WORDS, "before") + ")\\b[^,]*",
            Pattern.CASE_INSENSITIVE);
    finite = Pattern.compile("\\b(?:" + Alternation.of(codebook, WORDS, "not in") + ")\\b");
    states =
        Pattern.compile(
            "\\b(?:"
                + Alternation.of(
                    codebook.table("framing/states.tsv").stream()
                        .map(row -> row.get("word"))
                        .toList())
                + ")\\b");
    image =
        Pattern.compile(
            "^(?:[\\p{L}-]+ ){0,4}?(?:"
                + Alternation.of(codebook, WORDS, "image")
                + ") (?:of|for|against|to)\\b");
    Stream<String> pasts =
        codebook.table("lexicon/irregular.tsv").stream().flatMap(r -> r.list("past").stream());
    Set<String> verbs =
        Stream.concat(
                pasts,
                codebook.table(WORDS).stream()
                    .filter(row -> row.get("kind").equals("verb next"))
                    .map(row -> row.get("word")))
            .collect(Collectors.toSet());
    verb = Pattern.compile("\\p{Ll}+ed|" + Alternation.of(verbs));
    next = Pattern.compile(Alternation.of(codebook, WORDS, "next"));
  }

  /** The asides of a sentence, each with the comma before it and the one after it. */
  List<Span> find(
      String text, Span sentence, List<Phrases.Hit<Name>> names, List<Phrases.Hit<String>> loaded) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = aside.matcher(text).region(sentence.begin(), sentence.end());
    matcher.useTransparentBounds(true);
    while (matcher.find()) {
      Span words = new Span(matcher.start(1), matcher.end(1));
      String after = matcher.group("next");
      if (isAside(text, sentence, words, matcher, names, loaded)) {
        found.add(new Span(words.begin() - 2, words.end() + (after == null ? 0 : 1)));
      }
    }
    return found;
  }

  private boolean isAside(
      String text,
      Span sentence,
      Span words,
      Matcher found,
      List<Phrases.Hit<Name>> names,
      List<Phrases.Hit<String>> loaded) {
    String own = words.of(text);
    String before = text.substring(sentence.begin(), words.begin() - 2);
    String after = found.group("next");
    if (finite.matcher(own).find() || own.contains(" and ") || first.matcher(before).matches()) {
      return false;
    }
    boolean ofSubject = after != null && verb.matcher(after).matches();
    boolean closes = ofSubject || after == null || next.matcher(after).matches();
    boolean blames =
        loaded.stream().anyMatch(word -> word.span().overlaps(words))
            || states.matcher(own).find()
            || image.matcher(own).find();
    boolean known = names.stream().anyMatch(name -> name.span().end() == words.begin() - 2);
    boolean tells = CAPITAL.matcher(own).find() || UNKNOWN.matcher(before).matches();
    boolean plain = (known || !tells) && (ofSubject || found.group("of") != null);
    return closes && (blames || plain);
  }
}
