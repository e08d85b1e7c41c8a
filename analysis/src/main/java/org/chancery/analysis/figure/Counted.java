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
 * What a number counts, by the words beside it ({@code figures/counts.tsv}): the participle or
 * state after the noun ("12 people were killed", "12 dead"), the verb before ("killing 12"), the
 * noun itself ("12 deaths") or a toll before ("a death toll of 12").
 */
final class Counted {
  private static final int LONGEST_NOUN = 6;
  private static final int FAR = 8;
  private static final String BE = ".*\\b(?:was|were|is|are|be|been|being|got)\\b.*";
  private final Phrases<Row> words;
  private final Map<String, Set<String>> closed = new HashMap<>();

  Counted(Codebook codebook) {
    Inflection inflection = new Inflection(codebook);
    Map<String, List<Row>> all = new HashMap<>();
    for (Row row : codebook.table("figures/counts.tsv")) {
      Set<String> forms =
          switch (row.get("pos")) {
            case "verb", "intransitive" -> inflection.verb(row.get("word"));
            case "noun" -> inflection.noun(row.get("word"));
            case "state", "toll" -> Set.of(row.get("word"));
            default ->
                throw row.fault(
                    "unknown pos '"
                        + row.get("pos")
                        + "'; write verb, intransitive, state, noun or toll");
          };
      forms.forEach(form -> all.computeIfAbsent(form, k -> new ArrayList<>(1)).add(row));
    }
    words = new Phrases<>(all, true);
    for (Row row : codebook.table("figures/quantities.tsv")) {
      closed
          .computeIfAbsent(row.get("kind"), k -> new HashSet<>())
          .add(row.get("words").toLowerCase(Locale.ROOT));
    }
  }

  /**
   * What a quantity counts.
   *
   * @param noun what is counted as it stands, or null
   * @param cue the words that say what happened to it, or null when it is inherited
   * @param after whether those words stand after the noun
   * @param weak whether only the noun says so ("soldiers")
   */
  record Count(
      String counts,
      String unit,
      @Nullable Span noun,
      @Nullable Span cue,
      boolean weak,
      boolean after) {}

  /** All words of the table in a sentence. */
  List<Phrases.Hit<Row>> hits(String text, Span sentence) {
    return words.all(text, sentence.begin(), sentence.end());
  }

  /** What a quantity counts, or null when nothing beside it says so. */
  @Nullable Count of(
      String text,
      Span sentence,
      Quantity quantity,
      List<Quantity> others,
      List<Phrases.Hit<Row>> hits) {
    Tokens tokens = new Tokens(text, sentence);
    int[] range = noun(tokens, quantity, others, hits);
    int begin = range[0];
    int end = range[1];
    Span noun = end > begin ? tokens.span(begin).union(tokens.span(end - 1)) : null;
    if (!quantity.unit().isEmpty() && !quantity.unit().equals("percent")) {
      return new Count("money", quantity.unit(), null, null, false, false);
    }
    Span goods = noun == null ? null : goods(tokens, end, quantity, others, hits);
    if (goods != null && noun != null && own(noun, hits) != null) {
      return new Count("aid", lastWord(noun.of(text)), goods, noun, false, false);
    }
    Hit after = after(tokens, end, hits, others, false);
    if (after != null) {
      Hit main = after.reduced ? mainVerb(tokens, after, hits, others) : null;
      return count(text, main == null ? after : main, noun);
    }
    Hit before = before(text, tokens, quantity, others, hits);
    Hit own = noun == null ? null : own(noun, hits);
    boolean strong = own != null && own.row.get("weak").isEmpty();
    if (before != null
        && own != null
        && !own.row.get("unit").equals("people")
        && (before.row.get("weak").equals("persons")
            || (before.row.get("counts").equals("weapons")
                && own.row.get("counts").equals("aid")))) {
      before = null; // "lost 64 seats"
    }
    if (before != null
        && (!before.row.get("pos").equals("toll") || own == null)
        && !(strong && !before.row.get("weak").isEmpty())) {
      return count(text, before, noun);
    }
    if (strong && own != null) {
      return count(text, own, noun);
    }
    Hit later = later(text, tokens, end, hits, others);
    if (later != null) {
      return count(text, later, noun);
    }
    if (own != null) {
      return count(text, own, noun);
    }
    Hit first = noun == null ? null : modifier(noun, hits);
    return first == null ? null : count(text, first, noun);
  }

