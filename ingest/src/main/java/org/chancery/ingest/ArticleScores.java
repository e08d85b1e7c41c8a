package org.chancery.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How near the main text that {@link PageReader} finds is to what people marked: precision, recall
 * and F1 of runs of four words, each page weighing the same (the measure of Zyte's
 * article-extraction-benchmark).
 */
public final class ArticleScores {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int RUN = 4;
  private final List<double[]> pages = new ArrayList<>();

  /** The main text of a page as the reader of pages finds it. */
  public static String mainText(String html) {
    return PageReader.mainText(org.jsoup.Jsoup.parse(html));
  }

  /**
   * Adds one page.
   *
   * @return its own F1
   */
  public double add(String gold, String found) {
    Map<List<String>, Integer> wanted = runs(gold);
    Map<List<String>, Integer> got = runs(found);
    Set<List<String>> all = new HashSet<>(wanted.keySet());
    all.addAll(got.keySet());
    double both = 0;
    double extra = 0;
    double missed = 0;
    for (List<String> run : all) {
      int want = wanted.getOrDefault(run, 0);
      int have = got.getOrDefault(run, 0);
      both += Math.min(want, have);
      extra += Math.max(0, have - want);
      missed += Math.max(0, want - have);
    }
    double precision = both + extra == 0 ? 0 : both / (both + extra);
    double recall = both + missed == 0 ? 0 : both / (both + missed);
    pages.add(new double[] {precision, recall});
    return f1(precision, recall);
  }

  /** How many pages were added. */
  public int pages() {
    return pages.size();
  }

  /** Mean share of the runs found that are wanted. */
  public double precision() {
    return pages.stream().mapToDouble(page -> page[0]).average().orElse(0);
  }

  /** Mean share of the runs wanted that are found. */
  public double recall() {
    return pages.stream().mapToDouble(page -> page[1]).average().orElse(0);
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    return f1(precision(), recall());
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static Map<List<String>, Integer> runs(String text) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    Map<List<String>, Integer> runs = new HashMap<>();
    for (int i = 0; i == 0 || i + RUN <= words.size(); i++) {
      runs.merge(words.subList(i, Math.min(words.size(), i + RUN)), 1, Integer::sum);
    }
    return runs;
  }
}
