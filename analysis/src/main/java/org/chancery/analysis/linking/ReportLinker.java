package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.jspecify.annotations.Nullable;

/**
 * Links the mentions of one happening across reports. Every step is a function of its arguments: a
 * profile of its document, keys and links of the profiles, events of the links. Thread-safe.
 */
public final class ReportLinker {
  /** Links of a lower score are not kept. */
  public static final double KEPT = 0.1;

  private static final double LEAST = 0.3;
  private static final double MISSING = 0.1;
  private final Profiler profiler;
  private final PairScorer scorer;
  private final Blocks blocks;
  private final Clusters clusters = new Clusters(LEAST, MISSING);

  /** Uses the lists in {@code linking/}. */
  public ReportLinker(Codebook codebook) {
    Words words = new Words(codebook.file("models/vocab.txt"));
    Parties parties = new Parties(codebook);
    profiler = new Profiler(codebook, words);
    scorer = new PairScorer(codebook, words, parties);
    blocks = new Blocks(words, parties);
  }

  /** What is compared of a document's mentions. */
  public List<MentionProfile> profiles(DocumentRecord record) {
    return profiler.of(record);
  }

  /** What all mentions of a document share. */
  public MentionProfile.Report report(DocumentRecord record) {
    return profiler.report(record);
  }

  /** The sources among documents, of the pairs that are copies: those joined are one source. */
  public List<SortedSet<String>> sources(Collection<String> documents, Collection<Link> copies) {
    return Clusters.components(documents, copies);
  }

  /** The keys of a mention; only mentions that share one are compared. */
  public Set<Long> keys(MentionProfile mention) {
    return blocks.of(mention);
  }

  /** The link of two mentions, or null where none is kept. */
  public @Nullable Link link(MentionProfile one, MentionProfile other) {
    Link link = scorer.link(one, other);
    return link == null || link.score() < KEPT ? null : link;
  }

  /** How usual it is that one happening is told by these two types, 0 to 1. */
  public double strength(String oneType, String otherType) {
    return scorer.strength(oneType, otherType);
  }

  /** Names and values of what speaks for and against a link; none where it may not be. */
  public Map<String, Double> features(MentionProfile one, MentionProfile other) {
    Map<String, Double> named = new TreeMap<>();
    var features = scorer.features(one, other);
    if (features != null) {
      features.forEach((k, v) -> named.put(k.name().toLowerCase(Locale.ROOT), v));
    }
    return named;
  }

  /**
   * Mentions of one happening.
   *
   * @param component the smallest mention among all that links join to these, directly or not
   */
  public record Group(String component, SortedSet<String> mentions) {}

  /**
   * The events of some mentions and all links among them, in order of components.
   *
   * @param byHand links (score 1) and pairs held apart (score 0) by a person, which win
   */
  public List<Group> events(
      Collection<String> mentions, Collection<Link> links, Collection<Link> byHand) {
    List<Link> apart = byHand.stream().filter(link -> link.score() == 0).toList();
    List<Link> joined = new ArrayList<>(links);
    List<Link> together = byHand.stream().filter(link -> link.score() > 0).toList();
    joined.addAll(together);
    Map<String, List<Link>> inside = new HashMap<>();
    List<SortedSet<String>> components = Clusters.components(mentions, joined);
    Map<String, String> componentOf = new HashMap<>();
    components.forEach(c -> c.forEach(mention -> componentOf.put(mention, c.first())));
    links.forEach(
        link ->
            inside
                .computeIfAbsent(componentOf.getOrDefault(link.one(), ""), k -> new ArrayList<>())
                .add(link));
    List<Group> groups = new ArrayList<>();
    for (SortedSet<String> component : components) {
      String first = component.first();
      List<SortedSet<String>> events =
          clusters.refine(component, inside.getOrDefault(first, List.of()), apart);
      Clusters.together(events, together, apart).forEach(e -> groups.add(new Group(first, e)));
    }
    return groups;
  }
}
