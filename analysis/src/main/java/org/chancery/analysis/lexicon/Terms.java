package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/**
 * Triggers, agents, titles, cues, loaded words and words that count of the codebook in all their
 * forms, found in any case.
 */
public final class Terms {
  private static final Set<String> COUNTED =
      Set.of("state", "toll", "intransitive", "verb", "noun");

  /** In a phrase of a list: whoever's, or nobody's in particular ("revise {its} count"). */
  private static final String OWNER = "{its} ";

  private static final List<String> OWNERS = List.of("", "the ", "its ", "his ", "her ", "their ");

  private final Phrases<Term> phrases;

  /** Reads the lists under {@code lexicon/}. */
  public Terms(Codebook codebook) {
    Inflection inflection = new Inflection(codebook);
    Map<String, List<Term>> all = new HashMap<>();
    for (Row row : codebook.table("lexicon/triggers.tsv")) {
      Term term =
          new Term(
              Term.Kind.TRIGGER,
              row.get("trigger"),
              row.list("types"),
              row.get("mode"),
              row.get("cameo"));
      add(all, forms(inflection, row.get("trigger"), row.get("pos")), term);
    }
    for (Row row : codebook.table("lexicon/agents.tsv")) {
      Term term =
          new Term(Term.Kind.AGENT, row.get("agent"), row.list("sectors"), row.get("kind"), "");
      add(all, inflection.noun(row.get("agent")), term);
    }
    for (Row row : codebook.table("lexicon/titles.tsv")) {
      Term term =
          new Term(Term.Kind.TITLE, row.get("title"), row.list("sectors"), row.get("office"), "");
      add(all, inflection.noun(row.get("title")), term);
    }
    for (Row row : codebook.table("lexicon/cues.tsv")) {
      Term term = new Term(Term.Kind.CUE, row.get("cue"), List.of(), row.get("stance"), "");
      add(all, forms(inflection, row.get("cue"), row.get("pos")), term);
    }
    for (Row row : codebook.table("framing/terms.tsv")) {
      Term term = new Term(Term.Kind.LOADED, row.get("term"), List.of(), row.get("kind"), "");
      add(all, inflection.noun(row.get("term")), term);
    }
    for (Row row : codebook.table("figures/counts.tsv")) {
      if (COUNTED.contains(row.get("pos"))) {
        String pos = row.get("pos").equals("intransitive") ? "verb" : row.get("pos");
        Term term = new Term(Term.Kind.COUNT, row.get("word"), List.of(), row.get("counts"), "");
        add(all, forms(inflection, row.get("word"), pos), term);
      }
    }
    phrases = new Phrases<>(all, true);
  }

  /** All hits, overlapping ones too. */
  public List<Phrases.Hit<Term>> find(String text, int begin, int end) {
    return phrases.all(text, begin, end);
  }

  private static Set<String> forms(Inflection inflection, String phrase, String pos) {
    if (phrase.contains(OWNER)) {
      Set<String> forms = new TreeSet<>();
      OWNERS.forEach(o -> forms.addAll(forms(inflection, phrase.replace(OWNER, o), pos)));
      return forms;
    }
    return switch (pos) {
      case "verb" -> inflection.verb(phrase);
      case "noun" -> inflection.noun(phrase);
      default -> Set.of(phrase);
    };
  }

  private static void add(Map<String, List<Term>> all, Set<String> forms, Term term) {
    forms.forEach(form -> all.computeIfAbsent(form, k -> new ArrayList<>(1)).add(term));
  }
}
