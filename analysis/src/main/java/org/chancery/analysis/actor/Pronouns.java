package org.chancery.analysis.actor;

import java.util.Locale;
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

  private Pronouns() {}

  /** Whom a pronoun refers back to, or null. */
  static Discourse.@Nullable Said antecedent(String word, Discourse discourse) {
    Matcher matcher = PRONOUN.matcher(word.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group("p") != null) {
      return discourse.last(
          s ->
              s.mention().form() != ActorMention.Form.PRONOUN
                  && (!s.actor().members().isEmpty() || isPlural(s)));
    }
    return discourse.person(matcher.group("m") != null ? "m" : "f");
  }

  private static boolean isPlural(Discourse.Said said) {
    Span span = said.span();
    String text = said.mention().text();
    return !said.isPerson()
        && span.length() > 3
        && said.mention().form() != ActorMention.Form.NAME
        && text.endsWith("s");
  }
}
