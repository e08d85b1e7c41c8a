package org.chancery.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.analysis.linking.Sketcher;
import org.chancery.core.DocumentRecord;
import org.chancery.core.Ids;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.chancery.store.HandLinks;
import org.chancery.store.LinkTables;
import org.chancery.store.RecordStore;
import org.chancery.store.StoredRecords;

/**
 * Links the documents of a record that wait for it to those linked before: batch by batch, each a
 * transaction. Looks at the batch, at what shares a key with it and at the components that these
 * are in, and at nothing else.
 */
final class Linking {
  private static final int BATCH = Math.max(1, Integer.getInteger("chancery.batch", 100));

  private final ReportLinker linker;
  private final Sketcher sketcher = new Sketcher();
  private final LinkTables tables;
  private final StoredRecords records;
  private final HandLinks handLinks;
  private long documents;
  private long comparisons;
  private long sketchComparisons;

  Linking(ReportLinker linker, RecordStore store) {
    this.linker = linker;
    tables = new LinkTables(store);
    records = new StoredRecords(store);
    handLinks = new HandLinks(store);
  }

  /** Links everything that waits, by the lists of this codebook. */
  static void all(Codebook codebook, RecordStore store) {
    new Linking(new ReportLinker(codebook), store).run();
  }

  /** What a run did: documents linked, pairs of mentions and of documents compared. */
  record Done(long documents, long comparisons, long sketchComparisons) {}

  /** Links everything that waits. */
  Done run() {
    while (true) {
      List<String> waiting = tables.pending("document", BATCH);
      List<String> components = tables.pending("component", Integer.MAX_VALUE);
      List<String> sources = tables.pending("source", Integer.MAX_VALUE);
      if (waiting.isEmpty() && components.isEmpty() && sources.isEmpty()) {
        return new Done(documents, comparisons, sketchComparisons);
      }
      tables.atomically(() -> batch(waiting, components, sources));
    }
  }

  private void batch(List<String> waiting, List<String> components, List<String> sources) {
    Map<String, MentionProfile> fresh = new TreeMap<>();
    Map<String, List<Integer>> sketches = new TreeMap<>();
    for (String id : waiting) {
      DocumentRecord made = records.read(id);
      if (made != null) {
        List<Integer> sketch = sketcher.sketch(made.document().text());
        sketches.put(id, sketch);
        tables.add(linker.report(made), sketch, sketcher.bands(sketch));
        for (MentionProfile profile : linker.profiles(made)) {
          if (fresh.put(profile.mention(), profile) == null) {
            tables.add(profile, linker.keys(profile));
          }
        }
        documents++;
      }
    }
    tables.flush();
    sources(sketches, sources);
    List<Link> links = links(fresh);
    links.forEach(tables::add);
    tables.flush();
    place(fresh, links, components);
    tables.done("document", waiting);
    tables.done("component", components);
    tables.done("source", sources);
  }

  /** The links of the new mentions, with one another and with those that share a key. */
  private List<Link> links(Map<String, MentionProfile> fresh) {
    Map<String, Set<Long>> keys = new TreeMap<>();
    Set<Long> all = new HashSet<>();
    fresh.forEach(
        (id, profile) -> {
          keys.put(id, linker.keys(profile));
          all.addAll(linker.keys(profile));
        });
    Map<Long, List<String>> under = tables.mentionsUnder(all);
    Map<String, SortedSet<String>> candidates = new TreeMap<>();
    Set<String> old = new TreeSet<>();
    keys.forEach(
        (id, mine) -> {
          SortedSet<String> near = new TreeSet<>();
          mine.forEach(key -> near.addAll(under.getOrDefault(key, List.of())));
          near.removeIf(other -> fresh.containsKey(other) && other.compareTo(id) <= 0);
          near.stream().filter(other -> !fresh.containsKey(other)).forEach(old::add);
          candidates.put(id, near);
        });
    Map<String, MentionProfile> profiles = new HashMap<>(fresh);
    tables.profiles(old).forEach(profile -> profiles.put(profile.mention(), profile));
    List<Link> links = new ArrayList<>();
    candidates.forEach(
        (id, near) -> {
          for (String other : near) {
            MentionProfile one = profiles.get(id);
            MentionProfile two = profiles.get(other);
            if (one != null && two != null) {
              comparisons++;
              Link link = linker.link(one, two);
              if (link != null) {
                links.add(link);
              }
            }
          }
        });
    return links;
  }

