package org.chancery.analysis.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
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
  public static final double KEPT = Double.parseDouble(System.getProperty("kept", "0.1"));

  private static final double LEAST = Double.parseDouble(System.getProperty("least", "0.5"));
  private static final double MISSING = Double.parseDouble(System.getProperty("missing", "0.05"));
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
  public java.util.Map<String, Double> features(MentionProfile one, MentionProfile other) {
    java.util.Map<String, Double> named = new java.util.TreeMap<>();
    var features = scorer.features(one, other);
    if (features != null) {
      features.forEach((k, v) -> named.put(k.name().toLowerCase(java.util.Locale.ROOT), v));
    }
    return named;
  }

  /**
   * The events of some mentions and all links among them.
   *
   * @param byHand links (score 1) and pairs held apart (score 0) by a person, which win
   */
  public List<SortedSet<String>> events(
      Collection<String> mentions, Collection<Link> links, Collection<Link> byHand) {
    List<Link> joined = new ArrayList<>(links);
    List<Link> apart = new ArrayList<>();
    byHand.forEach(link -> (link.score() > 0 ? joined : apart).add(link));
    List<SortedSet<String>> events = new ArrayList<>();
    for (SortedSet<String> component : Clusters.components(mentions, joined)) {
      List<Link> inside =
          joined.stream().filter(link -> component.contains(link.one())).toList();
      events.addAll(clusters.refine(component, inside, apart));
    }
    return events;
  }
}
