package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a sentence that say that a contact goes on from earlier ones, from {@code
 * lexicon/continuations.tsv}.
 */
public final class Continuations implements Function<String, @Nullable String> {
  private final Pattern phrases;

  /** Reads the list. */
  public Continuations(Codebook codebook) {
    List<String> all = new ArrayList<>();
    for (Row row : codebook.table("lexicon/continuations.tsv")) {
      all.add(Pattern.quote(row.get("phrase")));
    }
    all.sort(Comparator.comparingInt(String::length).reversed());
    phrases = Pattern.compile("\\b(?:" + String.join("|", all) + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /** The first such words; null where there are none. */
  @Override
  public @Nullable String apply(String sentence) {
    Matcher matcher = phrases.matcher(sentence);
    return matcher.find() ? matcher.group() : null;
  }
}
