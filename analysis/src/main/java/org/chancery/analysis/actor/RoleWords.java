package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Span;

/** Titles and nouns for parties ("minister", "rebels") where they are not verbs. */
final class RoleWords {
  private static final Pattern OBJECT =
      Pattern.compile(" (?:an?|the|its|his|her|their|our|one of|both|all)\\b");

  private final Set<String> verbs = new HashSet<>();

  RoleWords(Codebook codebook) {
    codebook.table("lexicon/references.tsv").stream()
        .filter(row -> row.get("kind").equals("verb"))
        .forEach(row -> verbs.add(row.get("word")));
  }

  /** Adds those of a sentence that no part covers yet, the longest first. */
  void add(String text, List<Phrases.Hit<Term>> words, List<Part> parts) {
    List<Part> roles = new ArrayList<>();
    for (Phrases.Hit<Term> hit : words) {
      if (OtherNames.onlyQualifies(text, hit.span().end()) || isVerb(text, hit.span())) {
        continue;
      }
      for (Term.Kind kind : List.of(Term.Kind.TITLE, Term.Kind.AGENT)) {
        hit.values().stream()
            .filter(t -> t.kind() == kind)
            .findFirst()
            .ifPresent(t -> roles.add(new Part(hit.span(), null, t)));
      }
    }
    roles.sort(Comparator.comparingInt(part -> -part.span().length()));
    for (Part role : roles) {
      if (parts.stream().noneMatch(part -> part.span().overlaps(role.span()))) {
        parts.add(role);
      }
    }
  }

  /** Whether a word for several is a verb there: "who heads a charity". */
  private boolean isVerb(String text, Span span) {
    return verbs.contains(span.of(text))
        && OBJECT.matcher(text).region(span.end(), text.length()).lookingAt();
  }
}
