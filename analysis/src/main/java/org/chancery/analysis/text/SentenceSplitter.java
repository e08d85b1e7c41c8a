package org.chancery.analysis.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;

/**
 * Splits a text into sentences: ICU4J's breaks, joined again after abbreviations of the codebook,
 * after initials, and inside a quotation that goes on in lower case; blank lines always split, and
 * long sentences are cut into windows.
 */
public final class SentenceSplitter implements Stage {
  /** Of a person, one or two; two that mostly end a sentence are a country, a town or a time. */
  private static final Pattern INITIALS =
      Pattern.compile(
          "\\p{Lu}\\.|(?!U\\.|E\\.U|D\\.C|N\\.Y|L\\.A|P\\.M|A\\.M|M\\.P|B\\.C|A\\.D)\\p{Lu}\\.\\p{Lu}\\.");

  private static final int WINDOW = 900;

  /** Letters of the longest word that is looked up. */
  private static final int LONGEST = 20;

  private final Set<String> abbreviations = new HashSet<>();
  private final Set<String> ending = new HashSet<>();
  private final Set<String> openers = new HashSet<>();

  /** Takes {@code lexicon/abbreviations.tsv} and {@code lexicon/openers.tsv}. */
  public SentenceSplitter(Codebook codebook) {
    for (Row row : codebook.table("lexicon/abbreviations.tsv")) {
      String abbreviation = row.get("abbreviation").toLowerCase(Locale.ROOT);
      abbreviations.add(abbreviation);
      if (!row.get("ends").isEmpty()) {
        ending.add(abbreviation);
      }
    }
    codebook.table("lexicon/openers.tsv").forEach(row -> openers.add(row.get("word")));
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of();
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.SENTENCES);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    return analysis.with(Layer.SENTENCES, split(analysis.text()));
  }

  /** The sentences of a text, in order. */
  public List<Span> split(String text) {
    List<Span> sentences = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' && blankLineAt(text, i)) {
        paragraph(text, begin, i, sentences);
        begin = i;
      }
    }
    paragraph(text, begin, text.length(), sentences);
    return sentences;
  }

  private static boolean blankLineAt(String text, int newline) {
    for (int i = newline + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private void paragraph(String text, int begin, int end, List<Span> sentences) {
    if (begin >= end) {
      return;
    }
    String part = text.substring(begin, end);
    BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ENGLISH);
    breaks.setText(part);
    int from = 0;
    for (int to = breaks.following(0); to != BreakIterator.DONE; to = breaks.next()) {
      if (to < part.length() && joins(part, from, to)) {
        continue;
      }
      add(text, begin + from, begin + to, sentences);
      from = to;
    }
    add(text, begin + from, end, sentences);
  }

  private boolean joins(String part, int from, int to) {
    String head = part.substring(from, to).stripTrailing();
    char next = part.charAt(to);
    if (Character.isLowerCase(next)) {
      return true;
    }
    int space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
    String last = head.substring(space + 1).replaceAll("^[(\"'\u201c\u2018]+", "");
    String known = last.toLowerCase(Locale.ROOT);
    if (ending.contains(known) && openers.contains(word(part, to))) {
      return false;
    }
    return abbreviations.contains(known) || INITIALS.matcher(last).matches();
  }

  private static String word(String part, int from) {
    int end = from;
    while (end < part.length() && Character.isLetter(part.charAt(end)) && end - from < LONGEST) {
      end++;
    }
    return part.substring(from, end);
  }

  private static void add(String text, int begin, int end, List<Span> sentences) {
    int b = begin;
    int e = end;
    while (b < e && Character.isWhitespace(text.charAt(b))) {
      b++;
    }
    while (e > b && Character.isWhitespace(text.charAt(e - 1))) {
      e--;
    }
    while (e - b > WINDOW) {
      int cut = b + WINDOW;
      while (cut > b + WINDOW / 2 && !Character.isWhitespace(text.charAt(cut))) {
        cut--;
      }
      if (Character.isLowSurrogate(text.charAt(cut))) {
        cut++;
      }
      sentences.add(new Span(b, cut));
      b = cut;
      while (b < e && Character.isWhitespace(text.charAt(b))) {
        b++;
      }
    }
    if (e > b) {
      sentences.add(new Span(b, e));
    }
  }
}
