package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Name;
import org.chancery.core.Actor;
import org.jspecify.annotations.Nullable;

/** Political parties of {@code actors/parties.tsv}, and on which side they were on a day. */
final class Parties {
  private final Map<String, Row> byId = new HashMap<>();
  private final Map<String, List<Row>> byCountry = new HashMap<>();

  Parties(Codebook codebook) {
    for (Row row : codebook.table("actors/parties.tsv")) {
      byId.put(row.get("id"), row);
      byCountry.computeIfAbsent(row.get("country"), k -> new ArrayList<>()).add(row);
    }
  }

  /** A party as it stood on a day: of the government, or of the opposition. */
  @Nullable Actor on(String id, String day) {
    Row row = byId.get(id);
    return row == null ? null : actor(row, day);
  }

  /**
   * The party that an abbreviation in brackets stands for: of the likeliest country of the report
   * that has a party of these letters with most of the words of the full name given.
   */
  @Nullable Name abbreviated(String letters, String fullName, Discourse discourse) {
    Row best = null;
    for (String country : discourse.countries().keySet()) {
      Row row = byId.get("party:" + country + ":" + letters);
      boolean likelier =
          row != null
              && (best == null || discourse.weight(country) > discourse.weight(best.get("country")))
              && sharesWords(fullName, row.get("name") + " " + row.get("aliases"));
      best = likelier ? row : best;
    }
    return best == null
        ? null
        : new Name(
            Name.Kind.ORGANISATION,
            best.get("id"),
            best.get("name"),
            best.get("country"),
            List.of("PTY"),
            null,
            null,
            null);
  }

  private static boolean sharesWords(String one, String other) {
    Set<String> words = new HashSet<>(List.of(other.toLowerCase(Locale.ROOT).split("[ |'-]+")));
    int all = 0;
    int same = 0;
    for (String word : one.toLowerCase(Locale.ROOT).split("[ '\u2019-]+")) {
      if (word.length() > 3 && !word.equals("party")) {
        all++;
        same += words.contains(word) ? 1 : 0;
      }
    }
    return 2 * same > all;
  }

  /** The party that a plural means, of the country in focus or of another of the report. */
  @Nullable Actor plural(Discourse discourse, String word, String day) {
    List<String> countries = new ArrayList<>(discourse.countries().keySet());
    countries.sort(Comparator.comparingDouble(c -> -discourse.weight(c)));
    for (String country : countries) {
      Actor party = plural(country, word, day);
      if (party != null) {
        return party;
      }
    }
    return null;
  }

  /** The party of a country that a plural means ("the Conservatives"), when one fits best. */
  private @Nullable Actor plural(String country, String word, String day) {
    String stem = word.toLowerCase(Locale.ROOT).replaceAll("s$", "");
    Pattern named = Pattern.compile("\\b" + Pattern.quote(stem), Pattern.CASE_INSENSITIVE);
    for (String column : List.of("name", "aliases")) {
      Row best = null;
      for (Row row : byCountry.getOrDefault(country, List.of())) {
        boolean fits = named.matcher(row.get(column)).find();
        boolean shorter = best == null || row.get("name").length() < best.get("name").length();
        best = fits && shorter ? row : best;
      }
      if (best != null) {
        return actor(best, day);
      }
    }
    return null;
  }

  private static Actor actor(Row row, String day) {
    boolean rules = false;
    for (String period : row.list("ruling")) {
      int slash = period.indexOf('/');
      String from = slash < 0 ? period : period.substring(0, slash);
      String to = slash < 0 ? "" : period.substring(slash + 1);
      rules |= Days.within(day, from, to);
    }
    List<String> sectors = List.of("PTY", rules ? "GOV" : "OPP");
    return new Actor(row.get("id"), row.get("name"), row.get("country"), sectors, null);
  }
}
