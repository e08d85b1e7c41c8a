package org.chancery.analysis.actor;

import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.lexicon.Alternation;

/**
 * Whether the words before a name of a country, seat or building make it a mere place: those of
 * {@code lexicon/localities.tsv}.
 */
final class Locality {
  private static final String TABLE = "lexicon/localities.tsv";

  private static final String END =
      "\\s+(?:the\\s+)?(?:\\p{Ll}+ern\\s+|downtown\\s+|central\\s+)?$";

  /** Where a meeting or its like is held: "dinner at the Kremlin". */
  private static final String VENUE =
      "(?:met|meet|meets|meeting|wait(?:s|ed|ing)?|dinner|lunch|luncheon|banquet|ceremony|reception|speech|talks|breakfast|audience|received|held|place|spoke|speaking|protest(?:s|ed|ing)?|rall(?:y|ied)|flags?|lights?|guards?|reporters|journalists|crowds?)"
          + " (?:\\p{Ll}+ )?in";

  /** Names of other places before the last one: "from Washington and Canberra". */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}'\u2019-]*(?: \\p{Lu}[\\p{L}'\u2019-]*){0,2}(?:, | and | or )){1,4}$");

  private final Pattern seat;
  private final Pattern country;
  private final Pattern house;

  Locality(Codebook codebook) {
    String of = "|(?<!\\b(?:" + Alternation.of(codebook, TABLE, "party before of") + ")\\s)of";
    String at =
        "|(?<!\\b(?:" + Alternation.of(codebook, TABLE, "party before at") + ")\\s)at|" + VENUE;
    seat = before(codebook, "seat", of);
    country = before(codebook, "country", "");
    house = before(codebook, "house", at);
  }

  private static Pattern before(Codebook codebook, String kind, String more) {
    return Pattern.compile(
        "\\b(?:" + Alternation.of(codebook, TABLE, kind) + more + ")" + END,
        Pattern.CASE_INSENSITIVE);
  }

  boolean isSeat(String before) {
    return seat.matcher(alone(before)).find();
  }

  boolean isCountry(String before) {
    return country.matcher(alone(before)).find();
  }

  boolean isHouse(String before) {
    return house.matcher(before).find();
  }

  /** The words before the first of several names. */
  private static String alone(String before) {
    return OTHERS.matcher(before).replaceFirst("");
  }
}
