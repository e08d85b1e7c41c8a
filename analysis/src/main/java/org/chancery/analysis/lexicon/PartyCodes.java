package org.chancery.analysis.lexicon;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/** The codes that may stand for a country or body in the lists, and the form of their days. */
final class PartyCodes {
  private static final Pattern DAY = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");
  private final Set<String> codes = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();

  PartyCodes(Codebook codebook) {
    codebook.table("actors/countries.tsv").forEach(row -> codes.add(row.get("code")));
    for (Row row : codebook.table("ontology/sectors.tsv")) {
      if (row.get("use").equals("country-slot")) {
        codes.add(row.get("code"));
      }
    }
    codebook.table("actors/organisations.tsv").forEach(row -> bodies.add(row.get("id")));
    codebook.table("actors/groups.tsv").forEach(row -> bodies.add(row.get("id")));
  }

  /** Refuses a country that no list has; an empty one where it may be missing passes. */
  void country(Row row, boolean mayBeMissing) {
    String code = row.get("country");
    boolean known = codes.contains(code) || (code.indexOf(':') > 0 && bodies.contains(code));
    if (!known && !(code.isEmpty() && mayBeMissing)) {
      throw row.fault(
          "unknown country '"
              + code
              + "'; use a code of actors/countries.tsv, or the id of a body");
    }
  }

  /** Refuses days that are none, and a term that ends before it begins. */
  void term(Row row) {
    String from = row.get("from");
    String to = row.get("to");
    for (String day : new String[] {from, to}) {
      if (!day.isEmpty() && !DAY.matcher(day).matches()) {
        throw row.fault("'" + day + "' is no day; write 2024-05-05, 2024-05 or 2024");
      }
    }
    int length = Math.min(from.length(), to.length());
    if (length > 0 && from.substring(0, length).compareTo(to.substring(0, length)) > 0) {
      throw row.fault("from " + from + " is after to " + to + "; turn them or mend one");
    }
  }
}
