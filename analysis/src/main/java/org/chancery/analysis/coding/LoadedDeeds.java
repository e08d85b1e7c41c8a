package org.chancery.analysis.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Inflection;
import org.chancery.core.Actor;
import org.chancery.core.EventMention.Participant;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What loaded words mean by whom they are said of: whom the police "abducts" is arrested ({@code
 * framing/deeds.tsv}), and "the Ardovian occupiers" are Ardovia when they are spoken to ({@code
 * framing/states.tsv}).
 */
final class LoadedDeeds {
  private static final Set<String> DEEDS = Set.of("ASSAULT", "MOBILIZE", "RETREAT");

  /** Words before a noun that is somebody of a country and not the country: "a warmonger". */
  private static final Pattern ONE_OF =
      Pattern.compile(
          "(?:an?|one|two|three|four|five|six|several|some|many|\\d+) ", Pattern.CASE_INSENSITIVE);

  private final Map<String, Row> verbs = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();

  LoadedDeeds(Codebook codebook) {
    Inflection inflection = new Inflection(codebook);
    for (Row row : codebook.table("framing/deeds.tsv")) {
      inflection.verb(row.get("trigger")).forEach(form -> verbs.put(form, row));
    }
    codebook
        .table("framing/states.tsv")
        .forEach(row -> states.put(row.get("word"), row.get("kind")));
  }

  /** The row of a verb whose doers are all of a state's body; null for other verbs and doers. */
  @Nullable Row deed(String text, Span trigger, List<Participant> doers) {
    String words = trigger.of(text).toLowerCase(java.util.Locale.ROOT);
    int space = words.indexOf(' ');
    Row row = verbs.get(space < 0 ? words : words.substring(0, space));
    if (row == null || doers.isEmpty()) {
      return null;
    }
    Set<String> bodies = new HashSet<>(row.list("doers"));
    for (Participant doer : doers) {
      Set<String> code = new HashSet<>(List.of(doer.code().split(" ")));
      if (code.contains("REB") || code.stream().noneMatch(bodies::contains)) {
        return null;
      }
    }
    return row;
  }

  /** Parties of an event, with states for the loaded nouns that mean one. */
  List<Participant> states(List<Participant> side, String type, Participants participants) {
    List<Participant> read = new ArrayList<>();
    for (Participant party : side) {
      String text = party.text();
      String kind =
          ONE_OF.matcher(text).lookingAt()
              ? null
              : states.get(text.substring(text.lastIndexOf(' ') + 1));
      String country = kind == null ? Actor.UNKNOWN_CODE : participants.country(party.span());
      boolean state = kind != null && (kind.equals("state") || !DEEDS.contains(type));
      read.add(
          state && !country.equals(Actor.UNKNOWN_CODE)
              ? new Participant(party.mention(), party.span(), text, country + " GOV")
              : party);
    }
    return read;
  }
}
