package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quantities of a sentence: numbers in digits and words, number words that hold a range
 * ("dozens"), hedges that open a bound ("at least"), ranges ("between 20 and 30"), money and
 * shares; all by {@code figures/quantities.tsv}. Numbers that are no quantity (ages, years,
 * articles, measures) are left out.
 */
final class QuantityReader {
  private static final Pattern VERB_OVER =
      Pattern.compile(
          "(?is).*\\b(?:hand|hands|handed|handing|turn|turned|turning|took|taken|take) ");

  /** "The toll has risen up to 9". */
  private static final Pattern ROSE =
      Pattern.compile(
          "(?is).*\\b(?:rose|risen|rises|grown|grew|climbed|gone|went|brought|counted|toll|tally|total) ");

  private static final Pattern AFTER_NOUN =
      Pattern.compile("(?i)at (?:the )?(?:most|least|very least|very most)|or (?:more|fewer)");
  private static final int FAR = 30;
  private static final int LOOK_BACK = 12;
  private final Phrases<Row> words;
  private final Units units;
  private final Excluded excluded;

  QuantityReader(Codebook codebook) {
    Map<String, List<Row>> all = new HashMap<>();
    for (Row row : codebook.table("figures/quantities.tsv")) {
      all.computeIfAbsent(row.get("words"), k -> new ArrayList<>(1)).add(row);
    }
    words = new Phrases<>(all, true);
    units = new Units(codebook);
    excluded = new Excluded(units);
  }

  /** The quantities of a sentence that stand in none of the spans taken (dates), in order. */
  List<Quantity> read(String text, Span sentence, List<Span> taken) {
    List<Phrases.Hit<Row>> hits = words.all(text, sentence.begin(), sentence.end());
    List<Quantity> found = new ArrayList<>();
    int at = sentence.begin();
    int named = -1; // end of a number that was the name of a thing: "aged 8 and 11"
    while (at < sentence.end()) {
      if (!startsWord(text, at, sentence.begin()) && !money(text, at, sentence.begin())) {
        at++;
        continue;
      }
      Quantity quantity = at(text, sentence, at, hits);
      if (quantity == null) {
        at++;
        continue;
      }
      Span core = quantity.span();
      boolean dated = taken.stream().anyMatch(t -> dated(text, t, quantity));
      boolean like =
          named >= 0 && text.substring(named, core.begin()).matches(" and |, | to | or |-");
      if (like || units.label(text, sentence.begin(), core.begin())) {
        named = core.end();
      }
      if (!dated && !like && !excluded.excludes(text, sentence, quantity)) {
        Ranges.add(found, text, hedged(text, sentence, quantity, hits), sentence);
      }
      at = core.end();
    }
    return found;
  }

  /** Whether a date is more than a word of the number: "a quarter of a million", "a quarter of". */
  private static boolean dated(String text, Span date, Quantity quantity) {
    Span own = quantity.span();
    boolean inside = own.contains(date) && own.length() > date.length();
    boolean share = quantity.unit().equals("percent") && text.startsWith(" of ", own.end());
    return date.overlaps(own) && !inside && !share;
  }

  /** "R5 billion". */
  private boolean money(String text, int at, int begin) {
    return at > begin
        && Character.isDigit(text.charAt(at))
        && Character.isLetter(text.charAt(at - 1))
        && units.before(text, begin, at) != null;
  }

  private static boolean startsWord(String text, int at, int begin) {
    if (!Character.isLetterOrDigit(text.charAt(at))) {
      return false;
    }
    return at == begin
        || (!Character.isLetterOrDigit(text.charAt(at - 1))
            && !(text.charAt(at - 1) == '.'
                && at > begin + 1
                && Character.isDigit(text.charAt(at - 2)))
            && !(Character.isDigit(text.charAt(at))
                && "-#\u2019'".indexOf(text.charAt(at - 1)) >= 0
                && at > begin + 1
                && Character.isLetter(text.charAt(at - 2))));
  }

