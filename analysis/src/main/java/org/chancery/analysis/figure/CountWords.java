package org.chancery.analysis.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** Whether the word has this meaning of persons, of things or of troops. */
    boolean fits(boolean thing, boolean troops) {
      return fitting(row, thing, troops);
    }
  }

  /** All words of the table in a sentence, in order, the longest first. */
  List<Hit> in(String text, Span sentence) {
    List<Hit> hits = new ArrayList<>();
    for (Phrases.Hit<Sense> hit : words.all(text, sentence.begin(), sentence.end())) {
      for (Sense sense : hit.values()) {
        if (!sense.row().get("counts").equals("money")) { // what counts money has a unit beside it
          hits.add(new Hit(sense.row(), hit.span(), sense.participle(), false));
        }
      }
    }
    return hits;
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
  static boolean fitting(Row row, boolean thing, boolean troops) {
    return switch (row.get("weak")) {
      case "persons" -> !thing;
      case "things" -> thing;
      case "troops" -> troops;
      default -> true;
    };
  }

  /** Whether a noun is one of a thing or an animal. */
  boolean isThing(String noun) {
    return is("thing", noun)
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
