package org.chancery.analysis.figure;

import java.util.regex.Pattern;
import org.chancery.core.Span;

/** Numbers that count nothing: ages, years, measures, numbers of named things. */
final class Excluded {
  private static final Pattern AGE =
      Pattern.compile(
          "(?i)^-(?:year|month|day|week|hour|minute|mile|kilomet|met|point|member|seat|nation|state|page|storey|story|man|party|way|lane|bed|room|tonne?|foot|acre|room|kilo|volt|degree)\\b?.*");

  /** "A judge of 71", "recruits of 18 and 19": persons, then two digits, then no noun. */
  private static final Pattern AGED =
      Pattern.compile(
          "(?is).*\\b(?:(?:a|an|the|his|her|former|young|old|one) [\\p{L}-]+|men|women|boys|girls|recruits|soldiers|students|pupils|youths) of(?: \\d\\d? and)? ");

  private static final Pattern MANY =
      Pattern.compile(
          "(?s).*\\b(?:total|toll|crew|group|crowd|team|force|party|population|figure|number|count|family|delegation|staff|garrison|unit|band|gang|contingent|maximum|minimum|average|loss|death|lives|convoy|fleet|column|tally|estimate|rally|march|house|council|parliament|board|jury|panel|bench|majority|membership|complement|platoon|squad|mob|cache|haul|range|fine|debt|cost|sum|series|list|string|deaths) of(?: \\d\\d? and)? ");
  private static final Pattern NO_NOUN =
      Pattern.compile(
          "(?is)^(?:\\s*$|[.,;:)]| (?:and|was|were|is|who|died|said|had|has|from|in|of|at|knelt|on|to|with)\\b).*");

  /** "Two are under 18", "children under 12". */
  private static final Pattern YOUNG =
      Pattern.compile(
          "(?is).*\\b(?:is|are|was|were|of|children|people|those|women|men|boys|girls|all|[\\p{L}]+s) (?:under|over|younger than|older than|below|above) ");

  private static final Pattern CHILD =
      Pattern.compile(
          "(?is).*\\b(?:children|boys|girls|infants|minors|those|all|them) (?:aged )?(?:under|below|younger than) ");

  /** "A three-count indictment": the number belongs to another noun. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?s)^-(?!(?:strong|odd|plus|something|some|to|or|and|hundred|thousand|million|dozen)\\b)\\p{Ll}{2,}[ -]\\p{L}.*");

  /** The number of a parcel or a telephone: long and in one piece. */
  private static final Pattern CODE = Pattern.compile("(?s)\\d{7,}");

  /** "6 in 10 villagers". */
  private static final Pattern RATIO =
      Pattern.compile(
          "(?is)^ (?:in|out of)(?: every)? (?:(?:ten|10|20|100)\\b|(?:two|three|four|five|six|eight|[2-68]) of (?:the|all|its|their|them|those)\\b).*");

  private static final Pattern RATIO_END =
      Pattern.compile(
          "(?is).*\\b(?:one|two|three|four|five|six|seven|eight|nine|\\d) (?:in|out of)(?: every)? ");

  private static final Pattern FEW =
      Pattern.compile("(?i)\\d|one|two|three|four|five|six|seven|eight|nine");
  private static final Pattern ALL = Pattern.compile("(?i)ten|10|20|100");
  private static final Pattern SOME = Pattern.compile("(?i)two|three|four|five|six|eight|[2-68]");

  /** "One of the 27 accused". */
  private static final Pattern OF_NUMBER =
      Pattern.compile("(?is)^ of (?:the|its|their|his|her) (?:about |some |more than )?\\d.*");

  private static final Pattern OF =
      Pattern.compile("(?i)^ of (?:the|all|its|their|them|those)\\b.*");

  /** "The youngest of them 11". */
  private static final Pattern EXTREME =
      Pattern.compile("(?is).*\\b(?:youngest|oldest|eldest)\\b[^,.;\\d]{0,25} ");

  private static final Pattern PREPOSITION =
      Pattern.compile(
          "(?is).*\\b(?:in|since|by|from|of|until|before|after|during|late|early|mid)[\\s-]?");
  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");

