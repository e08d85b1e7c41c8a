package org.chancery.analysis.actor;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** "The fund", "the group": nouns that are no kind of party, for a body just spoken of. */
final class TakenUp implements Reference {
  private static final int SENTENCES = 2;

  private final States states;
  private final Bodies bodies;
  private final Set<String> nouns = new HashSet<>();
  private final Pattern words;

  TakenUp(Codebook codebook, States states, Bodies bodies) {
    this.states = states;
    this.bodies = bodies;
    codebook.table("lexicon/bodies.tsv").stream()
        .map(row -> row.get("word"))
        .filter(bodies::takesUp)
        .forEach(nouns::add);
    codebook.table("lexicon/agents.tsv").forEach(row -> nouns.remove(row.get("agent")));
    words =
        Pattern.compile(
            "\\b[Tt]he (?:(?:[\\p{L}]+(?: [\\p{L}]+)?-based|\\p{Ll}+|pan-\\p{L}+|\\p{Lu}\\p{L}+) )?(?<noun>"
                + Alternation.of(nouns)
                + ")\\b(?! of\\b|-|['\u2019]?\\p{L}* (?:of|stage|phase|members?)\\b)");
  }

  @Override
  public boolean isTentative(String words) {
    return true;
  }

  @Override
  public boolean isNamed() {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    return Reference.all(words, text, sentence);
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    String whole = span.of(text);
    String noun =
        nouns.stream()
            .filter(n -> whole.toLowerCase(Locale.ROOT).endsWith(" " + n))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    String[] said = whole.split(" ");
    String of = states.ofAdjective(said[1]);
    for (int back = 0; back <= SENTENCES; back++) {
      Actor body =
          discourse
              .together()
              .lastIn(back, s -> takes(noun, s) && (of == null || of.equals(s.actor().country())));
      if (body != null) {
        return body;
      }
    }
    return null;
  }

  private boolean takes(String noun, Discourse.Said said) {
    Actor actor = said.actor();
    return !said.isPerson() && actor.members().isEmpty() && bodies.takesUp(noun, actor);
  }
}
