package org.chancery.analysis.actor;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Known names that are but a part of other words: of another name, of an office, of "X-backed". */
final class OtherNames {
  private static final Pattern NAME_GOES_ON = Pattern.compile(" \\p{Lu}\\p{Ll}+");
  private static final Pattern SURNAME = Pattern.compile(" \\p{Lu}['\u2019]?\\p{L}*\\p{Ll}");
  private static final Pattern QUALIFIER =
      Pattern.compile(
          "[-\u2010\u2011](?:backed|run|dominated|ruled|paid|based|sponsored|supported|funded|financed|trained|armed|born|made|built|brokered|mediated|occupied|allied|aligned|supplied|educated|led|controlled|held|administered|speaking)\\b");
  private static final Pattern ARTICLE = Pattern.compile("(?:[Aa]l|[Ee]l)[ -]");

  /** A capital inside a sentence, right before a surname: somebody's given name, if no title. */
  private static final Pattern GIVEN = Pattern.compile("[\\p{Ll},] \\p{Lu}\\p{Ll}{2,} $");

  /** An Arabic name part: "Abd al-Rahim al-Zubaydi". */
  private static final Pattern ARABIC =
      Pattern.compile("\\b(?:[Aa]l|[Ee]l|[Uu]l|[Aa]n|[Aa]d|[Aa]s|[Aa]r)-\\p{Lu}[\\p{L}'\u2019]+ $");

  private static final Pattern NAME_BEFORE = Pattern.compile("\\p{L} \\p{Lu}[\\p{L}'\u2019-]+ $");
  private static final Pattern QUOTED = Pattern.compile("\\p{Lu}\\p{L}+ [\"\u201c\u2018']$");
  private static final Pattern AFTER_QUOTED =
      Pattern.compile("\\p{Lu}\\p{L}+ [\"\u201c]\\p{Lu}[\\p{L}-]+[\"\u201d] $");
  private static final Pattern QUOTE_ENDS = Pattern.compile("[\"\u201d\u2019'] \\p{Lu}\\p{L}");

  /** The second half of a given name of the East: "Pak Chol-su". */
  private static final Pattern EASTERN =
      Pattern.compile(" \\p{Lu}\\p{Ll}{1,5}(?=-\\p{Ll}{2,6}\\b)");

  private static final Pattern DESCRIBED = Pattern.compile(", (?:who |\\d{1,2},)");

  private static final double ABOUT = 1.5;
  private static final int BEFORE = 80;

  /** Longer ones are countries before a compound: "Syria Cease-fire Holds". */
  private static final Pattern FAMILY_NAME = Pattern.compile("\\p{Lu}\\p{Ll}{1,2}");

  private final UnknownNames unknown;
  private final Genders genders;

  OtherNames(UnknownNames unknown, Genders genders) {
    this.unknown = unknown;
    this.genders = genders;
  }

  /** Whether other words have a known name as a part, so that its party is not meant. */
  boolean has(
      String text,
      Phrases.Hit<Name> hit,
      List<Phrases.Hit<Name>> names,
      List<Phrases.Hit<Term>> terms,
      Discourse discourse) {
    return onlyQualifies(text, hit.span().end())
        || longer(text, hit)
        || isFamilyName(text, hit)
        || otherPerson(text, hit, names, terms)
        || isGivenName(text, hit, names, terms)
        || inTitle(text, hit, terms)
        || otherParty(text, hit, names, discourse);
  }

  /** Names without those that are but a part of the name of somebody else. */
  List<Phrases.Hit<Name>> whole(
      String text, List<Phrases.Hit<Name>> names, List<Phrases.Hit<Term>> terms) {
    return names.stream()
        .filter(hit -> !longer(text, hit) && !otherPerson(text, hit, names, terms))
        .toList();
  }

  /** Whether a name is but the first half of "X-backed", "X-born": no party of its own. */
  static boolean onlyQualifies(String text, int end) {
    return QUALIFIER.matcher(text).region(end, text.length()).lookingAt();
  }

  /** Whether a place is but somebody's given name: "Sofia Anastasiou". */
  private boolean isGivenName(
      String text,
      Phrases.Hit<Name> hit,
      List<Phrases.Hit<Name>> names,
      List<Phrases.Hit<Term>> terms) {
    Name.Kind kind = hit.values().get(0).kind();
    int next = hit.span().end() + 1;
    boolean place =
        kind == Name.Kind.METONYM || kind == Name.Kind.PLACE || kind == Name.Kind.COUNTRY;
    return place
        && (isSurname(text, hit.span())
            || (kind == Name.Kind.PLACE && isDescribed(text, hit.span()))
            || (genders.isGiven(hit.span().of(text))
                && SURNAME.matcher(text).region(hit.span().end(), text.length()).lookingAt()
                && names.stream()
                    .noneMatch(
                        n ->
                            n.span().begin() == next
                                && n.values().get(0).kind() != Name.Kind.PERSON)
                && terms.stream().noneMatch(t -> t.span().begin() == next)));
  }

  /** Whether a short word for a country is but the family name of somebody: "Pak Chol-su". */
  private static boolean isFamilyName(String text, Phrases.Hit<Name> hit) {
    Matcher given = EASTERN.matcher(text).region(hit.span().end(), text.length());
    return hit.values().get(0).kind() != Name.Kind.PERSON
        && FAMILY_NAME.matcher(hit.span().of(text)).matches()
        && given.lookingAt()
        && !onlyQualifies(text, given.end());
  }

