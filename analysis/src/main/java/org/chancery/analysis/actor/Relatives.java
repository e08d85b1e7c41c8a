package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Actor;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/** "His father", "Rania's husband", "his host": relatives of {@code actors/kin.tsv}, and hosts. */
final class Relatives implements Reference {
  private static final String HOST = "host";

  private final OfficeHolders offices;
  private final Map<String, String> kin = new HashMap<>();
  private final Pattern words;

  Relatives(Codebook codebook, OfficeHolders offices) {
    this.offices = offices;
    Set<String> relations = new HashSet<>(Set.of(HOST));
    for (Row row : codebook.table("lexicon/references.tsv")) {
      if (row.get("kind").equals("kin")) {
        relations.add(row.get("word"));
      }
    }
    for (Row row : codebook.table("actors/kin.tsv")) {
      String person = "person:" + row.get("country") + ":" + row.get("person");
      kin.put(person + " " + row.get("relation"), row.get("relative"));
    }
    words =
        Pattern.compile(
            "(?:\\b(?<m>[Hh]is)|\\b(?<f>[Hh]er)|\\b\\p{Lu}[\\p{L}-]+['\u2019]s) (?:(?:late|elder|older|eldest|younger|youngest|only|twin|own|powerful|influential|then) ){0,2}(?<relation>"
                + Groups.alternation(relations)
                + ")\\b(?!['\u2019]?-|['\u2019]s | \\p{Lu})");
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
    Discourse.Said subject =
        his || her
            ? discourse.person(his ? "m" : "f")
            : discourse.last(s -> s.isPerson() && s.span().end() <= span.begin());
    if (subject == null) {
      return null;
    }
    if (relation.equals(HOST)) {
      return host(subject, discourse);
    }
    Actor actor = subject.actor();
    String name = kin.get(actor.id() + " " + relation);
    if (name == null) {
      return null;
    }
    String id = "person:" + actor.country() + ":" + name;
    Actor known = offices.person(id, day);
    return known == null ? new Actor(id, name, actor.country(), List.of("ELI"), null) : known;
  }

  /** The person of the country last passed through, other than the guest and his compatriots. */
  private static @Nullable Actor host(Discourse.Said guest, Discourse discourse) {
    String place = discourse.lastPassed();
    Discourse.Said host =
        discourse.last(
            s ->
                s.isPerson()
                    && s.actor().sectors().contains("GOV")
                    && Objects.equals(s.actor().country(), place)
                    && !Objects.equals(s.actor().country(), guest.actor().country()));
    return host == null ? null : host.actor();
  }
}
