package org.chancery.analysis.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/** English inflection: irregular forms from the codebook, regular ones by spelling rules. */
public final class Inflection {
  private final Map<String, List<String>> verbs = new HashMap<>();
  private final Map<String, String> plurals = new HashMap<>();

  public Inflection(Codebook codebook) {
    for (Row row : codebook.table("lexicon/irregular.tsv")) {
      verbs.put(
          row.get("lemma"),
          List.of(row.get("third"), row.get("past"), row.get("participle"), row.get("gerund")));
    }
    codebook
        .table("lexicon/plurals.tsv")
        .forEach(row -> plurals.put(row.get("singular"), row.get("plural")));
  }

  /** All forms of a verb or verb phrase, whose first word is inflected. */
  public Set<String> verb(String phrase) {
    int space = phrase.indexOf(' ');
    String lemma = space < 0 ? phrase : phrase.substring(0, space);
    String rest = space < 0 ? "" : phrase.substring(space);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(phrase);
    List<String> known = verbs.get(lemma);
    if (known != null) {
      for (String cell : known) {
        for (String form : cell.split("\\|")) {
          forms.add(form + rest);
        }
      }
      return forms;
    }
    List<String> made = new ArrayList<>();
    String stem = lemma.endsWith("e") ? lemma.substring(0, lemma.length() - 1) : lemma;
    if (lemma.endsWith("y") && lemma.length() > 2 && !isVowel(lemma.charAt(lemma.length() - 2))) {
      String base = lemma.substring(0, lemma.length() - 1);
      made.addAll(List.of(base + "ies", base + "ied", lemma + "ing"));
    } else {
      made.addAll(
          List.of(
              lemma + (hisses(lemma) ? "es" : "s"),
              stem + "ed",
              (lemma.endsWith("ee") ? lemma : stem) + "ing"));
      if (doubles(lemma)) {
        char last = lemma.charAt(lemma.length() - 1);
        made.addAll(List.of(lemma + last + "ed", lemma + last + "ing"));
      }
    }
    made.forEach(form -> forms.add(form + rest));
    return forms;
  }

  /** The participles of a verb or verb phrase: those of its past forms that a passive takes. */
  public Set<String> participles(String phrase) {
    int space = phrase.indexOf(' ');
    String lemma = space < 0 ? phrase : phrase.substring(0, space);
    List<String> known = verbs.get(lemma);
    if (known == null) {
      Set<String> forms = verb(phrase);
      forms.removeIf(form -> !form.split(" ", 2)[0].endsWith("ed"));
      return forms;
    }
    Set<String> forms = new LinkedHashSet<>();
    for (String form : known.get(2).split("\\|")) {
      forms.add(form + (space < 0 ? "" : phrase.substring(space)));
    }
    return forms;
  }

  /** Singular and plural of a noun phrase, whose last word is inflected. */
  public Set<String> noun(String phrase) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(phrase);
    int space = phrase.lastIndexOf(' ');
    String head = phrase.substring(space + 1);
    String rest = phrase.substring(0, space + 1);
    String plural = plurals.get(head);
    if (plural != null) {
      forms.add(rest + plural);
    } else if (head.endsWith("y")
        && head.length() > 2
        && !isVowel(head.charAt(head.length() - 2))) {
      forms.add(rest + head.substring(0, head.length() - 1) + "ies");
    } else if (head.endsWith("man")) {
      forms.add(rest + head.substring(0, head.length() - 2) + "en");
    } else if (!head.endsWith("s") || head.endsWith("ss")) {
      forms.add(rest + head + (hisses(head) ? "es" : "s"));
    }
    return forms;
  }

  private static boolean hisses(String word) {
    return word.matches(".*(s|x|z|ch|sh|[^o]o)");
  }

  private static boolean doubles(String word) {
    return word.matches(".*[^aeiou]?[^aeiou][aeiou][bdglmnprt]") && word.length() <= 8;
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
