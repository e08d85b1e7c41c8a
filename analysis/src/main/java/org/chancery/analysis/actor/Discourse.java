package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.chancery.analysis.lexicon.Name;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** What a report has said so far: who was named, in which office, and which country it is about. */
final class Discourse {
  private final List<Said> said = new ArrayList<>();
  private final SaidNames names = new SaidNames();
  private final SaidTogether together;
  private final SaidPersons persons;
  private final String text;
  private final Map<String, Double> countries;
  private final SpokenOf spokenOf;
  private final @Nullable Name union;
  private int sentence;
  private int clause;
  private int reference;
  static final String POSSESSIVE = "'s ";
  private static final String AND = " and ";
  private static final double CLEARLY = 1.5;
  private static final int LONGEST_CLAUSE = 900;

  /** Codes of three letters in the country slot that are no country. */
  private static final Set<String> BODIES = Set.of("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC");

  private final PassedPlaces passed = new PassedPlaces();

  /** A mention in its place. */
  record Said(ActorMention mention, Actor actor, String office, int sentence) {
    boolean isPerson() {
      boolean nobody = actor.id().startsWith("unresolved:");
      return actor.id().startsWith("person:")
          || (nobody && mention.form() == ActorMention.Form.NAME);
    }

    Span span() {
      return mention.span();
    }
  }

  /**
   * @param text the report's words
   * @param countries how much each country weighs in the whole report
   * @param union the first union of states that the report names, if any
   */
  Discourse(String text, Map<String, Double> countries, @Nullable Name union, Genders genders) {
    this.text = text;
    this.union = union;
    this.countries = countries;
    spokenOf = new SpokenOf(genders);
    together = new SaidTogether(this);
    persons = new SaidPersons(this, text);
  }

  /** The first union of states that the report names, before or after, or null. */
  @Nullable Name union() {
    return union;
  }

  /** Says where the words to resolve next begin; their clause, after the last comma or stop. */
  void refer(int begin) {
    reference = begin;
    clause = begin;
    int far = Math.max(0, begin - LONGEST_CLAUSE);
    while (clause > far && ",;:.\u2014\u2013".indexOf(text.charAt(clause - 1)) < 0) {
      clause--;
    }
  }

  /** The words of the report between two offsets. */
  String between(int from, int to) {
    return text.substring(Math.min(from, to), to);
  }

  /**
   * Whether a mention is the subject of the very clause whose object is to be resolved: "Ireland
   * will work with both men".
   */
  boolean actsOnReference(Said one) {
    int from = one.span().end();
    return one.sentence() == sentence
        && from < reference
        && Pronouns.isOneClause(between(from, reference));
  }

  /** Whether a mention is of the clause that is being resolved. */
  boolean inClause(Said said) {
    return said.span().begin() >= clause;
  }

  /** Whether a mention is of this sentence or of one of the two before it. */
  boolean isNear(Said one) {
    return one.sentence() >= sentence - 2;
  }

  void nextSentence() {
    sentence++;
  }

  void add(ActorMention mention, String office) {
    Actor actor = mention.actor();
    if (actor == null) {
      return;
    }
    Actor.Office held = actor.office();
    said.add(new Said(mention, actor, held != null ? held.title() : office, sentence));
    if (actor.id().startsWith("person:")) {
      names.add(actor, mention.form() == ActorMention.Form.NAME);
    }
  }

  /** The names of the persons said so far. */
  SaidNames names() {
    return names;
  }

  /** How persons were spoken of. */
  SpokenOf spokenOf() {
    return spokenOf;
  }

  /** What was said together with what. */
  SaidTogether together() {
    return together;
  }

  /** All mentions so far, in order. */
  List<Said> said() {
    return Collections.unmodifiableList(said);
  }

  /** The mentions of a sentence so far, in order; sentences come one after the other. */
  List<Said> ofSentence(int number) {
    int end = said.size();
    while (end > 0 && said.get(end - 1).sentence() > number) {
      end--;
    }
    int begin = end;
    while (begin > 0 && said.get(begin - 1).sentence() == number) {
      begin--;
    }
    return Collections.unmodifiableList(said.subList(begin, end));
  }

