package org.chancery.analysis.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.codebook.Row;
import org.chancery.analysis.lexicon.Layers;
import org.chancery.analysis.lexicon.Phrases;
import org.chancery.analysis.lexicon.Term;
import org.chancery.core.Analysis;
import org.chancery.core.Attribution;
import org.chancery.core.Ids;
import org.chancery.core.Layer;
import org.chancery.core.Span;
import org.chancery.core.Stage;
import org.chancery.core.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What sources say on issues of world politics ({@code attribution/issues.tsv}): a content that
 * names an issue is a statement on it, its act by the cue, its stance by the words before the
 * issue. Of a general issue and a particular one with the same words, the particular.
 */
public final class StatementReader implements Stage {
  private static final int MOST_ISSUES = 4;

  /** Terms of issues by their first part. */
  private final Map<String, List<Issue>> issues = new HashMap<>();

  private final Phrases<String> words;
  private final Phrases<Boolean> stances;
  private final Map<String, Row> acts = new HashMap<>();

  /**
   * An issue's term: parts that must all stand in the statement's sentence, the first in the
   * content.
   */
  private record Issue(String id, List<String> parts) {}

  /** Takes issues, stances and acts of the codebook. */
  public StatementReader(Codebook codebook) {
    Map<String, List<String>> parts = new HashMap<>();
    for (Row row : codebook.table("attribution/issues.tsv")) {
      for (String term : row.list("terms")) {
        List<String> needed = List.of(term.toLowerCase(Locale.ROOT).split("\\+"));
        issues
            .computeIfAbsent(needed.get(0), k -> new ArrayList<>(1))
            .add(new Issue(row.get("issue"), needed));
        needed.forEach(part -> parts.put(part, List.of(part)));
      }
    }
    words = new Phrases<>(parts, true);
    Map<String, List<Boolean>> turns = new HashMap<>();
    codebook
        .table("attribution/stances.tsv")
        .forEach(row -> turns.put(row.get("words"), List.of(row.get("stance").equals("for"))));
    stances = new Phrases<>(turns, true);
    codebook.table("attribution/acts.tsv").forEach(row -> acts.put(row.get("stance"), row));
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of(Layer.SENTENCES, Layers.TERMS, Layer.ATTRIBUTIONS);
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of(Layer.STATEMENTS);
  }

  @Override
  public Analysis apply(Analysis analysis) {
    List<Statement> statements = new ArrayList<>();
    for (Attribution attribution : analysis.get(Layer.ATTRIBUTIONS)) {
      if (attribution.source() != null) {
        statements.addAll(statements(analysis, attribution));
      }
    }
    return analysis.with(Layer.STATEMENTS, statements);
  }

  private List<Statement> statements(Analysis analysis, Attribution attribution) {
    String text = analysis.text();
    Map<String, Span> inContent = new HashMap<>();
    for (Span content : attribution.content()) {
      for (Phrases.Hit<String> hit : words.all(text, content.begin(), content.end())) {
        inContent.putIfAbsent(hit.values().get(0), hit.span());
      }
    }
    if (inContent.isEmpty()) {
      return List.of();
    }
    Set<String> around = new java.util.HashSet<>(inContent.keySet());
    for (Span sentence : analysis.get(Layer.SENTENCES)) {
      if (attribution.content().stream().anyMatch(sentence::overlaps)) {
        words
            .all(text, sentence.begin(), sentence.end())
            .forEach(hit -> around.add(hit.values().get(0)));
      }
    }
    Row act = act(analysis, attribution);
    Map<String, Issue> found = new java.util.LinkedHashMap<>();
    for (String first : new java.util.TreeSet<>(inContent.keySet())) {
      for (Issue issue : issues.getOrDefault(first, List.of())) {
        if (around.containsAll(issue.parts())) {
          found.merge(issue.id(), issue, (a, b) -> a.parts().size() >= b.parts().size() ? a : b);
        }
      }
    }
    List<Issue> kept = new ArrayList<>(found.values());
    kept.removeIf(general -> found.values().stream().anyMatch(other -> narrower(other, general)));
    kept.sort(
        java.util.Comparator.comparingInt((Issue i) -> -i.parts().size()).thenComparing(Issue::id));
    List<Statement> statements = new ArrayList<>();
    for (Issue issue : kept.subList(0, Math.min(MOST_ISSUES, kept.size()))) {
      Span at = inContent.get(issue.parts().get(0));
      if (at != null) {
        statements.add(statement(analysis, attribution, act, issue, at));
      }
    }
    return statements;
  }

  /** "ceasefire+Gaza" is narrower than "ceasefire". */
  private static boolean narrower(Issue other, Issue general) {
    return !other.equals(general)
        && other.parts().size() > general.parts().size()
        && other.parts().containsAll(general.parts());
  }

  private Statement statement(
      Analysis analysis, Attribution attribution, Row act, Issue issue, Span at) {
    Span content =
        attribution.content().stream()
            .filter(c -> c.contains(at))
            .findFirst()
            .orElse(attribution.content().get(0));
    String stance = act.get("default");
    int turns = 0;
    Boolean said = null;
    for (Phrases.Hit<Boolean> hit : stances.longest(analysis.text(), content.begin(), at.begin())) {
      if (hit.values().get(0)) {
        said = said == null ? Boolean.TRUE : said;
      } else {
        turns++;
      }
    }
    if (turns % 2 == 1) {
      stance = stance.equals("against") && !act.get("act").equals("position") ? "for" : "against";
    } else if (turns > 0 || said != null) {
      stance = stance.equals("neutral") ? "for" : stance;
    }
    return new Statement(
        Ids.of("statement", attribution.id(), issue.id()),
        attribution.id(),
        issue.id(),
        stance,
        act.get("act"),
        content);
  }

  /** The act of the cue's stance; of a cue that no list has, a position. */
  private Row act(Analysis analysis, Attribution attribution) {
    Row best = null;
    for (Span cue : attribution.cue()) {
      for (Phrases.Hit<Term> hit : cue.among(analysis.get(Layers.TERMS), Phrases.Hit::span)) {
        for (Term term : hit.values()) {
          Row row = term.kind() == Term.Kind.CUE ? acts.get(term.detail()) : null;
          if (row != null && (best == null || best.get("act").equals("position"))) {
            best = row;
          }
        }
      }
    }
    return best == null ? java.util.Objects.requireNonNull(position()) : best;
  }

  private @Nullable Row position() {
    return acts.get("states");
  }
}
