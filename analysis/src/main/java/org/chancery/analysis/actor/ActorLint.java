package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Folding;
import org.chancery.analysis.lexicon.PersonKeys;

/**
 * Warnings about the lists of actors that are no faults: two holders of one office at a time, and
 * names that mean two parties on the same day.
 */
public final class ActorLint {
  /** Offices that one holds at a time. */
  private static final Set<String> SINGLE =
      Set.of(
          "head-of-state",
          "head-of-government",
          "foreign-minister",
          "defence-minister",
          "interior-minister",
          "finance-minister",
          "supreme-leader",
          "crown-prince",
          "army-chief",
          "central-bank-governor",
          "head",
          "council-president",
          "foreign-policy-chief",
          "parliament-president");

  private ActorLint() {}

  /** The warnings, each with the lines that it is about. */
  public static List<String> warnings(Codebook codebook) {
    List<String> warnings = new ArrayList<>(overlaps(codebook));
    warnings.addAll(ambiguous(codebook));
    return warnings;
  }

  private static List<String> overlaps(Codebook codebook) {
    Map<String, List<Row>> byOffice = new TreeMap<>();
    for (Row row : codebook.table("actors/offices.tsv")) {
      if (SINGLE.contains(row.get("office"))) {
        byOffice
            .computeIfAbsent(row.get("country") + " " + row.get("office"), k -> new ArrayList<>())
            .add(row);
      }
    }
    List<String> warnings = new ArrayList<>();
    for (Map.Entry<String, List<Row>> entry : byOffice.entrySet()) {
      List<Row> terms = entry.getValue();
      terms.sort(java.util.Comparator.comparing(row -> row.get("from")));
      for (int i = 0; i + 1 < terms.size(); i++) {
        Row one = terms.get(i);
        Row next = terms.get(i + 1);
        boolean same = one.get("person").equals(next.get("person"));
        if (!same && overlap(one, next)) {
          warnings.add(
              at(one)
                  + " and "
                  + at(next)
                  + ": "
                  + one.get("person")
                  + " and "
                  + next.get("person")
                  + " are both "
                  + entry.getKey()
                  + " from "
                  + next.get("from")
                  + "; on those days the later one is taken");
        }
      }
    }
    return warnings;
  }

  /** Whether one term goes on after another has begun, as far as their days tell. */
  private static boolean overlap(Row one, Row next) {
    String end = one.get("to");
    String begin = next.get("from");
    int length = Math.min(end.length(), begin.length());
    return !begin.isEmpty()
        && (end.isEmpty() || begin.substring(0, length).compareTo(end.substring(0, length)) < 0);
  }

  private static List<String> ambiguous(Codebook codebook) {
    Map<String, Map<String, Row>> byName = new TreeMap<>();
    for (Row row : codebook.table("actors/offices.tsv")) {
      List<String> forms = new ArrayList<>(row.list("variants"));
      forms.add(row.get("person"));
      for (String form : forms) {
        String key = form.indexOf(' ') < 0 ? PersonKeys.single(form) : PersonKeys.full(form);
        put(byName, "person " + key, row.get("country") + " " + row.get("person"), row);
      }
    }
    for (String table :
        List.of("state-bodies", "organisations", "groups", "parties", "others", "peoples")) {
      for (Row row : codebook.table("actors/" + table + ".tsv")) {
        List<String> forms = new ArrayList<>(row.list("aliases"));
        forms.add(row.get("name"));
        forms.forEach(
            form ->
                put(byName, "body " + Folding.key(form) + form.length(), row.cells().get(0), row));
      }
    }
    List<String> warnings = new ArrayList<>();
    for (Map.Entry<String, Map<String, Row>> entry : byName.entrySet()) {
      if (entry.getValue().size() > 1 && sameDay(entry.getValue())) {
        Set<String> places = new TreeSet<>();
        entry.getValue().values().forEach(row -> places.add(at(row)));
        warnings.add(
            String.join(", ", places)
                + ": one name means "
                + String.join(" or ", entry.getValue().keySet())
                + "; the country in focus decides");
      }
    }
    return warnings;
  }

  private static boolean sameDay(Map<String, Row> rows) {
    List<Row> all = new ArrayList<>(rows.values());
    if (!all.get(0).columns().containsKey("from")) {
      return true;
    }
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Row one = all.get(i);
        Row other = all.get(j);
        boolean first = one.get("from").compareTo(other.get("from")) <= 0;
        if (first ? overlap(one, other) : overlap(other, one)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void put(Map<String, Map<String, Row>> all, String key, String id, Row row) {
    if (!key.endsWith(" ")) {
      all.computeIfAbsent(key, k -> new HashMap<>()).putIfAbsent(id, row);
    }
  }

  private static String at(Row row) {
    return row.file() + ":" + row.line();
  }
}
