package org.chancery.analysis.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chancery.analysis.encoder.Encoded;
import org.chancery.analysis.lexicon.Folding;
import org.chancery.analysis.lexicon.Name;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds words of a sentence that may name a place: names of the lists and the gazetteer, names with
 * a kind in them ("Otter County", "Lake Mary"), and what the encoder tags as a place. Each gets the
 * log-odds that it is one here.
 */
final class PlaceFinder {
  private static final int LONGEST = 6;
  private static final double COUNTRY = 3;
  private static final double OWN = 1.3;
  private static final double KIND = 2;
  private static final double NO_LIST = -2.5;
  private static final double TAGGED_PLACE = 2.4;
  private static final double TAGGED_PERSON = -3.2;
  private static final double TAGGED_BODY = -0.6;
  private static final double UNTAGGED = -0.6;
  private static final double PART_OF_NAME = -2.0;
  private static final double AMBIGUOUS = -2.0;
  private static final double GIVEN_NAME = -1.5;
  private static final double CONTAINED = 3.5;
  private static final double SEAT_OF_POWER = -1;
  private static final double DATELINE = 4;
  private static final double SURE_PERSON = 0.7;
  private final Places places;
  private final PlaceContext context;

  PlaceFinder(Places places, PlaceContext context) {
    this.places = places;
    this.context = context;
  }