  private static @Nullable Quantity at(
      String text, Span sentence, int at, List<Phrases.Hit<Row>> hits) {
    Quantity longest = null; // "a quarter of a million"
    for (Phrases.Hit<Row> hit : hits) {
      if (hit.span().begin() == at
          && (longest == null || hit.span().length() > longest.span().length())) {
        for (Row row : hit.values()) {
          boolean share = row.get("kind").equals("share");
          if (share || row.get("kind").equals("number")) {
            String unit = share ? "percent" : "";
            longest = new Quantity(hit.span(), bound(row.get("low")), bound(row.get("high")), unit);
          }
        }
      }
    }
    if (longest != null) {
      return longest;
    }
    Numerals.Numeral number = Numerals.at(text, at, sentence.end());
    if (number == null) {
      return null;
    }
    int end = number.span().end();
    // "two dozen", "three hundred thousand" are read whole by Numerals but for the dozen
    if (text.startsWith(" dozen", end)
        && !text.startsWith(" dozens", end)
        && end + 6 <= sentence.end()) {
      long dozens = number.value() * 12;
      return new Quantity(new Span(at, end + 6), dozens, dozens, "");
    }
    return new Quantity(number.span(), number.value(), number.value(), "");
  }

  private static @Nullable Long bound(String cell) {
    return cell.isEmpty() ? null : Long.valueOf(cell);
  }

  /** Takes hedges before and after into the span, and money and shares into the unit. */
  private Quantity hedged(
      String text, Span sentence, Quantity quantity, List<Phrases.Hit<Row>> hits) {
    int begin = quantity.span().begin();
    int end = quantity.span().end();
    String unit = quantity.unit();
    Units.Unit money = units.before(text, sentence.begin(), begin);
    Units.Unit after = units.after(text, end, sentence.end());
    if (money != null) {
      unit = money.code();
      begin = money.span().begin();
    }
    if (after != null) {
      unit = after.code();
      end = after.span().end();
    }
    Long low = quantity.low();
    Long high = quantity.high();
    boolean again = true;
    while (again) {
      again = false;
      for (Phrases.Hit<Row> hit : hits) {
        int gap = begin - hit.span().end();
        if (gap == 1 && text.charAt(begin - 1) == ' ' && !ofVerb(text, sentence, hit.span())) {
          for (Row row : hit.values()) {
            if (row.get("kind").equals("before")) {
              Long open =
                  row.get("low").isEmpty() && high == null ? low : high; // "at most a score"
              low = row.get("low").isEmpty() ? null : low;
              high = row.get("high").isEmpty() ? null : open;
              begin = hit.span().begin();
              again = true;
            }
          }
        }
      }
    }
    for (Phrases.Hit<Row> hit : hits) {
      int gap = hit.span().begin() - end;
      if (gap > 1 && gap < FAR && beyondNoun(text, end, hit)) {
        for (Row row : hit.values()) {
          if (row.get("kind").equals("after")) {
            low = row.get("low").isEmpty() ? null : low;
            high = row.get("high").isEmpty() ? null : high;
          }
        }
      }
      if (gap == 1 || (gap == 0 && "-+".indexOf(text.charAt(end)) >= 0)) {
        for (Row row : hit.values()) {
          if (row.get("kind").equals("after")) {
            low = row.get("low").isEmpty() ? null : low;
            high = row.get("high").isEmpty() ? null : high;
            end = hit.span().end();
          }
        }
      }
    }
    return new Quantity(new Span(begin, end), low, high, unit);
  }

  /** "A dozen casualties at most": the hedge stands behind the noun. */
  private static boolean beyondNoun(String text, int end, Phrases.Hit<Row> hit) {
    return AFTER_NOUN.matcher(hit.span().of(text)).matches()
        && text.substring(end, hit.span().begin()).matches("(?: \\p{Ll}{3,}){1,2} ");
  }

  /** "Handed over eight": the word is no hedge but the verb's. */
  private static boolean ofVerb(String text, Span sentence, Span hedge) {
    String before =
        text.substring(Math.max(sentence.begin(), hedge.begin() - LOOK_BACK), hedge.begin());
    if (hedge.of(text).equals("up to") && ROSE.matcher(before).matches()) {
      return true;
    }
    return hedge.of(text).equals("over") && VERB_OVER.matcher(before).matches();
  }
}
