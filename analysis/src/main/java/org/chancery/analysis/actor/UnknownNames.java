package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.PersonKeys;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Names that no list has, by their capitals, and surnames of persons named in full before. */
final class UnknownNames {
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile(
          "\\b(?!U\\.)(?:\\p{Lu}\\.\\s?){1,3}\\p{Lu}[\\p{L}\\p{M}'\u2019-]+(?:\\s+\\p{Lu}[\\p{L}\\p{M}'\u2019-]+){0,2}"
              + "|\\b\\p{Lu}[\\p{L}\\p{M}'\u2019-]+(?:\\s+(?:(?:al|el|bin|ibn|de|da|van|von|der|den|dos|del|la|di|du|ter|bint|ben|y|e)["
              + " -]){0,2}(?:\\p{Lu}\\.\\s+|[\"\u201c]\\p{Lu}[\\p{L}-]+[\"\u201d]\\s+)?\\p{Lu}[\\p{L}\\p{M}'\u2019-]+){1,3}");
  private static final Pattern CAPITAL =
      Pattern.compile("\\b(?:al-|el-)?\\p{Lu}[\\p{L}\\p{M}'\u2019-]+");
  private static final Pattern VERB =
      Pattern.compile(
          "['\u2019]s? | (?:\\p{Ll}+ly"
              + " )?(?:has|had|is|was|will|would|said|says|told|did|could|can|cannot|may|might|must|should|does|took|went|came|met|made|got|gave|spoke|wrote|won|lost|left|led|held|sent|saw|kept|became|began|flew|rang|stood|also|then|never|\\p{Ll}{2,}ed|\\p{Ll}{2,}es|and"
              + " (?:his|her))\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:\\d|\\b(?:[Ii]n|[Oo]n|of|[Ll]ast|[Nn]ext|[Ss]ince|until|till|by|[Ee]arly|[Mm]id|[Ll]ate|from|between|[Tt]his|[Dd]uring|[Ii]t|through|before|after|[Tt]he|[Aa]n?|\\p{Lu}\\p{L}+)["
              + " -])$");
  private static final Pattern NAME_GOES_ON = Pattern.compile(" \\p{Lu}\\p{Ll}+");
  private static final Pattern DAY = Pattern.compile(",? \\d| \\p{Lu}");
  private static final Pattern AS_OBJECT =
      Pattern.compile(
          "(?:\\p{Ll}(?:ed|ng|s)|\\b(?:met|told|saw|beat|left|with|to|for|that|and|but|against|between|by))"
              + " $");
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?i)(?:.* )?(?:minister|secretary|commissioner|director|head|chairman|undersecretary)");
  private static final Pattern MINISTRY =
      Pattern.compile(
          "(?i)\\b(?:minister|ministry|secretary|department|bureau|commissioner) (?:of|for) (?:the )?$");
  private static final Pattern MORE = Pattern.compile("(?: \\p{Lu}[\\p{L}\\p{M}'\u2019-]+){1,2}");
  private static final Set<String> OPENING =
      Set.of(
          "The", "This", "That", "These", "Those", "His", "Her", "Their", "Its", "Our", "And",
          "But", "For", "With", "From", "Some", "Many", "Both", "All", "When", "While", "After");
  private final Set<String> common = new HashSet<>();

  UnknownNames(Codebook codebook) {
    for (Row row : codebook.table("places/ambiguous.tsv")) {
      if (row.get("note").equals("never")) {
        common.add(row.get("name"));
      }
    }
  }

  /** Whether a word with a capital at the beginning of a sentence is no name. */
  boolean isCommon(String word) {
    return common.contains(word);
  }

  /** Keys of the last words of the persons that a report names in full. */
  Set<String> surnames(String text, List<Phrases.Hit<Name>> names) {
    Set<String> keys = new HashSet<>();
    for (Phrases.Hit<Name> hit : names) {
      if (hit.values().get(0).kind() == Name.Kind.PERSON) {
        String name = hit.span().of(text);
        addSurname(name, keys);
        if (SaidNames.isFamilyFirstIn(hit.values().get(0).country()) && name.indexOf(' ') > 0) {
          keys.add(PersonKeys.word(name.substring(0, name.indexOf(' '))));
        }
      }
    }
    keys.remove("");
    Matcher matcher = UNKNOWN_NAME.matcher(text);
    while (matcher.find()) {
      String name = matcher.group();
      String before = text.substring(Math.max(0, matcher.start() - 20), matcher.start());
      if (!common.contains(name.substring(name.lastIndexOf(' ') + 1))
          && !MINISTRY.matcher(before).find()) {
        addSurname(name, keys);
      }
    }
    return keys;
  }

  private void addSurname(String name, Set<String> keys) {
    String[] words = name.split("\\s+");
    if (words.length > 2 && !common.contains(words[words.length - 2])) {
      keys.add(PersonKeys.word(words[words.length - 2])); // "Nelson Ariza Quintero"
    }
    int last = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\n'));
    String word = name.substring(last + 1);
    if (words.length == 2 && SaidNames.isFamilyFirst(name)) {
      keys.add(PersonKeys.word(words[0]));
    }
    if (last > 0) {
      keys.add(PersonKeys.word(word));
      int hyphen = word.lastIndexOf('-');
      if (hyphen > 0) {
        keys.add(PersonKeys.word(word.substring(hyphen + 1)));
      }
      keys.remove("");
    }
  }

  /** Single words with a capital that are the surname of somebody named in full in the report. */
  void addSurnames(String text, Span sentence, Set<String> surnames, List<Part> parts) {
    Matcher matcher = CAPITAL.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      String word = matcher.group().replaceAll("['\u2019]s?$", "");
      Span span = new Span(matcher.start(), matcher.start() + word.length());
      if (surnames.contains(PersonKeys.word(word))
          && (!common.contains(word) || addressed(span, parts) || isSurname(text, sentence, span))
          && !NAME_GOES_ON.matcher(text).region(span.end(), text.length()).lookingAt()
          && parts.stream().noneMatch(part -> part.span().overlaps(span))) {
        parts.add(new Part(span, null, null));
      }
    }
  }

  /**
   * Whether a common word with a capital is a surname: inside a sentence where no month or name can
   * be meant, at its beginning before a verb ("May telephoned").
   */
  private static boolean isSurname(String text, Span sentence, Span word) {
    int from = Math.max(sentence.begin(), word.begin() - 20);
    String before = text.substring(from, word.begin());
    Matcher after = VERB.matcher(text).region(word.end(), text.length());
    boolean first = word.begin() == sentence.begin();
    return !TIME.matcher(before).find()
        && !DAY.matcher(text).region(word.end(), text.length()).lookingAt()
        && (after.lookingAt() || (!first && AS_OBJECT.matcher(before).find()));
  }

  /** Whether a title stands right before: "Mrs May". */
  private static boolean addressed(Span span, List<Part> parts) {
    return parts.stream().anyMatch(p -> p.isTitle() && p.span().end() == span.begin() - 1);
  }

  /** Whether a word opens a phrase and no name: "The German-born". */
  private static boolean isOpening(String word) {
    return OPENING.contains(word);
  }

  /** Whether a name of one word is but half of a double one at the end of another's. */
  private static boolean isHyphened(String text, Part part, Span whole) {
    Span span = part.span();
    return part.names() != null
        && span.begin() > whole.begin()
        && span.end() <= whole.end()
        && span.of(text).indexOf(' ') < 0
        && whole.of(text).indexOf(' ') > 0
        && (text.charAt(span.begin() - 1) == '-'
            || (span.end() < whole.end() && text.charAt(span.end()) == '-'));
  }

  /** Whether a place is but the last of three or more words that name somebody. */
  private static boolean isSurnamePlace(String text, Part part, Span whole) {
    return part.isPlace()
        && part.span().end() == whole.end()
        && part.span().of(text).indexOf(' ') < 0
        && whole.of(text).split(" ", -1).length > 2;
  }

  /** Several words with capitals that no part covers: somebody or something of no list. */
  void add(String text, Span sentence, List<Part> parts) {
    List<Part> unknown = new ArrayList<>();
    parts.sort(Comparator.comparing(Part::span));
    Matcher matcher = UNKNOWN_NAME.matcher(text).region(sentence.begin(), sentence.end());
    int next = sentence.begin();
    while (next < sentence.end() && matcher.region(next, sentence.end()).find()) {
      int begin = withoutOpening(text, matcher.start(), matcher.group());
      int end = withoutPossessive(text, matcher.end());
      for (Part part : parts) {
        if (part.span().begin() <= begin && part.span().overlaps(new Span(begin, end))) {
          begin = Math.min(letter(text, part.span().end(), end), end);
        }
      }
      if (begin > matcher.start()) { // the whole of the name may be longer than the run
        next = begin;
        continue;
      }
      Part role = roleWithin(text, parts, begin, end);
      if (role != null) { // "Erie County Sheriff Dale Rutkoski"
        next = role.span().begin();
        continue;
      }
      Part office = officeOf(text, parts, begin);
      if (office != null) { // "Minister of Foreign Economic Relations Otabek Yusufov"
        Matcher more = MORE.matcher(text).region(end, sentence.end());
        int last = more.lookingAt() ? more.end() : end;
        int name = lastTwo(text, begin, last);
        if (name > begin) {
          parts.remove(office);
          parts.add(new Part(new Span(office.span().begin(), name - 1), null, office.role()));
          begin = name;
          end = last;
        }
      }
      Span free = new Span(begin, end);
      parts.removeIf(part -> isHyphened(text, part, free)); // "Yoav Ben-Shlomit"
      parts.removeIf(part -> isSurnamePlace(text, part, free)); // "Hamisi Juma Ngozi"
      boolean word = free.of(text).indexOf(' ') < 0; // one word alone is no name that is known
      if (free.length() > 2
          && !word
          && parts.stream().noneMatch(part -> part.span().overlaps(free))) {
        unknown.add(new Part(free, null, null));
      }
      next = Math.max(matcher.end(), matcher.start() + 1);
    }
    parts.addAll(unknown);
  }

  /** The office right before "of" and a run of capitals, which may name its ministry, or null. */
  private static @Nullable Part officeOf(String text, List<Part> parts, int begin) {
    for (Part part : parts) {
      boolean of = part.span().end() + 4 == begin && text.startsWith(" of ", part.span().end());
      if (of && part.role() != null && OFFICE.matcher(part.span().of(text)).matches()) {
        return part;
      }
    }
    return null;
  }

  /** Where the last two of three or more words with capitals begin; where they do, if fewer. */
  private static int lastTwo(String text, int begin, int end) {
    int last = text.lastIndexOf(' ', end - 1);
    int before = last <= begin ? -1 : text.lastIndexOf(' ', last - 1);
    return before <= begin ? begin : before + 1;
  }

  /** The last word for one person inside a run of capitals, other than its first, or null. */
  private static @Nullable Part roleWithin(String text, List<Part> parts, int begin, int end) {
    Part last = null;
    for (Part part : parts) {
      Span span = part.span();
      boolean inside = span.begin() > begin && span.end() < end && part.role() != null;
      last =
          inside
                  && text.charAt(span.begin() - 1) == ' '
                  && text.charAt(span.end()) == ' '
                  && text.charAt(span.end() - 1) != 's'
                  && Character.isUpperCase(text.charAt(span.begin()))
              ? part
              : last;
    }
    return last;
  }

  /** Where a run of capitals begins after the common words that open it. */
  private int withoutOpening(String text, int start, String run) {
    int from = start;
    int space = run.indexOf(' ');
    boolean two = space > 0 && run.indexOf(' ', space + 1) < 0;
    boolean hyphen = run.indexOf('-') > space; // "Park Keun-hye"
    while (space > 0
        && !(two && hyphen && !isOpening(text.substring(from, start + space)))
        && common.contains(text.substring(from, start + space))) {
      from = start + space + 1;
      space = run.indexOf(' ', space + 1);
    }
    return from;
  }

  private static int withoutPossessive(String text, int end) {
    boolean own = text.charAt(end - 1) == 's' && "'\u2019".indexOf(text.charAt(end - 2)) >= 0;
    return own ? end - 2 : end;
  }

  private static int letter(String text, int from, int end) {
    int at = from;
    while (at < end && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
