package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.Span;

/** Known persons, found among the capitalised words of a text by the keys of their names. */
final class PersonIndex {
  private static final int LONGEST = 6;
  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019\u02bb\u02bc\u02bf\u02be`]*");
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "ul", "ur", "bin", "ibn", "ben", "bint", "de", "da", "do", "dos", "das",
          "del", "la", "van", "von", "der", "den", "di", "du", "le", "abu", "as", "ash", "an", "ad",
          "y", "e");

  /** Particles that are words of English too begin a name with a hyphen only. */
  private static final Set<String> ENGLISH = Set.of("as", "an", "do", "ad", "den", "der");

  /** Letters by which somebody goes: "IBK", "A.T.T.", "M7". */
  private static final Pattern INITIALS =
      Pattern.compile("(?:\\p{Lu}\\.){2,4}|(?:\\p{Lu}{2,4}|\\p{Lu}\\d)(?![\\p{L}\\d]|-\\p{Lu})");

  /** A nickname in quotation marks between the names: "Benigno "Noynoy" Aquino III". */
  private static final Pattern NICKNAMED =
      Pattern.compile(
          "(?<first>\\p{Lu}[\\p{L}\\p{M}-]+)(?: \\p{Lu}[\\p{L}\\p{M}.-]*)? [\"\u201c](?<nick>\\p{Lu}[\\p{L}\\p{M}-]+)[\"\u201d] (?<last>(?:(?:da|de|dos|del|van|von|al) )?\\p{Lu}[\\p{L}\\p{M}-]+(?: (?:III?|Jr\\.?))?)");

  private final Map<String, List<Name>> byInitials = new HashMap<>();
  private final Map<String, List<Name>> byFull = new HashMap<>();
  private final Map<String, List<Name>> bySingle = new HashMap<>();

  /** Adds a person under one form of the name: a full one, or a bare surname. */
  void add(String form, Name person) {
    String full = form.indexOf(' ') < 0 ? "" : PersonKeys.full(form);
    if (!full.isEmpty()) {
      put(byFull, full, person);
    }
    if (INITIALS.matcher(form).matches()) {
      put(byInitials, form, person);
    }
    String single = PersonKeys.single(form);
    if (full.isEmpty() && !single.isEmpty()) {
      put(bySingle, single, person);
    }
  }

  private static void put(Map<String, List<Name>> map, String key, Name person) {
    List<Name> here = map.computeIfAbsent(key, k -> new ArrayList<>(1));
    if (!here.contains(person)) {
      here.add(person);
    }
  }

  /** The persons named in {@code text[begin, end)}, leftmost longest. */
  List<Phrases.Hit<Name>> find(String text, int begin, int end) {
    List<Span> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text).region(begin, end);
    while (matcher.find()) {
      words.add(new Span(matcher.start(), withoutPossessive(text, matcher.start(), matcher.end())));
    }
    List<Phrases.Hit<Name>> hits = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int next = i + 1;
      Phrases.Hit<Name> marked = nicknamed(text, words.get(i).begin(), end);
      marked = marked == null ? initials(text, words.get(i).begin(), end) : marked;
      if (marked != null) {
        hits.add(marked);
        while (next < words.size() && words.get(next).begin() < marked.span().end()) {
          next++;
        }
      } else if (begins(text, words, i)) {
        for (int to = Math.min(words.size(), i + LONGEST); to > i; to--) {
          Phrases.Hit<Name> hit = hit(text, words, i, to);
          if (hit != null) {
            hits.add(hit);
            next = to;
            break;
          }
        }
      }
      i = next;
    }
    return hits;
  }

  private Phrases.@org.jspecify.annotations.Nullable Hit<Name> nicknamed(
      String text, int begin, int end) {
    Matcher matcher = NICKNAMED.matcher(text).region(begin, end);
    if (!matcher.lookingAt()) {
      return null;
    }
    String last = " " + matcher.group("last");
    List<Name> known = byFull.get(PersonKeys.full(matcher.group("nick") + last));
    known = known == null ? byFull.get(PersonKeys.full(matcher.group("first") + last)) : known;
    return known == null ? null : new Phrases.Hit<>(new Span(begin, matcher.end()), known);
  }

  private Phrases.@org.jspecify.annotations.Nullable Hit<Name> initials(
      String text, int begin, int end) {
    Matcher matcher = INITIALS.matcher(text).region(begin, end).useTransparentBounds(true);
    List<Name> known =
        matcher.lookingAt() ? byInitials.get(matcher.group().replace(".", "")) : null;
    return known == null ? null : new Phrases.Hit<>(new Span(begin, matcher.end()), known);
  }

  private static int withoutPossessive(String text, int begin, int end) {
    boolean s =
        end - begin > 2 && text.charAt(end - 1) == 's' && isApostrophe(text.charAt(end - 2));
    return s ? end - 2 : isApostrophe(text.charAt(end - 1)) && end - begin > 1 ? end - 1 : end;
  }

  /** A capital, or a letter of the scripts of the East, which have none. */
  private static boolean isCapital(char c) {
    return Character.isUpperCase(c)
        || Character.isIdeographic(c)
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** A name begins with a capital, or with a particle right before one ("al-Assad"). */
  private static boolean begins(String text, List<Span> words, int i) {
    String word = words.get(i).of(text);
    if (isCapital(word.charAt(0))) {
      return true;
    }
    return PARTICLES.contains(word)
        && (!ENGLISH.contains(word) || text.startsWith("-", words.get(i).end()))
        && i + 1 < words.size()
        && Character.isUpperCase(text.charAt(words.get(i + 1).begin()))
        && words.get(i + 1).begin() == words.get(i).end() + 1;
  }

  private Phrases.@org.jspecify.annotations.Nullable Hit<Name> hit(
      String text, List<Span> words, int from, int to) {
    if (!isCapital(text.charAt(words.get(to - 1).begin()))
        && !isSecond(text, words, from, to - 1)) {
      return null;
    }
    for (int i = from; i < to; i++) {
      String word = words.get(i).of(text);
      boolean part =
          isCapital(word.charAt(0)) || PARTICLES.contains(word) || isSecond(text, words, from, i);
      if (!part || (i > from && !joins(text, words.get(i - 1), words.get(i)))) {
        return null;
      }
    }
    Span span = new Span(words.get(from).begin(), words.get(to - 1).end());
    String name = span.of(text);
    List<Name> known = null;
    if (to - from > 1 || Character.isIdeographic(name.charAt(0))) {
      known = byFull.get(PersonKeys.full(name));
    }
    if (known == null
        && (to - from == 1
            || PARTICLES.contains(words.get(from).of(text).toLowerCase(java.util.Locale.ROOT))
            || name.indexOf('-') > 0)) {
      known = bySingle.get(PersonKeys.single(name));
    }
    return known == null ? null : new Phrases.Hit<>(span, known);
  }

  /** The second half of a given name, without a capital: "Ban Ki-moon". */
  private static boolean isSecond(String text, List<Span> words, int from, int i) {
    return i > from + 1
        && words.get(i).begin() == words.get(i - 1).end() + 1
        && text.charAt(words.get(i - 1).end()) == '-'
        && Character.isUpperCase(text.charAt(words.get(i - 1).begin()));
  }

  private static boolean joins(String text, Span one, Span next) {
    String gap = text.substring(one.end(), next.begin());
    return gap.equals(" ")
        || gap.equals("-")
        || gap.equals("\u00a0")
        || gap.equals("\u2010")
        || gap.equals("\u2011")
        || ((gap.equals(". ") || gap.equals(".")) && one.length() == 1);
  }
}