  /** Whether a name stands right before, and an age or "who" behind: "Lerato Maseru, who". */
  private static boolean isDescribed(String text, Span span) {
    return endsWith(NAME_BEFORE, text, span.begin())
        && DESCRIBED.matcher(text).region(span.end(), text.length()).lookingAt();
  }

  /** Whether somebody's given name stands right before: "Parvaneh Golestan". */
  private boolean isSurname(String text, Span span) {
    int space = span.begin() < 2 ? -1 : text.lastIndexOf(' ', span.begin() - 2);
    String before = span.begin() < 2 ? "" : text.substring(space + 1, span.begin());
    return before.endsWith(" ")
        && genders.isGiven(before.strip())
        && !unknown.isCommon(before.strip());
  }

  /** Whether a person's name goes on after a hyphen: "Wang Yi-fan" is not Wang Yi. */
  private static boolean longer(String text, Phrases.Hit<Name> hit) {
    int end = hit.span().end();
    return hit.values().get(0).kind() == Name.Kind.PERSON
        && hit.span().of(text).indexOf(' ') > 0
        && end + 1 < text.length()
        && text.charAt(end) == '-'
        && Character.isLetter(text.charAt(end + 1));
  }

  /** Whether a known surname is but a part of somebody else's name ("Hadi Barakat"). */
  private boolean otherPerson(
      String text,
      Phrases.Hit<Name> hit,
      List<Phrases.Hit<Name>> names,
      List<Phrases.Hit<Term>> terms) {
    boolean surname =
        hit.values().get(0).kind() == Name.Kind.PERSON
            && (hit.span().of(text).indexOf(' ') < 0
                || ARTICLE.matcher(hit.span().of(text)).lookingAt());
    if (!surname) {
      return false;
    }
    int begin = hit.span().begin();
    int space = begin < 2 ? -1 : text.lastIndexOf(' ', begin - 2);
    String before = begin < 2 ? "" : text.substring(space + 1, begin).strip();
    boolean role = terms.stream().anyMatch(t -> t.span().end() == begin - 1);
    boolean given =
        genders.isGiven(before)
            || endsWith(ARABIC, text, begin)
            || (!role && !unknown.isCommon(before) && endsWith(GIVEN, text, begin));
    boolean other =
        names.stream()
            .anyMatch(
                n ->
                    n.span().end() == begin - 1
                        && n.span().of(text).indexOf(' ') < 0
                        && n.values().get(0).kind() == Name.Kind.PERSON);
    return given
        || other
        || isQuoted(text, hit.span())
        || NAME_GOES_ON.matcher(text).region(hit.span().end(), text.length()).lookingAt();
  }

  /** Whether a name is but the quoted one, or the one after it, of a longer: "Ana "Nana" Ruiz". */
  private static boolean isQuoted(String text, Span span) {
    return endsWith(AFTER_QUOTED, text, span.begin())
        || (endsWith(QUOTED, text, span.begin())
            && QUOTE_ENDS.matcher(text).region(span.end(), text.length()).lookingAt());
  }

  /** Whether a party's name is but the first word of an office: "Labour Minister". */
  private static boolean inTitle(
      String text, Phrases.Hit<Name> hit, List<Phrases.Hit<Term>> terms) {
    return hit.values().get(0).id().startsWith("party:")
        && NAME_GOES_ON.matcher(text).region(hit.span().end(), text.length()).lookingAt()
        && terms.stream()
            .anyMatch(
                t ->
                    t.span().length() > hit.span().length()
                        && t.span().contains(hit.span())
                        && t.values().stream().anyMatch(v -> v.kind() == Term.Kind.TITLE));
  }

  /**
   * Whether a party's name is but a part of another's, of a country that the report is not about.
   */
  private static boolean otherParty(
      String text, Phrases.Hit<Name> hit, List<Phrases.Hit<Name>> names, Discourse discourse) {
    boolean party = hit.values().stream().allMatch(name -> name.id().startsWith("party:"));
    if (!party) {
      return false;
    }
    long same = names.stream().filter(n -> n.values().equals(hit.values())).count();
    boolean several = hit.values().stream().map(Name::country).distinct().count() > 1;
    boolean known = hit.values().stream().anyMatch(name -> isNamed(name.country(), hit, names));
    String words = hit.span().of(text) + " (";
    boolean atHome = hit.values().stream().allMatch(name -> name.name().startsWith(words));
    if ((several || atHome) && !known) {
      return true;
    }
    boolean about =
        hit.values().stream().anyMatch(name -> discourse.weight(name.country()) >= ABOUT + same);
    return !about
        && (endsWith(NAME_BEFORE, text, hit.span().begin())
            || NAME_GOES_ON.matcher(text).region(hit.span().end(), text.length()).lookingAt());
  }

  /** Whether a report names a country otherwise than by what may be a party of it. */
  private static boolean isNamed(
      @Nullable String country, Phrases.Hit<Name> hit, List<Phrases.Hit<Name>> names) {
    return names.stream()
        .anyMatch(
            n ->
                !n.values().equals(hit.values())
                    && Objects.equals(n.values().get(0).country(), country));
  }

  /** Whether the words right before an offset match a pattern that ends with {@code $}. */
  private static boolean endsWith(Pattern pattern, String text, int end) {
    return pattern.matcher(text).region(Math.max(0, end - BEFORE), end).find();
  }
}