  /** The number of the sentence that is being resolved. */
  int sentence() {
    return sentence;
  }

  /** The last mention that fits, or null. */
  @Nullable Said last(Predicate<Said> fits) {
    for (int i = said.size() - 1; i >= 0; i--) {
      if (fits.test(said.get(i))) {
        return said.get(i);
      }
    }
    return null;
  }

  /** The person that "he", "she" or "his" most likely means, of the right gender; or null. */
  @Nullable Said person(String gender) {
    return person(gender, s -> true);
  }

  /** The same among those that fit. */
  @Nullable Said person(String gender, Predicate<Said> fits) {
    return persons.meant(gender, sentence, reference, fits);
  }

  /**
   * The person whom a pronoun at an offset meant, else the one named right before "and" and the
   * offset: "Lula and his guest".
   */
  @Nullable Said joined(String text, int begin, String gender) {
    Said last = said.isEmpty() ? null : said.get(said.size() - 1);
    if (last != null && last.span().begin() == begin) {
      return last.mention().form() == ActorMention.Form.PRONOUN ? last : null;
    }
    return last != null
            && last.isPerson()
            && last.span().end() + AND.length() == begin
            && text.startsWith(AND, last.span().end())
            && spokenOf.isOf(last, gender)
        ? last
        : null;
  }

  /** Remembers that a country, or a town or province of it, was named as a mere place. */
  void pass(String country, boolean town) {
    passed.add(country, town, sentence);
  }

  /** The countries that the sentence so many before this one names as mere places. */
  List<String> passedIn(int back) {
    return passed.in(sentence - back);
  }

  /** The country last named as a place, or null. */
  @Nullable String lastPassed() {
    return passed.last();
  }

  /** The country that the report is mostly about, or null when it names none. */
  @Nullable String focus() {
    return focus(code -> true);
  }

  /** The country that the report is clearly more about than any other, or null. */
  @Nullable String clearFocus() {
    String best = focus();
    String next = focus(code -> !code.equals(best));
    return best != null && weight(best) >= CLEARLY * weight(next) ? best : null;
  }

  /** The party whose possessive ends right before an offset, or null. */
  @Nullable Said possessor(int begin) {
    Said last = said.isEmpty() ? null : said.get(said.size() - 1);
    return last != null && begin - last.span().end() == POSSESSIVE.length() ? last : null;
  }

  /** The one country that this sentence has named so far, else the report's. */
  @Nullable String here() {
    String one = null;
    for (Said said : said) {
      String country = said.actor().country();
      if (said.sentence() == sentence && country != null && countries.containsKey(country)) {
        if (one != null && !one.equals(country)) {
          return focus();
        }
        one = country;
      }
    }
    return one == null || BODIES.contains(one) ? focus() : one;
  }

  /**
   * The country in which what a sentence says happens: the only one that it speaks of or passes
   * through, else that of the town or province that the report passed last; else the report's.
   */
  @Nullable String surroundings() {
    Set<String> there = new HashSet<>(passedIn(0));
    there.addAll(together.saidIn(0, s -> s.actor().country()));
    there.removeIf(code -> !isCountry(code));
    if (there.size() == 1) {
      return there.iterator().next();
    }
    String town = there.isEmpty() ? passed.town(sentence - 2) : null;
    return town == null ? focus() : town;
  }

  /** The one of the countries that fit which the report is mostly about, or null. */
  @Nullable String focus(Predicate<String> fits) {
    String best = null;
    for (Map.Entry<String, Double> entry : countries.entrySet()) {
      boolean country = entry.getKey().length() == 3 && fits.test(entry.getKey());
      if (country
          && !BODIES.contains(entry.getKey())
          && (best == null || entry.getValue() > weight(best))) {
        best = entry.getKey();
      }
    }
    return best;
  }

  /** Whether a code is of a country and not of a kind of body. */
  boolean isCountry(String code) {
    return code.length() == 3 && !BODIES.contains(code);
  }

  double weight(@Nullable String country) {
    return country == null ? 0 : countries.getOrDefault(country, 0.0);
  }

  Map<String, Double> countries() {
    return countries;
  }
}