  /** A model behind its maker: "25 Leopard 1 tanks". */
  private static final Pattern MODEL = Pattern.compile("(?s).*\\d \\p{Lu}\\p{L}+ ");

  /** "All but two were shot". */
  private static final Pattern ALL_BUT = Pattern.compile("(?is).*\\ball but ");

  /** "Some of them 13", an age. */
  private static final Pattern SOME_OF =
      Pattern.compile(
          "(?is).*\\b(?:some|many|most|all|several|others) of (?:them|whom) (?:as young as |only |just )?");

  /** "The first half". */
  private static final Pattern ORDINAL =
      Pattern.compile("(?is).*\\b(?:first|second|latter|other) ");

  /** "12 per cent more than last year". */
  private static final Pattern CHANGE =
      Pattern.compile("(?is)^ (?:more|less|higher|lower|up|down|above|below)\\b.*");

  private static final int LOOK_BACK = 40;
  private final Units units;

  Excluded(Units units) {
    this.units = units;
  }

  /** Whether the number counts nothing. */
  boolean excludes(String text, Span sentence, Quantity quantity) {
    Span span = quantity.span();
    String after = text.substring(span.end(), Math.min(sentence.end(), span.end() + LOOK_BACK));
    String before =
        text.substring(Math.max(sentence.begin(), span.begin() - LOOK_BACK), span.begin());
    String own = span.of(text);
    if (ALL_BUT.matcher(before).matches()
        || after.matches("(?is)^ to one\\b.*")
        || (quantity.unit().equals("percent")
            && (ORDINAL.matcher(before).matches() || CHANGE.matcher(after).matches()))) {
      return true;
    }
    if (units.measure(text, span.end(), sentence.end()) || AGE.matcher(after).matches()) {
      return true;
    }
    if ((FEW.matcher(own).matches() && RATIO.matcher(after).matches())
        || ((ALL.matcher(own).matches()
                || (SOME.matcher(own).matches() && OF.matcher(after).matches()))
            && RATIO_END.matcher(before).matches())
        || (own.length() <= 2
            && (EXTREME.matcher(before).matches()
                || (SOME_OF.matcher(before).matches() && NO_NOUN.matcher(after).matches())))) {
      return true;
    }
    if (ATTRIBUTE.matcher(after).matches() || CODE.matcher(own).matches()) {
      return true;
    }
    if (!Character.isDigit(own.charAt(0))) {
      if (CHILD.matcher(before).matches() && NO_NOUN.matcher(after).matches()) {
        return true; // "children under five"
      }
      if (before.endsWith("-")) {
        return true; // "no-one"
      }
      return own.equalsIgnoreCase("one")
          && !OF_NUMBER.matcher(after).matches()
          && (before.matches("(?is).*\\b(?:not|no) ")
              || after.matches(
                  "(?is)^ (?:of the|of them|another|day|thing|way|side|more time|month|year|such|side).*"));
    }
    boolean named =
        units.label(text, sentence.begin(), span.begin())
            || units.house(text, span.end(), sentence.end());
    boolean preposition = PREPOSITION.matcher(before).matches();
    boolean year =
        YEAR.matcher(own).matches()
            && (preposition || after.matches("(?s)^[,.;)]?\\s*(?:\\W.*)?$"));
    boolean aged =
        own.length() <= 2
            && NO_NOUN.matcher(after).matches()
            && (YOUNG.matcher(before).matches()
                || (AGED.matcher(before).matches() && !MANY.matcher(before).matches()));
    return named
        || year
        || aged
        || (own.length() <= 3 && MODEL.matcher(before).matches())
        || after.matches("(?s)^(?:[:/]\\d|-\\d+\\b.*\\bwin\\b|\\p{L}).*") // "4x4", "9mm", "12th"
        // ", 34," is an age
        || (before.matches("(?s).*\\p{L}, ?")
            && after.matches("(?s)^(?:,|\\.?$).*")
            && own.length() <= 2)
        || before.matches("(?s).*\\d[:/.]");
  }
}
