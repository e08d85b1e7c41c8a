package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Alternation;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** "His father", "Rania's husband": relatives of {@code actors/kin.tsv}. */
final class Relatives implements Reference {
  /** What a person is to the one whose father, wife and so on is told; either sex may be meant. */
  private static final Map<String, List<String>> INVERSE =
      Map.of(
          "father", List.of("son", "daughter"),
          "mother", List.of("son", "daughter"),
          "son", List.of("father", "mother"),
          "daughter", List.of("father", "mother"),
          "brother", List.of("brother", "sister"),
          "sister", List.of("brother", "sister"),
          "husband", List.of("wife"),
          "wife", List.of("husband"),
          "half-brother", List.of("half-brother", "half-sister"));

  private final OfficeHolders offices;
  private final Map<String, String> kin = new HashMap<>();
  private final Pattern words;

  Relatives(Codebook codebook, OfficeHolders offices) {
    this.offices = offices;
    Set<String> relations = new HashSet<>();
    for (Row row : codebook.table("lexicon/references.tsv")) {
      if (row.get("kind").equals("kin")) {
        relations.add(row.get("word"));
      }
    }
    for (Row row : codebook.table("actors/kin.tsv")) {
      String person = "person:" + row.get("country") + ":" + row.get("person");
      kin.put(person + " " + row.get("relation"), row.get("relative"));
      String relative = "person:" + row.get("country") + ":" + row.get("relative");
      for (String inverse : INVERSE.getOrDefault(row.get("relation"), List.of())) {
        kin.putIfAbsent(relative + " " + inverse, row.get("person"));
      }
    }
    words =
        Pattern.compile(
            "(?:\\b(?<m>[Hh]is)|\\b[Ww]hose|\\b(?<f>[Hh]er)|\\b[\\p{L}-]+['\u2019]s) (?:(?:late|elder|older|eldest|younger|youngest|only|twin|own|powerful|influential|then) ){0,2}(?<relation>"
                + Alternation.of(relations)
                + ")\\b(?!['\u2019]?-|['\u2019]s | \\p{Lu})");
  }

  @Override
  public boolean isTentative(String words) {
    return true;
  }

  @Override
  public List<Span> find(String text, Span sentence) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = words.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      boolean pronoun = matcher.group("m") != null || matcher.group("f") != null;
      found.add(new Span(pronoun ? matcher.start() : matcher.start("relation"), matcher.end()));
    }
    return found;
  }

  @Override
  public @Nullable Actor resolve(String text, Span span, Discourse discourse, String day) {
    String said = span.of(text);
    String relation = said.substring(said.lastIndexOf(' ') + 1);
    boolean his = said.startsWith("his ") || said.startsWith("His ");
    boolean her = said.startsWith("her ") || said.startsWith("Her ");
    Discourse.Said subject = his || her ? null : discourse.possessor(span.begin());
    if (his || her) {
      subject = discourse.joined(text, span.begin(), his ? "m" : "f");
      subject = subject == null ? discourse.person(his ? "m" : "f") : subject;
    } else if (subject == null || !subject.isPerson()) {
      subject = discourse.last(s -> s.isPerson() && s.span().end() <= span.begin());
    }
    if (subject == null) {
      return null;
    }
    Actor actor = subject.actor();
    boolean top = subject.office().startsWith("head-of-");
    boolean spouse = top && (relation.equals("wife") || relation.equals("husband"));
    Actor first =
        spouse && actor.country() != null
            ? offices.holder(actor.country(), "first-lady", day)
            : null;
    if (first != null) {
      return first;
    }
    String name = kin.get(actor.id() + " " + relation);
    if (name == null) {
      return null;
    }
    String id = "person:" + actor.country() + ":" + name;
    Actor known = offices.person(id, day);
    return known == null ? new Actor(id, name, actor.country(), List.of("ELI"), null) : known;
  }
}
