package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Inflection;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.core.Span;
import org.jspecify.annotations.Nullable;

/**
 * The words that say what a number counts ({@code figures/counts.tsv}), and the small words around
 * numbers ({@code figures/quantities.tsv}).
 */
final class CountWords {
  /** What stands between the two parts of a frame: "let ... go". */
  static final String GAP = " \u2026 ";

  /** Characters beside a number in which a phrase that holds it may stand. */
  private static final int ACROSS = 40;

  private static final Pattern PREPOSITION =
      Pattern.compile("(?is).* (?:in|into|to|at|from|on|by|of) ");

  /** "F-16s", "T-72s". */
  private static final Pattern MODEL = Pattern.compile("\\p{L}{1,4}-\\d{1,3}\\p{L}{0,3}");

  private final Phrases<Sense> words;
  private final Phrases<Row> frames;
  private final Map<String, Set<String>> closed = new HashMap<>();

  CountWords(Codebook codebook) {
    Inflection inflection = new Inflection(codebook);
    Map<String, List<Sense>> all = new HashMap<>();
    Map<String, List<Row>> split = new HashMap<>();
    for (Row row : codebook.table("figures/counts.tsv")) {
      if (row.get("pos").equals("frame")) {
        String head = row.get("word").split(GAP, 2)[0];
        if (head.equals(row.get("word"))) {
          throw row.fault("a frame has two parts; write them as 'let" + GAP + "go'");
        }
        inflection.verb(head).forEach(form -> add(split, form, row, row));
        continue;
      }
      Set<String> forms =
          switch (row.get("pos")) {
            case "verb", "intransitive" -> inflection.verb(row.get("word"));
            case "noun" -> inflection.noun(row.get("word"));
            case "state", "toll" -> Set.of(row.get("word"));
            default ->
                throw row.fault(
                    "unknown pos '"
                        + row.get("pos")
                        + "'; write verb, intransitive, state, noun, toll or frame");
          };
      Set<String> participles =
          row.get("pos").equals("verb") ? inflection.participles(row.get("word")) : Set.of();
      if (row.get("weak").equals("inflected")) {
        forms =
            forms.stream()
                .filter(form -> !form.equals(row.get("word")))
                .collect(Collectors.toSet());
      }
      forms.forEach(form -> add(all, form, new Sense(row, participles.contains(form)), row));
    }
    words = new Phrases<>(all, true);
    frames = new Phrases<>(split, true);
    for (Row row : codebook.table("figures/quantities.tsv")) {
      closed
          .computeIfAbsent(row.get("kind"), k -> new HashSet<>())
          .add(row.get("words").toLowerCase(Locale.ROOT));
    }
  }

  /** Adds a meaning; that of troops alone before the others. */
  private static <T> void add(Map<String, List<T>> all, String form, T value, Row row) {
    List<T> here = all.computeIfAbsent(form, k -> new ArrayList<>(1));
    here.add(row.get("weak").equals("troops") ? 0 : here.size(), value);
  }

  /** A row as one of its forms means it. */
  private record Sense(Row row, boolean participle) {}

  /**
   * A word of the table where it stands.
   *
   * @param participle whether a passive may have this form
   * @param reduced whether it is a participle without a form of be
   */
  record Hit(Row row, Span span, boolean participle, boolean reduced) {
    Hit(Row row, Span span) {
      this(row, span, false, false);
    }

    String pos() {
      return row.get("pos");
    }

    String counts() {
      return row.get("counts");
    }

    boolean weak() {
      return row.get("weak").equals("weak");
    }

    /** Whether the word has this meaning of such a noun. */
    boolean fits(Kinds.Kind kind) {
      return fitting(row, kind);
    }
  }

  /**
   * All words of the table in a sentence, in order, the longest first; those too that a number
   * stands in the midst of ("living in 141 shelters").
   */
  List<Hit> in(String text, Span sentence, List<Quantity> quantities) {
    List<Hit> hits = new ArrayList<>();
    for (Phrases.Hit<Sense> hit : words.all(text, sentence.begin(), sentence.end())) {
      add(hits, hit.values(), hit.span());
    }
    for (Quantity quantity : quantities) {
      across(text, sentence, quantity.span(), hits);
    }
    hits.sort(
        Comparator.comparingInt((Hit h) -> h.span().begin())
            .thenComparingInt(h -> -h.span().length()));
    return hits;
  }

  /** Adds the verbs and states that hold a number, which reads as if it were not there. */
  private void across(String text, Span sentence, Span number, List<Hit> hits) {
    int begin = Math.max(sentence.begin(), number.begin() - ACROSS);
    int end = Math.min(sentence.end(), number.end() + ACROSS);
    if (number.end() >= end
        || text.charAt(number.end()) != ' '
        || !PREPOSITION.matcher(text).region(begin, number.begin()).matches()) {
      return;
    }
    String without = text.substring(begin, number.begin()) + text.substring(number.end() + 1, end);
    int cut = number.begin() - begin;
    for (Phrases.Hit<Sense> hit : words.all(without, 0, without.length())) {
      if (hit.span().begin() < cut && hit.span().end() > cut) {
        int stop = hit.span().end() + begin + number.length() + 1;
        List<Sense> told =
            hit.values().stream()
                .filter(sense -> !sense.row().get("pos").matches("noun|toll"))
                .toList();
        add(hits, told, new Span(hit.span().begin() + begin, stop));
      }
    }
  }

  private static void add(List<Hit> hits, List<Sense> senses, Span span) {
    for (Sense sense : senses) {
      if (!sense.row().get("counts").equals("money")) { // what counts money has a unit beside it
        hits.add(new Hit(sense.row(), span, sense.participle(), false));
      }
    }
  }

  /** The first parts of all frames ("let ... go") in a sentence. */
  List<Phrases.Hit<Row>> framesIn(String text, Span sentence) {
    return frames.all(text, sentence.begin(), sentence.end());
  }

  /** Whether a word is one of a kind of small words. */
  boolean is(String kind, String word) {
    return closed.getOrDefault(kind, Set.of()).contains(word);
  }

  /** Whether a row's meaning is one of what is counted. */
  static boolean fitting(Row row, Kinds.Kind kind) {
    return switch (row.get("weak")) {
      case "persons" -> !kind.thing();
      case "things" -> kind.thing();
      case "troops" -> kind.troops();
      case "arms" -> kind.arms();
      default -> true;
    };
  }

  /** Whether a noun is one of a thing or an animal. */
  boolean isThing(String noun) {
    return is("thing", noun)
        || MODEL.matcher(noun).matches()
        || (noun.endsWith("s") && is("thing", noun.substring(0, noun.length() - 1)))
        || (noun.endsWith("ies") && is("thing", noun.substring(0, noun.length() - 3) + "y"));
  }

  /** The word of one of these kinds that begins at an offset. */
  static @Nullable Hit beginning(List<Hit> hits, int begin, String... pos) {
    Set<String> kinds = Set.of(pos);
    for (Hit hit : hits) {
      if (hit.span().begin() == begin && kinds.contains(hit.pos())) {
        return hit;
      }
    }
    return null;
  }

  /** The word of one of these kinds that ends at an offset. */
  static @Nullable Hit ending(List<Hit> hits, int end, String... pos) {
    Set<String> kinds = Set.of(pos);
    for (Hit hit : hits) {
      if (hit.span().end() == end && kinds.contains(hit.pos())) {
        return hit;
      }
    }
    return null;
  }
}