  /** The same of another quantity, with its own noun. */
  Count like(Count count, String text, Span sentence, Quantity quantity, List<Quantity> others) {
    Span noun = noun(text, sentence, quantity, others);
    return new Count(count.counts(), count.unit(), noun, count.cue(), false, count.after());
  }

  /** The noun that a quantity stands before, whatever it counts. */
  @Nullable Span noun(String text, Span sentence, Quantity quantity, List<Quantity> others) {
    Tokens tokens = new Tokens(text, sentence);
    int[] range = noun(tokens, quantity, others, hits(text, sentence));
    return range[1] > range[0] ? tokens.span(range[0]).union(tokens.span(range[1] - 1)) : null;
  }

  /** First and past-the-last word of the noun after a quantity. */
  private int[] noun(
      Tokens tokens, Quantity quantity, List<Quantity> others, List<Phrases.Hit<Row>> hits) {
    int next = tokens.from(quantity.span().end());
    int begin = skip(tokens, next, "skip");
    int end = begin;
    while (end < tokens.size()
        && end - begin < LONGEST_NOUN
        && !tokens.breakBefore(end, next)
        && !is("end", tokens.word(end))
        && !numeral(others, tokens.span(end))
        && !predicate(tokens, end, end == begin, hits)) {
      end++;
    }
    return new int[] {begin, end};
  }

  /** What stands after a measure of goods: "tonnes of wheat". */
  private @Nullable Span goods(
      Tokens tokens,
      int of,
      Quantity quantity,
      List<Quantity> others,
      List<Phrases.Hit<Row>> hits) {
    if (of + 1 >= tokens.size() || !tokens.word(of).equals("of") || of == 0) {
      return null;
    }
    Hit measure = ending(hits, tokens.span(of - 1).end(), Set.of("noun"));
    if (measure == null || !measure.row.get("counts").equals("aid")) {
      return null;
    }
    int[] range =
        noun(
            tokens, new Quantity(quantity.span().union(tokens.span(of)), 0L, 0L, ""), others, hits);
    return range[1] > range[0] ? tokens.span(range[0]).union(tokens.span(range[1] - 1)) : null;
  }

  /**
   * Whether the words before a bare number give another count of the same ("the union says 73").
   */
  boolean again(String text, Span sentence, Quantity quantity) {
    Tokens tokens = new Tokens(text, sentence);
    int at = tokens.from(quantity.span().begin());
    for (int length = 1; length <= 4 && length <= at; length++) {
      if (is("again", tokens.words(at - length, length))
          && tokens.span(at - 1).end() + 1 >= quantity.span().begin()) {
        return true;
      }
    }
    return false;
  }

  private record Hit(Row row, Span span, boolean reduced) {
    Hit(Row row, Span span) {
      this(row, span, false);
    }
  }

  private static Count count(String text, Hit hit, @Nullable Span noun) {
    String unit = hit.row.get("unit");
    if (unit.isEmpty()) {
      unit = noun == null ? "" : lastWord(noun.of(text));
    }
    return new Count(
        hit.row.get("counts"),
        unit,
        noun,
        hit.span,
        hit.row.get("weak").equals("weak"),
        noun == null || hit.span.begin() >= noun.end());
  }

