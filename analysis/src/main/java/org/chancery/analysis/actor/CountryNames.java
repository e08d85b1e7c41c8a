package org.chancery.analysis.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Alternation;

/** Names and adjectives of countries, and lists of them: "Estonia, Latvia and Lithuania". */
final class CountryNames {
  private static final Pattern SEPARATOR = Pattern.compile(",? and |, ");

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> adjectives = new HashMap<>();
  private final Pattern behind;

  CountryNames(Codebook codebook) {
    for (Row row : codebook.table("actors/countries.tsv")) {
      String code = row.get("code");
      names.put(row.get("name"), code);
      row.list("aliases").forEach(alias -> names.putIfAbsent(alias, code));
      row.list("adjectives").forEach(adjective -> adjectives.putIfAbsent(adjective, code));
    }
    behind =
        Pattern.compile(
            "(?:,|:| of| [\u2014\u2013-]| \\() ?(?<list>" + listed(names.keySet()) + ")\\b");
  }

  /** An expression for two names or more: "A and B", "A, B and C". */
  private static String listed(Set<String> names) {
    String one = "(?:the )?(?=\\p{Lu})(?:" + Alternation.of(names) + ")";
    return one + "(?:, " + one + "){0,9},? and " + one;
  }

  /** An expression for two names of countries or more. */
  String listedNames() {
    return listed(names.keySet());
  }

  /** An expression for two adjectives of countries or more. */
  String listedAdjectives() {
    return listed(adjectives.keySet());
  }

  /** The countries of a list, in order, or none where one is unknown. */
  List<String> codes(String list) {
    List<String> codes = new ArrayList<>();
    for (String part : SEPARATOR.split(list, -1)) {
      String name = part.startsWith("the ") ? part.substring("the ".length()) : part;
      String code = names.getOrDefault(name, adjectives.get(name));
      if (code == null) {
        return List.of();
      }
      codes.add(code);
    }
    return codes;
  }

  /** The countries that are listed right behind an offset: "the three allies, A, B and C". */
  List<String> behind(String text, int offset) {
    Matcher matcher = behind.matcher(text).region(offset, text.length());
    return matcher.lookingAt() ? codes(matcher.group("list")) : List.of();
  }
}
