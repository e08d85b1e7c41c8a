package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;

/**
 * Whether a sentence speaks of several happenings at once, or of one that recurs ("a series of
 * raids"), and not of one of them ("the first of several raids"): words of {@code
 * linking/series.tsv}.
 */
final class Series {
  private final List<Pattern> several = new ArrayList<>();
  private final List<Pattern> one = new ArrayList<>();

  Series(Codebook codebook) {
    for (Row row : codebook.table("linking/series.tsv")) {
      (row.get("count").equals("series") ? several : one).add(Pattern.compile(row.get("pattern")));
    }
  }

  boolean in(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return found(several, lower) && !found(one, lower);
  }

  private static boolean found(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }
}