  private static String lastWord(String words) {
    return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  /** A participle, state or intransitive verb that follows the noun, with auxiliaries between. */
  private @Nullable Hit after(
      Tokens tokens,
      int from,
      List<Phrases.Hit<Row>> hits,
      List<Quantity> others,
      boolean crossing) {
    int at = from;
    boolean auxiliary = false;
    while (at < tokens.size()
        && at - from < FAR
        && ((crossing && at == from) || !tokens.breakBefore(at, from))) {
      Hit hit = hit(hits, tokens.span(at).begin(), Set.of("state", "verb", "intransitive"));
      if (hit != null && !hit.row.get("pos").equals("verb")) {
        return hit;
      }
      if (hit != null) {
        // "12 soldiers killed two civilians" is no passive
        int next = tokens.from(hit.span.end());
        boolean object =
            !auxiliary
                && next < tokens.size()
                && !tokens.breakBefore(next, next)
                && (numeral(others, tokens.span(next))
                    || !is("end", tokens.word(next))
                    || tokens.word(next).matches("the|a|an|his|her|their|its"));
        return object ? null : new Hit(hit.row, hit.span, !auxiliary);
      }
      int skipped = skip(tokens, at, "auxiliary");
      if (skipped == at) {
        return null;
      }
      auxiliary |= tokens.words(at, skipped - at).matches(BE);
      at = skipped;
    }
    return null;
  }

  /** "Girls kidnapped last week have been freed": the verb that the participle is no part of. */
  private @Nullable Hit mainVerb(
      Tokens tokens, Hit participle, List<Phrases.Hit<Row>> hits, List<Quantity> others) {
    int from = tokens.from(participle.span.end());
    for (int at = from; at < Math.min(tokens.size(), from + 2 * FAR); at++) {
      if (tokens.breakBefore(at, from) || numeralWord(others, tokens.span(at))) {
        return null;
      }
      if (tokens.word(at).matches("was|were|are|have|had|has|is")) {
        return after(tokens, at, hits, others, true);
      }
    }
    return null;
  }

  private static boolean numeralWord(List<Quantity> others, Span token) {
    return others.stream().anyMatch(q -> q.span().overlaps(token) && q.low() != null);
  }

  /** The same beyond a parenthesis: "12 people, among them four children, were killed". */
  private @Nullable Hit later(
      String text, Tokens tokens, int from, List<Phrases.Hit<Row>> hits, List<Quantity> others) {
    if (from >= tokens.size() || from == 0) {
      return null;
    }
    int comma = text.indexOf(',', tokens.span(from - 1).end());
    boolean here = comma >= 0 && comma <= tokens.span(from - 1).end() + 1;
    int close = here ? text.indexOf(',', comma + 1) : -1;
    if (close >= 0 && close < tokens.end() && close - comma < 90) {
      return after(tokens, tokens.from(close + 1), hits, others, true);
    }
    // "12 people in three villages were killed": up to the first verb in reach
    for (int at = from;
        at < Math.min(tokens.size(), from + FAR) && !tokens.breakBefore(at, from);
        at++) {
      if (tokens.word(at).matches("was|were|are|have|had|has|is")) {
        return after(tokens, at, hits, others, true);
      }
    }
    return null;
  }

  private @Nullable Hit before(
      String text,
      Tokens tokens,
      Quantity quantity,
      List<Quantity> others,
      List<Phrases.Hit<Row>> hits) {
    int at = tokens.from(quantity.span().begin()) - 1;
    while (at >= 0 && tokens.span(at).end() > quantity.span().begin()) {
      at--; // "6-1" is one word of two numbers
    }
    for (int steps = 0; at >= 0 && steps < FAR; steps++, at--) {
      Span token = tokens.span(at);
      String between = text.substring(token.end(), quantity.span().begin());
      if (between.matches("(?s).*[;.!?].*")) {
        return null;
      }
      Hit toll = ending(hits, token.end(), Set.of("toll"));
      if (toll != null) {
        return toll;
      }
      Hit verb = ending(hits, token.end(), Set.of("verb"));
      verb = verb == null ? ending(hits, token.end(), Set.of("noun")) : verb;
      boolean noun = verb != null && verb.row.get("pos").equals("noun");
      if (verb != null
          && between.indexOf(',') < 0
          && (!noun || between.matches(" (?:of|to|at|was|were|with|in) ?(?:.* )?"))) {
        return verb;
      }
      if (!numeral(others, token) && !is("object", tokens.word(at))) {
        return toll(tokens, at, hits);
      }
    }
    return null;
  }

  /** A toll further before, with nothing but what a toll does between: "toll in Goma rises to". */
  private @Nullable Hit toll(Tokens tokens, int from, List<Phrases.Hit<Row>> hits) {
    boolean moved = false;
    for (int at = from; at >= Math.max(0, from - 2 * FAR); at--) {
      Hit toll = ending(hits, tokens.span(at).end(), Set.of("toll"));
      if (toll != null) {
        return moved || from - at <= 1 ? toll : null;
      }
      moved |= is("filler", tokens.word(at));
    }
    return null;
  }

  /** The noun itself, by its last word or words. */
  private static @Nullable Hit own(Span noun, List<Phrases.Hit<Row>> hits) {
    Hit best = null;
    for (Phrases.Hit<Row> hit : hits) {
      if (noun.contains(hit.span())) {
        for (Row row : hit.values()) {
          if (row.get("pos").equals("noun") && (hit.span().end() == noun.end() || best == null)) {
            best = new Hit(row, hit.span());
          }
        }
      }
    }
    return best;
  }

  /** A participle before the noun: "30 wounded soldiers". */
  private static @Nullable Hit modifier(Span noun, List<Phrases.Hit<Row>> hits) {
    return hit(hits, noun.begin(), Set.of("state", "verb"));
  }

  private static @Nullable Hit hit(List<Phrases.Hit<Row>> hits, int begin, Set<String> pos) {
    for (Phrases.Hit<Row> hit : hits) {
      if (hit.span().begin() == begin) {
        for (Row row : hit.values()) {
          if (pos.contains(row.get("pos"))) {
            return new Hit(row, hit.span());
          }
        }
      }
    }
    return null;
  }

  private static @Nullable Hit ending(List<Phrases.Hit<Row>> hits, int end, Set<String> pos) {
    for (Phrases.Hit<Row> hit : hits) {
      if (hit.span().end() == end) {
        for (Row row : hit.values()) {
          if (pos.contains(row.get("pos"))) {
            return new Hit(row, hit.span());
          }
        }
      }
    }
    return null;
  }

  /** Whether a verb or state begins here that is no adjective of a noun after it. */
  private boolean predicate(Tokens tokens, int at, boolean first, List<Phrases.Hit<Row>> hits) {
    Hit hit = hit(hits, tokens.span(at).begin(), Set.of("state", "verb", "intransitive"));
    if (hit == null
        || (hit(hits, tokens.span(at).begin(), Set.of("noun")) != null
            && hit.row.get("pos").equals("verb"))) {
      return false;
    }
    if (first && hit(hits, tokens.span(at).begin(), Set.of("noun")) != null) {
      return false;
    }
    int next = tokens.from(hit.span.end());
    return next >= tokens.size()
        || tokens.breakBefore(next, next)
        || is("end", tokens.word(next))
        || hit.row.get("pos").equals("intransitive");
  }

  private int skip(Tokens tokens, int from, String kind) {
    int at = from;
    boolean again = true;
    while (again && at < tokens.size() && (at == from || !tokens.breakBefore(at, from))) {
      again = false;
      for (int length = 4; length >= 1; length--) {
        if (at + length <= tokens.size() && is(kind, tokens.words(at, length))) {
          at += length;
          again = true;
          break;
        }
      }
    }
    return at;
  }

  private boolean is(String kind, String word) {
    return closed.getOrDefault(kind, Set.of()).contains(word);
  }

  private static boolean numeral(List<Quantity> others, Span token) {
    return others.stream().anyMatch(q -> q.span().overlaps(token));
  }
}
