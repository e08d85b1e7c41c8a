package org.chancery.analysis.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Alternation;

/** What people of no list do for a living: "Fatou Diagne, who sells fish in Mbour". */
final class Trades {
  private final Map<String, List<String>> sectors = new HashMap<>();
  private final Pattern who;

  Trades(Codebook codebook) {
    for (Row row : codebook.table("lexicon/references.tsv")) {
      if (row.get("kind").equals("trade")) {
        sectors.put(row.get("word"), row.list("value"));
      }
    }
    who =
        Pattern.compile(
            ", (?:\\d{1,2}, )?who (?:also |still |now )?(?<does>"
                + Alternation.of(sectors.keySet())
                + ")\\b");
  }

  /** Sectors by what the words from an offset on say that somebody does; none where they don't. */
  List<String> of(String text, int end) {
    Matcher matcher = who.matcher(text).region(end, text.length());
    return matcher.lookingAt() ? sectors.getOrDefault(matcher.group("does"), List.of()) : List.of();
  }
}
