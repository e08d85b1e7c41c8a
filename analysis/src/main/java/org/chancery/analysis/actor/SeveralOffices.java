package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Holders of one office in several countries: "the presidents of Estonia and Latvia", "the Turkish
 * and Armenian foreign ministers".
 */
final class SeveralOffices implements Reference {
  private static final List<String> COUNTERPARTS =
      List.of(
          "counterparts", "colleagues", "opposite numbers", "equivalents", "peers", "homologues");

  private static final Pattern OWN = Pattern.compile("[Hh](?:is|er) ");

  private final OfficeHolders holders;
  private final Counterparts counterparts;
  private final States states;
  private final Map<String, String> offices = new HashMap<>();
  private final CountryNames countries;
  private final Pattern words;

  SeveralOffices(Codebook codebook, OfficeHolders holders, States states, CountryNames countries) {
    this.countries = countries;
    this.holders = holders;
    this.states = states;
    counterparts = new Counterparts(holders, states);
    for (Row row : codebook.table("lexicon/references.tsv")) {
      String value = row.get("value");
      if (row.get("kind").equals("many") && value.startsWith("person:") && value.contains("-")) {
        offices.put(row.get("word"), value.substring(value.indexOf(':') + 1));
      }
    }
    offices.put("leaders", "leader");
    COUNTERPARTS.forEach(word -> offices.put(word, "counterpart"));
    String plurals = "(?<PLURAL>" + Alternation.of(offices.keySet()) + ")";
    words =
        Pattern.compile(
            "\\b(?:[Tt]he |[Hh]is |[Hh]er )?(?:"
                + plurals.replace("PLURAL", "plural")
                + " (?:of|from) (?<of>"
                + countries.listedNames()
                + ")\\b|(?<adjectives>"
                + countries.listedAdjectives()
                + ") "
                + plurals.replace("PLURAL", "plural2")
                + "\\b)|\\b[Tt]heir "
                + plurals.replace("PLURAL", "theirs")
                + "\\b");
  }

  @Override
  public boolean isNamed() {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    String here = sentence.of(text);
    if (!here.contains(" and ") && !here.contains("heir ")) {
      return List.of(); // nearly all sentences
    }
    return Reference.all(words, text, sentence).stream()
        .filter(span -> OWN.matcher(span.of(text)).lookingAt() || !isCounterparts(span.of(text)))
        .toList();
  }

  private static boolean isCounterparts(String words) {
    return COUNTERPARTS.stream().anyMatch(words::contains);
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    Matcher matcher = words.matcher(text).region(span.begin(), span.end());
    if (!matcher.lookingAt()) {
      return null;
    }
    String theirs = matcher.group("theirs");
    if (theirs != null) {
      return ofThose(theirs, discourse, day);
    }
    String of = matcher.group("of");
    String plural = matcher.group(of == null ? "plural2" : "plural");
    String office = offices.getOrDefault(plural, "leader");
    int begin = matcher.start(of == null ? "adjectives" : "plural");
    Discourse.Said official =
        office.equals("counterpart") ? Counterparts.official(text, begin, discourse) : null;
    List<Actor> members = new ArrayList<>();
    for (String country : countries.codes(of == null ? matcher.group("adjectives") : of)) {
      Actor holder =
          office.equals("counterpart")
              ? counterparts.of(official, country, day)
              : holder(country, office, day);
      members.add(holder == null ? states.government(country) : holder);
    }
    return members.isEmpty() ? null : Actor.group(members);
  }

  /**
   * "Their foreign ministers": of the countries, or of those of the persons, said together last.
   */
  private @Nullable Actor ofThose(String plural, Discourse discourse, String day) {
    String office = offices.getOrDefault(plural, "leader");
    Discourse.Said group = discourse.last(s -> !s.actor().members().isEmpty());
    List<Actor> owners =
        group != null && discourse.isNear(group)
            ? group.actor().members()
            : discourse.together().parties(2, 1, s -> states.isCountry(s.actor().country()));
    List<String> of = owners.stream().map(Actor::country).distinct().toList();
    List<Actor> members = new ArrayList<>();
    for (String country : of) {
      Actor holder = states.isCountry(country) ? holder(country, office, day) : null;
      if (holder != null) {
        members.add(holder);
      }
    }
    return members.size() < 2 || members.size() < of.size()
        ? Resolution.party(null, List.of("GOV"), plural)
        : Actor.group(members);
  }

  private @Nullable Actor holder(String country, String office, String day) {
    return holders.holder(country, office.equals("leader") ? states.leader(country) : office, day);
  }
}