  /** Puts the new mentions and all that they touch into events. */
  private void place(Map<String, MentionProfile> fresh, List<Link> links, List<String> waiting) {
    Set<String> near = new TreeSet<>();
    List<Link> byHand = handLinks.of(fresh.keySet());
    for (Collection<Link> some : List.of(links, byHand)) {
      some.forEach(
          link -> {
            near.add(link.one());
            near.add(link.other());
          });
    }
    Set<String> components = new TreeSet<>(waiting);
    tables.placed(near).forEach(placed -> components.add(placed.component()));
    Map<String, String> documentOf = new TreeMap<>();
    fresh.forEach((id, profile) -> documentOf.put(id, profile.report().document()));
    tables
        .ofComponents(components)
        .forEach(placed -> documentOf.put(placed.mention(), placed.document()));
    Set<String> mentions = documentOf.keySet();
    List<Link> among =
        tables.links(mentions).stream().filter(link -> mentions.contains(link.other())).toList();
    List<Link> hands =
        handLinks.of(mentions).stream()
            .filter(link -> mentions.contains(link.one()) && mentions.contains(link.other()))
            .toList();
    tables.unplace(components);
    for (ReportLinker.Group group : linker.events(mentions, among, hands)) {
      String event = Ids.of("ev", group.mentions().first());
      for (String mention : group.mentions()) {
        String document = documentOf.getOrDefault(mention, "");
        tables.add(new LinkTables.Placed(document, mention, group.component(), event));
      }
    }
  }

  /**
   * Finds the copies of the new documents, and says of all that these touch whose copies they are.
   */
  private void sources(Map<String, List<Integer>> sketches, List<String> waiting) {
    Set<Long> bands = new HashSet<>();
    sketches.values().forEach(sketch -> bands.addAll(sketcher.bands(sketch)));
    Map<Long, List<String>> under = tables.documentsUnder(bands);
    Set<String> candidates = new TreeSet<>(sketches.keySet());
    under.values().forEach(candidates::addAll);
    Map<String, LinkTables.Sketched> known = new TreeMap<>();
    tables.sketches(candidates).forEach(sketched -> known.put(sketched.document(), sketched));
    Set<String> touched = new TreeSet<>(waiting);
    touched.addAll(sketches.keySet());
    sketches.forEach(
        (id, sketch) -> {
          Set<String> near = new TreeSet<>();
          sketcher.bands(sketch).forEach(band -> near.addAll(under.getOrDefault(band, List.of())));
          near.removeIf(other -> sketches.containsKey(other) && other.compareTo(id) <= 0);
          for (String other : near) {
            LinkTables.Sketched two = known.get(other);
            if (two != null) {
              sketchComparisons++;
              double likeness = sketcher.likeness(sketch, two.sketch());
              if (likeness >= Sketcher.COPY) {
                tables.addCopy(id, other, likeness);
                touched.add(two.source());
              }
            }
          }
        });
    tables.flush();
    Map<String, String> before = new TreeMap<>();
    tables.ofSources(touched).forEach(d -> before.put(d.document(), d.source()));
    List<Link> copies =
        tables.copies(before.keySet()).stream()
            .filter(pair -> before.containsKey(pair.other()))
            .toList();
    for (SortedSet<String> source : linker.sources(before.keySet(), copies)) {
      for (String document : source) {
        if (!source.first().equals(before.get(document))) {
          tables.source(document, source.first());
        }
      }
    }
  }
}
