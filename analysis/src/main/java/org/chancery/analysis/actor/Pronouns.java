package org.chancery.analysis.actor;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.ActorMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** Subject, object and possessive pronouns of persons and of several. */
final class Pronouns {
  static final Pattern PRONOUN =
      Pattern.compile(
          "\\b(?<m>he|him|his|himself)\\b|\\b(?<f>she|her|hers|herself)\\b|\\b(?<p>they|them|their|themselves)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "Her" is an object where no noun of hers can follow. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?i:him)\\b|(?i:her)(?=[.,;:)?!]|$|"
              + " (?:an?|the|to|in|into|on|at|by|with|from|for|as|and|but|or|that|when|while|after|before|if|up|out|off|away|back|well|again|twice|once|there|here|on)\\b)");

  /** What parts two clauses, or a verb from the one whose subject is another. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "[,;:\\u2014\\u2013]|\\b(?:that|who|whom|which|what|where|when|while|after|before|because|as|if|whether|and|but|or|said|says|than)\\b");

  private static final int LONGEST = 60;
  private static final int LONGEST_RELATIVE = 110;

  /** Right behind a name, what says more of its bearer: no clause of another. */
  private static final Pattern RELATIVE =
      Pattern.compile(
          "^, (?:who|which) |^, (?!and\\b|but\\b|or\\b)[^.;:,]{1,100},"
              + " (?!and\\b|but\\b|or\\b)|^, (?=\\p{Ll}+ed |sat |stood |told |gave |had )");

  /** "Met Mr Okello and told him": the verb of the subject before. */
  private static final Pattern JOINED_VERB =
      Pattern.compile(
          "\\band (?:\\p{Ll}+ed|told|gave|sent|met|saw|left|made|let|had) (?:\\p{Ll}+ )?$");

  /** A possessive in the opening of a sentence, of who is named only behind it. */
  private static final Pattern AHEAD =
      Pattern.compile(
          "(?:For|On|In|At|After|Before|With|During|Despite|Since|Until|Throughout|Unlike|Under|Without|Of|To|From|By)"
              + " (?:\\p{Ll}+ ){0,3}(?:his|her)");

  private static final Pattern POSSESSIVE = Pattern.compile("(?i)his|hers?");

  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

  private Pronouns() {}

  /** Whether words between a mention and another have a verb, and part no two clauses. */
  static boolean isOneClause(String between) {
    if (between.length() > LONGEST + LONGEST_RELATIVE) {
      return false;
    }
    Matcher relative = RELATIVE.matcher(between);
    String verb = relative.lookingAt() ? " " + between.substring(relative.end()) : between;
    return verb.length() < LONGEST && WORD.matcher(verb).find() && !CLAUSE.matcher(verb).find();
  }

  /** Whether a possessive opens a sentence, so that its owner may stand behind it. */
  static boolean isAhead(String text, Span sentence, Span pronoun) {
    return AHEAD.matcher(text).region(sentence.begin(), pronoun.end()).matches();
  }

  /** Whom a pronoun refers back to, or null. */
  static Discourse.@Nullable Said antecedent(String text, Span span, Discourse discourse) {
    Matcher matcher = PRONOUN.matcher(span.of(text).toLowerCase(Locale.ROOT));
    if (!matcher.lookingAt()) {
      return null;
    }
    if (matcher.group("p") != null) {
      return discourse.last(
          s ->
              s.mention().form() != ActorMention.Form.PRONOUN
                  && (!s.actor().members().isEmpty() || isPlural(s)));
    }
    String gender = matcher.group("m") != null ? "m" : "f";
    Discourse.Said joined = discourse.joined(text, span.begin(), gender);
    if (joined != null) {
      return joined;
    }
    Discourse.Said said =
        OBJECT.matcher(text).region(span.begin(), text.length()).lookingAt()
            ? object(text, span, gender, discourse)
            : discourse.person(gender);
    if (said != null) {
      discourse.spokenOf().show(said.actor(), gender);
    }
    return said;
  }

  /**
   * "Him" and an object's "her" are not who is the subject of their clause ("his predecessor wished
   * him well"): whom a pronoun of the sentence meant before, else somebody else.
   */
  private static Discourse.@Nullable Said object(
      String text, Span span, String gender, Discourse discourse) {
    Set<String> subjects = subjects(text, span, discourse);
    Discourse.Said other = pronounHere(gender, discourse);
    boolean free = other != null && !subjects.contains(other.actor().id());
    return free && !subjects.isEmpty()
        ? other
        : discourse.person(gender, s -> !subjects.contains(s.actor().id()));
  }

  /** The ids of those who are the subject of the clause of an object. */
  private static Set<String> subjects(String text, Span span, Discourse discourse) {
    Set<String> subjects = new HashSet<>();
    Discourse.Said first = null;
    for (Discourse.Said one : discourse.ofSentence(discourse.sentence())) {
      int end = one.span().end();
      if (end <= span.begin() && one.isPerson()) {
        first = first == null ? one : first;
        boolean owner = POSSESSIVE.matcher(one.mention().text()).matches();
        if (!owner && isOneClause(text.substring(end, span.begin()))) {
          subjects.add(one.actor().id());
        }
      }
    }
    String before = text.substring(Math.max(0, span.begin() - LONGEST), span.begin());
    if (subjects.isEmpty() && first != null && JOINED_VERB.matcher(before).find()) {
      subjects.add(first.actor().id());
    }
    return subjects;
  }

  private static boolean isPlural(Discourse.Said said) {
    Span span = said.span();
    String text = said.mention().text();
    return !said.isPerson()
        && span.length() > 3
        && said.mention().form() != ActorMention.Form.NAME
        && text.endsWith("s");
  }

  /** The person whom a pronoun of this sentence stood for, or null. */
  private static Discourse.@Nullable Said pronounHere(String gender, Discourse discourse) {
    Discourse.Said last =
        discourse.last(
            s ->
                s.mention().form() == ActorMention.Form.PRONOUN
                    && s.sentence() == discourse.sentence());
    return last != null && gender.equals(discourse.spokenOf().shown(last.actor())) ? last : null;
  }
}