  List<PlaceCandidate> find(
      String text, Span sentence, List<Phrases.Hit<Name>> names, @Nullable Encoded encoded) {
    Words words = new Words(text, sentence);
    List<Encoded.Tagged> tags = encoded == null ? List.of() : encoded.names();
    boolean loud = isLoud(words);
    List<PlaceCandidate> found = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int next = i + 1;
      if (words.isCapital(i)) {
        for (int to = Math.min(words.size(), i + LONGEST); to > i; to--) {
          PlaceCandidate candidate = candidate(text, words, i, to, names, tags, loud);
          if (candidate != null) {
            found.add(candidate);
            next = to;
            break;
          }
        }
      }
      i = next;
    }
    for (Encoded.Tagged tag : tags) {
      if (tag.label().equals("loc") && isFree(tag.span(), found, names)) {
        addTagged(text, words, tag, found);
      }
    }
    found.sort((a, b) -> a.span().compareTo(b.span()));
    return contain(text, found);
  }

  /** Keys of the words that follow a given name or a title in a sentence. */
  Set<String> surnames(String text, Span sentence, @Nullable Encoded encoded) {
    Words words = new Words(text, sentence);
    Set<String> surnames = new HashSet<>();
    for (Encoded.Tagged tag : encoded == null ? List.<Encoded.Tagged>of() : encoded.names()) {
      if (tag.label().equals("per") && tag.probability() > SURE_PERSON) {
        String name = tag.span().of(text);
        surnames.add(Folding.key(name.substring(name.lastIndexOf(' ') + 1)));
      }
    }
    for (int i = 1; i < words.size(); i++) {
      String before = words.word(i - 1);
      boolean initial = i > 1 && before.length() == 1 && context.isGivenName(words.word(i - 2));
      boolean named = context.isGivenName(before) || initial || context.before(before) <= -3;
      if (named && words.isCapital(i) && words.isCapital(i - 1) && words.joins(i - 1)) {
        surnames.add(Folding.key(words.word(i)));
      }
    }
    return surnames;
  }

  private @Nullable PlaceCandidate candidate(
      String text,
      Words words,
      int from,
      int to,
      List<Phrases.Hit<Name>> names,
      List<Encoded.Tagged> tags,
      boolean loud) {
    if (!(words.isCapital(to - 1) || words.isNumber(to - 1))) {
      return null;
    }
    for (int i = from; i < to - 1; i++) {
      if (!words.joins(i)) {
        return null;
      }
    }
    Span span = words.span(from, to);
    boolean money = span.end() < text.length() && text.charAt(span.end()) == '$';
    if (money || (to == from + 1 && context.isNever(words.word(from)))) {
      return null;
    }
    Span dotted = dotted(text, span);
    List<Toponym> senses = places.abbreviated(dotted.of(text));
    boolean postal = senses.isEmpty() && to == from + 1 && isPostal(words, from);
    if (!senses.isEmpty()) {
      span = dotted;
    } else if (postal) {
      senses = places.postal(span.of(text));
    } else {
      senses =
          span.length() < 3 && !isCountry(span, names) ? List.of() : places.named(span.of(text));
    }
    String kind = senses.isEmpty() && !loud ? kind(words, from, to) : "";
    if ((senses.isEmpty() && kind.isEmpty()) || belongsToOther(span, names)) {
      return null;
    }
    double base = base(senses, kind);
    if (to > from + 1 && !loud && !kind(words, from, to).isEmpty()) {
      base = Math.max(base, KIND);
    }
    boolean strong = base >= OWN && (base >= KIND || senses.stream().noneMatch(Toponym::isTown));
    if (!loud && isAcronym(words, from, to) && !strong && !isDateline(text, span.end())) {
      return null;
    }
    double score =
        base(senses, kind) + around(text, words, from, to, loud || strong) + tagged(span, tags);
    if (context.isAmbiguous(span.of(text))) {
      score += AMBIGUOUS;
    }
    if (to == from + 1
        && senses.stream().noneMatch(Toponym::isCountry)
        && context.isGivenName(words.word(from))) {
      score += GIVEN_NAME;
    }
    if (postal) {
      score += CONTAINED;
    }
    if (from > 0 && isSeat(span, names) && !context.isPreposition(words.word(from - 1))) {
      score += SEAT_OF_POWER;
    }
    return new PlaceCandidate(span, span.of(text), senses, score, kind, -1);
  }

  /** A short word in capitals amid others ("KBR") is an abbreviation of something else. */
  private static boolean isAcronym(Words words, int from, int to) {
    String word = words.word(from);
    return to == from + 1
        && word.length() <= 4
        && word.chars().allMatch(c -> Character.isUpperCase(c) && c != '.');
  }

  private static Span dotted(String text, Span span) {
    return span.end() < text.length() && text.charAt(span.end()) == '.'
        ? new Span(span.begin(), span.end() + 1)
        : span;
  }

  private boolean isPostal(Words words, int at) {
    String word = words.word(at);
    return word.length() <= 3 && words.gap(at - 1).equals(", ") && !places.postal(word).isEmpty();
  }

  /**
   * The feature that a kind word gives to a whole capitalised name ("Lake Mary", "Darby Street").
   */
  private String kind(Words words, int from, int to) {
    if (to - from < 2) {
      return "";
    }
    for (int i = from; i < to; i++) {
      boolean number = words.isNumber(i) && i > from;
      if ((!words.isCapital(i) && !number) || (i < to - 1 && !words.touches(i))) {
        return "";
      }
    }
    String first = context.firstKind(words.word(from));
    if (!first.isEmpty() && (first.equals("road") == words.isNumber(to - 1))) {
      return first;
    }
    return words.isNumber(to - 1) ? "" : context.lastKind(words.word(to - 1));
  }

  private static double base(List<Toponym> senses, String kind) {
    if (senses.isEmpty()) {
      return kind.isEmpty() ? NO_LIST : KIND;
    }
    double best = -3;
    for (Toponym sense : senses) {
      double prior =
          sense.isCountry()
              ? COUNTRY
              : sense.isTown() || sense.feature().equals("ADM2")
                  ? Math.log10(sense.people() + 10.0) / 1.5 - 3.8
                  : OWN;
      best = Math.max(best, sense.main() ? prior : prior - 0.4);
    }
    return best;
  }

  private double around(String text, Words words, int from, int to, boolean loud) {
    String before = words.word(from - 1);
    String after = words.word(to);
    boolean first = from == 0;
    boolean joined = !first && words.touches(from - 1);
    boolean lower = !first && !words.isCapital(from - 1);
    double weight = joined ? context.before(before) : 0;
    double score = lower || weight < 0 ? weight : 0;
    if (words.touches(to - 1)) {
      score += context.after(after);
      if (words.isCapital(to) && !loud && !context.isListedAfter(after)) {
        score += PART_OF_NAME;
      }
    }
    if (joined && words.isCapital(from - 1) && !loud && context.before(before) == 0 && from > 1) {
      score += PART_OF_NAME;
    }
    if (joined && context.isGivenName(before)) {
      score += PART_OF_NAME;
    }
    if (first && isDateline(text, words.span(from, to).end())) {
      score += DATELINE;
    }
    return score;
  }

  private static boolean isDateline(String text, int end) {
    String rest = text.substring(end, Math.min(text.length(), end + 40));
    return rest.matches(
            "(?s)(?:, [\\p{Lu}][\\p{L}.]+)*,?(?: \\([^)]{1,30}\\))? ?(?:--|\u2014|\u2013) ?.*")
        || rest.matches("(?s)(?:, [\\p{Lu}][\\p{L}.]+)?,? \\((?:AP|AFP|Reuters|Xinhua|UPI)\\).*");
  }

  private static double tagged(Span span, List<Encoded.Tagged> tags) {
    if (tags.isEmpty()) {
      return UNTAGGED;
    }
    for (Encoded.Tagged tag : tags) {
      if (tag.span().overlaps(span)) {
        return switch (tag.label()) {
          case "loc" -> TAGGED_PLACE * tag.probability();
          case "per" -> TAGGED_PERSON * tag.probability();
          default -> TAGGED_BODY * tag.probability();
        };
      }
    }
    return UNTAGGED;
  }

  private static boolean isCountry(Span span, List<Phrases.Hit<Name>> names) {
    return names.stream()
        .anyMatch(
            hit -> hit.span().equals(span) && hit.values().get(0).kind() == Name.Kind.COUNTRY);
  }

  /** Whether a name can stand for a government: without a preposition it mostly does. */
  private static boolean isSeat(Span span, List<Phrases.Hit<Name>> names) {
    return names.stream()
        .anyMatch(
            hit -> hit.span().equals(span) && hit.values().get(0).kind() == Name.Kind.METONYM);
  }

  private static boolean belongsToOther(Span span, List<Phrases.Hit<Name>> names) {
    for (Phrases.Hit<Name> hit : names) {
      Name.Kind kind = hit.values().get(0).kind();
      boolean place =
          kind == Name.Kind.COUNTRY || kind == Name.Kind.METONYM || kind == Name.Kind.PLACE;
      if (!place && hit.span().contains(span)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFree(
      Span span, List<PlaceCandidate> found, List<Phrases.Hit<Name>> names) {
    return found.stream().noneMatch(c -> c.span().overlaps(span)) && !belongsToOther(span, names);
  }

  private void addTagged(String text, Words words, Encoded.Tagged tag, List<PlaceCandidate> found) {
    int from = -1;
    int to = -1;
    for (int i = 0; i < words.size(); i++) {
      if (words.span(i).overlaps(tag.span())) {
        from = from < 0 ? i : from;
        to = i + 1;
      }
    }
    boolean word = to == from + 1 && context.isNever(words.word(from));
    if (from < 0 || word || !words.isCapital(from) || tag.span().length() < 3) {
      return;
    }
    Span span = words.span(from, to);
    double score =
        NO_LIST + around(text, words, from, to, false) + TAGGED_PLACE * tag.probability();
    found.add(new PlaceCandidate(span, span.of(text), List.of(), score, "", -1));
  }

  /** "Paris, Texas": the first lies in the second, and both are places. */
  private static List<PlaceCandidate> contain(String text, List<PlaceCandidate> found) {
    List<PlaceCandidate> tied = new ArrayList<>(found);
    for (int i = 0; i + 1 < tied.size(); i++) {
      PlaceCandidate inner = tied.get(i);
      PlaceCandidate outer = tied.get(i + 1);
      String gap =
          inner.span().end() <= outer.span().begin()
              ? text.substring(inner.span().end(), outer.span().begin())
              : "";
      if (gap.equals(", ") || gap.equals(" (") || gap.equals(", in ") || gap.equals(" in ")) {
        boolean country = inner.senses().stream().anyMatch(Toponym::isCountry);
        boolean holds =
            outer.senses().stream()
                .anyMatch(o -> !(country && o.isCountry()) && holds(o, inner.senses()));
        if (holds) {
          double more = gap.equals(" in ") ? CONTAINED / 2 : CONTAINED;
          tied.set(i, inner.plus(more).within(i + 1));
          tied.set(i + 1, outer.plus(more));
        }
      }
    }
    return tied;
  }

  private static boolean holds(Toponym outer, List<Toponym> inner) {
    return inner.stream().anyMatch(sense -> Disambiguator.lies(sense, outer));
  }

  private static boolean isLoud(Words words) {
    int letters = 0;
    int capitals = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.word(i);
      letters += word.length();
      capitals += (int) word.chars().filter(Character::isUpperCase).count();
    }
    return letters > 8 && capitals * 10 > letters * 7;
  }
}
