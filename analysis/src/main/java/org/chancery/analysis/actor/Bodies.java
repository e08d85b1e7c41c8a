package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Name;
import org.chancery.core.Actor;

/** Words for bodies, of {@code lexicon/bodies.tsv}. */
final class Bodies {
  private static final List<String> CITIZENS = List.of("NGO");

  private final Map<String, List<String>> sectors = new HashMap<>();
  private static final String BY_NAME = "name";
  private final Set<String> ofStates = new HashSet<>();
  private final Map<String, String> back = new HashMap<>();
  private final Map<String, List<Fallback>> fallbacks = new HashMap<>();

  /** The body that a noun means where a report names none, and the kind of country it must name. */
  record Fallback(Name body, String kind) {}

  Bodies(Codebook codebook) {
    for (Row row : codebook.table("lexicon/bodies.tsv")) {
      String word = row.get("word");
      if (!row.get("sectors").isEmpty()) {
        sectors.put(word, row.list("sectors"));
      }
      if (row.get("state").equals("yes")) {
        ofStates.add(word);
      }
      back.put(word, row.get("back"));
      List<String> unsaid = row.list("default");
      List<Fallback> usual = new ArrayList<>();
      for (int i = 1; i < unsaid.size(); i += 2) {
        usual.add(new Fallback(organisation(codebook, unsaid.get(i - 1)), unsaid.get(i)));
      }
      fallbacks.put(word, usual);
    }
  }

  /** Sectors of a body that no list has, by the words of its name; of citizens where none tells. */
  List<String> sectorsOf(String bodyName) {
    List<String> found = CITIZENS;
    for (String word : bodyName.toLowerCase(Locale.ROOT).split("[ '\u2019-]+")) {
      List<String> told = sectors.getOrDefault(word, found);
      found = told.equals(CITIZENS) ? found : told; // "Rice Millers' Federation"
    }
    return found;
  }

  /** Whether the last word of a name, or that of a firm's form, is one for bodies. */
  boolean tells(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return name.indexOf(' ') > 0 && sectors.containsKey(last);
  }

  /** Whether every state has such a body. */
  boolean isOfState(String word) {
    return word.endsWith("ministry") || word.endsWith("government") || ofStates.contains(word);
  }

  private static Name organisation(Codebook codebook, String id) {
    for (Row row : codebook.table("actors/organisations.tsv")) {
      if (row.get("id").equals(id)) {
        return new Name(
            Name.Kind.ORGANISATION,
            id,
            row.get("name"),
            row.get("country"),
            row.list("sectors"),
            null,
            null,
            null);
      }
    }
    throw new IllegalArgumentException("lexicon/bodies.tsv: no organisation " + id);
  }

  /** Whether a noun can refer back to bodies. */
  boolean takesUp(String noun) {
    return !back.getOrDefault(noun, "").isEmpty();
  }

  /** Whether a noun can refer back to the body of an id and a name. */
  boolean takesUp(String noun, Actor actor) {
    boolean citizens = "NGO".equals(actor.country()) && back.getOrDefault(noun, "").contains("NGO");
    return citizens || takesUp(noun, actor.id(), actor.name());
  }

  /** Whether a noun can refer back to the body of an id and a name. */
  boolean takesUp(String noun, String id, String name) {
    String kind = back.getOrDefault(noun, "");
    return kind.equals(BY_NAME)
        ? id.indexOf(':') > 0 && name.toLowerCase(Locale.ROOT).contains(noun)
        : !kind.isEmpty()
            && Arrays.stream(kind.split("\\|"))
                .anyMatch(one -> one.endsWith(":") ? id.startsWith(one) : id.equals(one));
  }

  /** The bodies that a noun means where a report names none, the likeliest first. */
  List<Fallback> fallbacks(String noun) {
    return fallbacks.getOrDefault(noun, List.of());
  }
}
