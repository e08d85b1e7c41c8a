package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Holders of one office in several countries: "the presidents of Estonia and Latvia", "the Turkish
 * and Armenian foreign ministers".
 */
final class SeveralOffices implements Reference {
  private final OfficeHolders holders;
  private final States states;
  private final Map<String, String> offices = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Pattern words;

  SeveralOffices(Codebook codebook, OfficeHolders holders, States states) {
    this.holders = holders;
    this.states = states;
    for (Row row : codebook.table("lexicon/references.tsv")) {
      String value = row.get("value");
      if (row.get("kind").equals("many") && value.startsWith("person:") && value.contains("-")) {
        offices.put(row.get("word"), value.substring(value.indexOf(':') + 1));
      }
    }
    offices.put("leaders", "leader");
    Map<String, String> adjectives = new HashMap<>();
    for (Row row : codebook.table("actors/countries.tsv")) {
      String code = row.get("code");
      countries.put(row.get("name"), code);
      row.list("aliases").forEach(alias -> countries.putIfAbsent(alias, code));
      row.list("adjectives").forEach(adjective -> adjectives.putIfAbsent(adjective, code));
    }
    String plurals = "(?<PLURAL>" + Groups.alternation(offices.keySet()) + ")";
    words =
        Pattern.compile(
            "\\b(?:[Tt]he )?"
                + plurals.replace("PLURAL", "plural")
                + " of (?<of>"
                + listed(countries.keySet())
                + ")\\b|\\b(?:[Tt]he )?(?<adjectives>"
                + listed(adjectives.keySet())
                + ") "
                + plurals.replace("PLURAL", "plural2")
                + "\\b");
    adjectives.forEach(countries::putIfAbsent);
  }

  /** Two names or more: "A and B", "A, B and C". */
  private static String listed(java.util.Set<String> names) {
    String one = "(?:the )?(?:" + Groups.alternation(names) + ")";
    return one + "(?:, " + one + ")*,? and " + one;
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
    Matcher matcher = words.matcher(text).region(span.begin(), span.end());
    if (!matcher.lookingAt()) {
      return null;
    }
    String of = matcher.group("of");
    String plural = matcher.group(of == null ? "plural2" : "plural");
    List<Actor> members = new ArrayList<>();
    for (String name : (of == null ? matcher.group("adjectives") : of).split(",? and |, ")) {
      String country = countries.get(name.replaceFirst("^the ", ""));
      if (country == null) {
        return null;
      }
      String office = offices.getOrDefault(plural, "leader");
      office = office.equals("leader") ? states.leader(country) : office;
      Actor holder = holders.holder(country, office, day);
      members.add(holder == null ? states.government(country) : holder);
    }
    return Actor.group(members);
  }
}
