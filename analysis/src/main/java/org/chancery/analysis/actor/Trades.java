package org.chancery.analysis.actor;

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

/**
 * What people of no list do for a living: "Fatou Diagne, who sells fish in Mbour", and nouns for
 * one person.
 */
final class Trades {
  private final Map<String, List<String>> sectors = new HashMap<>();
  private final Set<String> persons = new HashSet<>();
  private final Set<String> peers = new HashSet<>();
  private final Set<String> aides = new HashSet<>();
  private final Map<String, List<String>> houses = new HashMap<>();
  private final Pattern who;
  private final Pattern house;

  Trades(Codebook codebook) {
    for (Row row : codebook.table("lexicon/references.tsv")) {
      if (row.get("kind").equals("trade")) {
        sectors.put(row.get("word"), row.list("value"));
      } else if (row.get("kind").equals("peer")) {
        peers.add(row.get("word"));
      } else if (row.get("kind").equals("aide")) {
        aides.add(row.get("word"));
      } else if (row.get("kind").equals("house")) {
        houses.put(row.get("word"), row.list("value"));
      } else if (row.get("kind").equals("person")) {
        persons.add(row.get("word"));
      }
    }
    who =
        Pattern.compile(
            ", (?:\\d{1,2}, )?who (?:also |still |now )?(?<does>"
                + Alternation.of(sectors.keySet())
                + ")\\b");
    String any = Alternation.of(houses.keySet());
    house =
        Pattern.compile(
            ", (?:\\d{1,2}, )?(?:who (?:also |still |now )?(?:runs?|ran|keeps|kept|owns|owned|manages|managed|heads|headed|leads|led|directs|directed|founded|opened|supervises|inherited|(?:works|worked) (?:at|in|for|on))"
                + "|(?<post>(?:(?:the|an?|its|one of the) )?(?:[\\p{Ll}-]+ ){1,3}(?:of|at|in|for|from)))"
                + " (?:an?|the|one of the|his|her|two|three|several) (?:(?!and )[\\p{L}'\u2019-]+ ){0,3}?(?<house>"
                + any
                + ")(?: (?<more>"
                + any
                + "))?(?![\\p{L}-])");
  }

  /** Whether the last of some words is a noun for one person: "nurse". */
  boolean isPerson(String words) {
    return persons.contains(words.substring(words.lastIndexOf(' ') + 1));
  }

  /** Whether a noun behind the adjective of a country means who is there what its owner is. */
  boolean isPeer(String noun) {
    return peers.contains(noun);
  }

  /** Whether an office is one that serves the person who has it. */
  boolean isAide(String office) {
    return aides.contains(office);
  }

  /** Whether the last of some words is a noun for one person or for several. */
  boolean isPersons(String words) {
    return isPerson(words)
        || (words.endsWith("s") && isPerson(words.substring(0, words.length() - 1)));
  }

  /**
   * Sectors by what the words from an offset on say that somebody does or of what house he or she
   * is ("who keeps a bakery", "the director of an orphanage"); none where they don't. A post in a
   * house tells only where nothing else did ({@code untold}).
   */
  List<String> of(String text, int end, boolean untold) {
    Matcher at = house.matcher(text).region(end, text.length());
    if (at.lookingAt() && (untold || at.group("post") == null)) {
      String more = at.group("more");
      return houses.getOrDefault(more == null ? at.group("house") : more, List.of());
    }
    Matcher matcher = who.matcher(text).region(end, text.length());
    return matcher.lookingAt() ? sectors.getOrDefault(matcher.group("does"), List.of()) : List.of();
  }
}
