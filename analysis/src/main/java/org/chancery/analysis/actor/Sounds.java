package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Single names of persons spoken of before: surnames of those whom only an office named, and other
 * spellings, in another script or said to be one ("Ющенко", "Poutine, as the French write").
 */
final class Sounds implements Reference {
  private static final Pattern LATIN =
      Pattern.compile("\\b(?:[Aa]l-|[Ee]l-)?\\p{Lu}[\\p{L}\\p{M}'\u2019-]{2,}(?<!['\u2019]s)");
  private static final Pattern OTHER =
      Pattern.compile(
          "[\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}\\p{IsGreek}\\p{IsGeorgian}\\p{IsArmenian}]{3,}(?: [\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}\\p{IsGreek}\\p{IsGeorgian}\\p{IsArmenian}]{2,}){0,3}");

  /** What says that a name is written in another way. */
  private static final Pattern SPELLED =
      Pattern.compile(
          "\\b(?:spel(?:t|l\\p{Ll}*)|misspel\\p{Ll}+|print(?:s|ed)?|misprint\\p{Ll}*|writ(?:es?|ten|ing)|transliterat\\p{Ll}+|transcri\\p{Ll}+|render\\p{Ll}*|call(?:s|ed)?|known as|(?:has|had|have) (?:it|him|her)|put (?:it|him|her)|in \\p{Lu}\\p{Ll}+ (?:print|papers?|newspapers|spelling|script|letters)|(?:way|form|version|spelling)s?)\\b");

  /** Of these alone somebody is meant whom the report has not named. */
  private static final Pattern SPELT =
      Pattern.compile("\\b(?:(?:mis)?spel(?:t|l)|transliterat|transcri|render|writ)");

  /** Characters behind a name in which a word for spelling is looked for. */
  private static final int NEAR = 200;

  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{3,4}");

  /** So many consonants tell a name inside a sentence without any such words. */
  private static final int LEAST = 3;

  private final UnknownNames unknown;

  private final OfficeHolders offices;

  Sounds(UnknownNames unknown, OfficeHolders offices) {
    this.unknown = unknown;
    this.offices = offices;
  }

  @Override
  public boolean isTentative(String words) {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    List<Span> found = new ArrayList<>();
    for (Pattern pattern : List.of(OTHER, LATIN)) {
      Matcher matcher = pattern.matcher(text).region(sentence.begin(), sentence.end());
      while (matcher.find()) {
        Span span = new Span(matcher.start(), matcher.end());
        if (!unknown.isCommon(matcher.group()) && found.stream().noneMatch(span::overlaps)) {
          found.add(span);
        }
      }
    }
    return found;
  }

  private static boolean starts(String text, Span span) {
    return ".!?:\u201d\"".indexOf(text.charAt(span.begin() - 2)) >= 0;
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    String word = span.of(text);
    Actor known = discourse.names().known(word);
    if (known != null && known.id().startsWith("person:")) {
      return known;
    }
    boolean other = OTHER.matcher(word).matches();
    String rest = text.substring(span.end(), Math.min(text.length(), span.end() + NEAR));
    int stop = rest.indexOf('.');
    rest = stop < 0 ? rest : rest.substring(0, stop);
    if (INITIALS.matcher(word).matches()) {
      return discourse.names().initialled(word);
    }
    boolean inside =
        span.begin() > 1 && text.charAt(span.begin() - 1) == ' ' && !starts(text, span);
    boolean told = other || SPELLED.matcher(rest).find();
    boolean spelled = told || (inside && PersonKeys.rough(word).replace("-", "").length() >= LEAST);
    Actor said = spelled ? discourse.names().sounding(word) : null;
    return said == null && (other || SPELT.matcher(rest).find())
        ? offices.surnameSoundingLike(word, discourse.countries().keySet(), day)
        : said;
  }
}
