package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a number, by {@code figures/units.tsv}: money, a share, a measure, a label.
 */
final class Units {
  private static final Pattern NAME =
      Pattern.compile(" (?:\\p{Lu}[\\p{L}'\u2019-]* ){1,3}?(\\p{Lu}\\p{Ll}+)\\b(?! \\p{Lu})");

  private final List<Row> before = new ArrayList<>();
  private final List<Row> after = new ArrayList<>();
  private final List<Row> measures = new ArrayList<>();
  private final List<Row> labels = new ArrayList<>();
  private final Set<String> streets = new HashSet<>();

  Units(Codebook codebook) {
    for (Row row : codebook.table("figures/units.tsv")) {
      switch (row.get("kind")) {
        case "currency-before" -> before.add(row);
        case "currency-after", "share-after" -> after.add(row);
        case "measure-after" -> measures.add(row);
        case "label-before" -> labels.add(row);
        case "street-after" -> streets.add(row.get("words"));
        default ->
            throw row.fault(
                "unknown kind '"
                    + row.get("kind")
                    + "'; write currency-before, currency-after, share-after, measure-after,"
                    + " label-before or street-after");
      }
    }
    Comparator<Row> longest = Comparator.comparingInt(row -> -row.get("words").length());
    List.of(before, after).forEach(rows -> rows.sort(longest));
  }

  /** A sign or name of money or of a share, and where it stands. */
  record Unit(Span span, String code) {}

  /** The sign of money right before an offset. */
  @Nullable Unit before(String text, int from, int at) {
    for (int gap = 0; gap <= 1; gap++) {
      for (Row row : before) {
        String word = row.get("words");
        int begin = at - gap - word.length();
        if (begin >= from
            && text.startsWith(word, begin)
            && (gap == 0 || text.charAt(at - 1) == ' ')
            && (begin == from || !Character.isLetterOrDigit(text.charAt(begin - 1)))) {
          return new Unit(new Span(begin, at), row.get("code"));
        }
      }
    }
    return null;
  }

  /** The name of money or of a share right after an offset. */
  @Nullable Unit after(String text, int at, int to) {
    for (Row row : after) {
      int end = ends(text, at, to, row.get("words"));
      if (end > 0) {
        return new Unit(new Span(at, end), row.get("code"));
      }
    }
    return null;
  }

  /** Whether the number is a measure: a time, a length, a thing that is not counted. */
  boolean measure(String text, int at, int to) {
    return measures.stream().anyMatch(row -> ends(text, at, to, row.get("words")) > 0);
  }

  /** Whether the number is the name of a thing ("Resolution 242", "aged 34"). */
  boolean label(String text, int from, int at) {
    int end = at;
    if (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '-')) {
      end--;
    }
    for (Row row : labels) {
      String word = row.get("words");
      int begin = end - word.length();
      if (begin >= from
          && text.startsWith(word, begin)
          && (begin == from || !Character.isLetterOrDigit(text.charAt(begin - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the number is that of a house: "14 Mill Lane". */
  boolean house(String text, int at, int to) {
    Matcher name = NAME.matcher(text).region(at, to);
    return name.lookingAt() && streets.contains(name.group(1));
  }

  /** Where a word ends that stands at an offset, after a space or hyphen or none; else -1. */
  private static int ends(String text, int at, int to, String word) {
    int begin = at;
    if (begin < to
        && (text.charAt(begin) == ' ' || text.charAt(begin) == '-')
        && !word.startsWith(" ")) {
      begin++;
    } else if (Character.isLetter(word.charAt(0)) && !word.startsWith(" ")) {
      return -1;
    }
    int end = begin + word.length();
    return end <= to
            && text.regionMatches(true, begin, word, 0, word.length())
            && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
        ? end
        : -1;
  }
}
