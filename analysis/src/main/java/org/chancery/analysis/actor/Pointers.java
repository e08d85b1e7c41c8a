package org.chancery.analysis.actor;

import java.util.List;
import java.util.regex.Pattern;
import org.chancery.core.Actor;
import org.chancery.core.ActorMention;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** "The latter", "the 75-year-old": words that point at one of those just spoken of. */
final class Pointers implements Reference {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b[Tt]he (?:latter|former(?=,|"
              + " (?:has|had|is|was|will|would|said|did)\\b)|\\d{2,3}-year-old(?=[,.;]|"
              + " (?:\\p{Ll}+(?:ed|s)|has|had|was|is|who|will|would|said|told|and|went|came|left|won|lost|took)\\b))(?!['\u2019]?-)");

  /** "The latter country" names its kind. */
  private static final Pattern NOUN =
      Pattern.compile("[,.;:)]|['\u2019]s\\b|$| (?:\\p{Ll}+ed|\\p{Ll}{1,5})\\b");

  @Override
  public boolean isTentative(String words) {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    return Reference.all(WORDS, text, sentence).stream()
        .filter(span -> NOUN.matcher(text).region(span.end(), text.length()).lookingAt())
        .toList();
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    String word = span.of(text).substring("the ".length());
    if (word.endsWith("old")) {
      Discourse.Said aged = discourse.person("", s -> s.actor().id().startsWith("person:"));
      return aged == null ? null : aged.actor();
    }
    Discourse.Said last = discourse.last(Pointers::isOne);
    if (last == null || !discourse.isNear(last) || word.equals("latter")) {
      return last == null || !discourse.isNear(last) ? null : last.actor();
    }
    Discourse.Said other =
        discourse.last(
            s ->
                isOne(s)
                    && s.isPerson() == last.isPerson()
                    && !s.actor().id().equals(last.actor().id()));
    return other == null || !discourse.isNear(other) ? null : other.actor();
  }

  private static boolean isOne(Discourse.Said said) {
    return said.mention().form() != ActorMention.Form.PRONOUN && said.actor().members().isEmpty();
  }
}
