package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.ActorMention;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a number, where the encoder sees no speech: the subject of a verb that counts ("the
 * monitors logged 316 violations", "a spokesman put the number at 17"), and the name behind a
 * count's owner ("by the reckoning of the local council", "as stated by eyewitnesses").
 */
final class Counters {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)[^.;:]{0,45}?(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|\\w+ty|dozens?|hundreds?|thousands?|scores|millions?)\\b)");

  private static final Pattern BARE =
      Pattern.compile("(?i)report|count|list|record|document|estimate|register|log|tally");

  private static final Pattern OWNER =
      Pattern.compile(
          "(?i)(?:as|by|put|(?:was |were )?given|compiled|supplied|provided|released) ?.*\\b(?:of|by)|according to");

  /** Where a clause begins: behind these. */
  private static final Pattern START =
      Pattern.compile(
          "(?i)[;:]\\s*|[,\u2014] (?:and|but|while|whereas|though|although|as|yet) |\\bwhile |\\bthat |\\bwhere |\\bbut |^(?:but|and|yet|meanwhile),? ");

  /** Where what was counted ends. */
  private static final Pattern STOP =
      Pattern.compile(
          "(?i);|[,\u2014] (?:and|but|while|whereas|though|although|as|yet|where|which|who|when|after|according) |\\.$");

  /** Small words between a subject and its verb. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?i)(?:\\s{1,3}(?:has|have|had|is|was|later|also|only|first|then|so far|already|earlier|itself|themselves|meanwhile|officially|today|yesterday|(?:on|by) \\p{Lu}\\w+day|\\p{Lu}\\w+day)){1,5}$");

  private static final Pattern RELATIVE = Pattern.compile("(?i)(?:^|.*[, ])(?:which|who)$");
  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)(?:an?|the|about|some|I|you|there|this|that|these|those|one|some|others)");
  private static final Pattern WE = Pattern.compile("(?:^|[\\p{L},] )(We|we|They|they|It|He|She)$");

  private static final Pattern HE =
      Pattern.compile(
          "[\\p{L},] (it|he|she)(?: (?:has|had|have|later|also|then|first|only|since)){0,2} $");

  /** "Having reported 40 cases", "with 51 confirmed", "the number of farms reporting". */
  private static final Pattern NO_SUBJECT =
      Pattern.compile(
          "(?is)(?:(?:with|without|having|has|have|had|being|including)\\b|(?:the |a )?(?:number|total|toll)s? of\\b).*|.*\\b(?:having|being|with)");

  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Ll]ocal|[Oo]fficial) )?(?:[\\p{L}\\p{N}'\u2019-]+ ){0,6}?[\\p{L}\\p{N}'\u2019-]+(?=[.,;:)\u2014]|$| at | on | and | in | seen | there )");
  private static final Pattern LAST_NOUN =
      Pattern.compile(
          "(?:(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir) (?:[\\p{L}'\u2019-]+ ){0,4}?[\\p{L}'\u2019-]+|\\p{Lu}[\\p{L}'\u2019-]*(?: \\p{Lu}[\\p{L}'\u2019-]*){0,9})$");
  private static final int LONGEST = 90;

  /** "By the police's own tally". */
  private static final Pattern OWNED =
      Pattern.compile(
          "(?i)\\bby ((?:[\\p{L}\\p{N}.-]+ ){0,5}[\\p{L}\\p{N}.-]+)['\u2019]s? (?:own |latest |official |first ){0,3}(count|tally|reckoning|estimate|account|figures|telling|version|numbers|estimation|calculation)\\b");

  private Counters() {}

  /** Whether a word is a verb that counts: a number follows within a few words. */
  static boolean counts(String text, Span cue, Span sentence) {
    String own = cue.of(text);
    String before = text.substring(sentence.begin(), cue.begin()).stripTrailing();
    boolean noun = // "his yearly report"; a bare verb stands behind a plural
        BARE.matcher(own).matches() && !before.matches("(?is).*(?:s|police|people|militia)$");
    return !noun
        && !OWNER.matcher(own).matches()
        && NUMBER.matcher(text).region(cue.end(), sentence.end()).lookingAt();
  }

  /** Those of a sentence who are the owners of a count: "by the count of the police". */
  static List<Said> owners(Analysis analysis, Span sentence) {
    List<Said> owners = new ArrayList<>();
    String text = analysis.text();
    for (Phrases.Hit<Term> hit : sentence.among(analysis.get(Layers.TERMS), Phrases.Hit::span)) {
      Span cue = hit.span();
      boolean phrase =
          hit.values().stream()
                  .anyMatch(t -> t.kind() == Term.Kind.CUE && !t.detail().equals("asks"))
              && OWNER.matcher(cue.of(text)).matches();
      Matcher name =
          NAME.matcher(text).region(Math.min(cue.end() + 1, sentence.end()), sentence.end());
      if (phrase && name.lookingAt()) {
        Span source = new Span(name.start(), name.end());
        Span content = clause(text, sentence, new Span(cue.begin(), source.end()));
        if (content.length() > 2) {
          owners.add(new Said(cue, List.of(source), List.of(content), sentence));
        }
      }
    }
    Matcher owned = OWNED.matcher(text).region(sentence.begin(), sentence.end());
    while (owned.find()) {
      Span content = clause(text, sentence, new Span(owned.start(), owned.end()));
      if (content.length() > 2) {
        Span source = new Span(owned.start(1), owned.end(1));
        Span cue = new Span(owned.start(2), owned.end(2));
        owners.add(new Said(cue, List.of(source), List.of(content), sentence));
      }
    }
    return owners;
  }

  /** The clause that a phrase is the end or the beginning of, without it. */
  private static Span clause(String text, Span sentence, Span phrase) {
    String before = text.substring(sentence.begin(), phrase.begin());
    int begin = sentence.begin() + before.lastIndexOf(';') + 1;
    if (text.substring(begin, phrase.begin()).strip().length() > 3
        && !phrase.of(text).startsWith("put ")) {
      return stripped(text, begin, phrase.begin());
    }
    Matcher stop = STOP.matcher(text).region(phrase.end(), sentence.end());
    return stripped(text, phrase.end(), stop.find() ? stop.start() : sentence.end());
  }

  /** The subject of a verb that counts, with what it counts; null when it has none. */
  static @Nullable Said said(Analysis analysis, Span sentence, Span cue) {
    String text = analysis.text();
    Span source = subject(analysis, sentence, cue);
    if (source == null) {
      return null;
    }
    Matcher stop = STOP.matcher(text).region(cue.end(), sentence.end());
    Span content = stripped(text, cue.end(), stop.find() ? stop.start() : sentence.end());
    return content.length() < 1 ? null : new Said(cue, List.of(source), List.of(content), sentence);
  }

  /** The words before a verb that are its subject, as far as its clause goes. */
  static @Nullable Span subject(Analysis analysis, Span sentence, Span verb) {
    String text = analysis.text();
    int begin = sentence.begin();
    Matcher start = START.matcher(text).region(sentence.begin(), verb.begin());
    while (start.find()) {
      begin = start.end();
    }
    String words = text.substring(begin, verb.begin()).stripTrailing();
    Matcher between = BETWEEN.matcher(words);
    words = between.find() ? words.substring(0, between.start()) : words;
    if (words.endsWith(" and") || words.endsWith(" but")) { // "the army buried 12 and counts 31"
      return first(analysis, new Span(begin, begin + words.length()));
    }
    if (NO_SUBJECT.matcher(words).matches()) {
      return null;
    }
    Matcher pronoun = WE.matcher(words);
    Matcher he = HE.matcher(text.substring(begin, verb.begin()));
    if (he.find()) { // "by morning it had revised the toll"
      return new Span(begin + he.start(1), begin + he.end(1));
    }
    if (pronoun.find()) { // "since July we have registered"
      return new Span(begin + pronoun.start(1), begin + pronoun.end(1));
    }
    String before = words;
    if (RELATIVE.matcher(words).matches()) {
      return antecedent(analysis, sentence, begin + words.length());
    }
    if (words.endsWith(",")) { // "residents of the town, a port, counted"
      words = words.substring(0, words.length() - 1);
    }
    int comma = before.endsWith(",") ? -1 : words.lastIndexOf(", ");
    if (comma >= 0 && !words.matches(".*, (?:who|which)\\b.*,?")) {
      begin += comma + 2;
      words = words.substring(comma + 2);
    }
    if (words.matches("(?i)(?:in|on|by|at|since|after|between|during|from|of|over) .*")) {
      Span all = new Span(begin, begin + words.length());
      ActorMention first =
          all.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
              .min(Comparator.comparing(ActorMention::span))
              .orElse(null);
      if (first == null) {
        return null;
      }
      words = words.substring(Math.max(0, first.span().begin() - begin));
      begin = Math.max(begin, first.span().begin());
    }
    Span subject = stripped(text, begin, begin + words.length());
    String own = subject.of(text);
    boolean some = subject.length() > 1 && subject.length() <= LONGEST;
    boolean adjective = own.matches("(?is).*\\s(?:an?|the)"); // "out of an estimated 900"
    return some
            && !adjective
            && !PRONOUN.matcher(own).matches()
            && !Character.isDigit(own.charAt(0))
        ? subject
        : null;
  }

  /** The party at the beginning of a clause. */
  private static @Nullable Span first(Analysis analysis, Span clause) {
    return clause.among(analysis.get(Layer.ACTORS), ActorMention::span).stream()
        .map(ActorMention::span)
        .filter(span -> span.begin() - clause.begin() <= 4)
        .findFirst()
        .orElse(null);
  }

  /**
   * What a relative pronoun that ends at an offset stands for: "Russia, which put its losses at".
   */
  static @Nullable Span antecedent(Analysis analysis, Span sentence, int end) {
    String text = analysis.text();
    String before =
        text.substring(sentence.begin(), end).replaceFirst("(?i),?\\s*\\b(?:which|who)$", "");
    int at = sentence.begin() + before.length();
    for (ActorMention mention : sentence.among(analysis.get(Layer.ACTORS), ActorMention::span)) {
      if (mention.span().end() == at) {
        return mention.span();
      }
    }
    Matcher noun = LAST_NOUN.matcher(before);
    return noun.find() && noun.end() - noun.start() <= LONGEST
        ? new Span(sentence.begin() + noun.start(), at)
        : null;
  }

  private static Span stripped(String text, int begin, int end) {
    int from = begin;
    int to = Math.max(begin, end);
    while (from < to && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == ',')) {
      from++;
    }
    while (to > from
        && (Character.isWhitespace(text.charAt(to - 1))
            || ",.".indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    return new Span(from, to);
  }
}
