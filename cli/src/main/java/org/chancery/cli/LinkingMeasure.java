package org.chancery.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.jspecify.annotations.Nullable;

/** Links the reports of a labelled set and compares the events with the happenings named. */
final class LinkingMeasure {
  private final ReportLinker linker;
  private final LinkingGold gold;
  private final Map<String, MentionProfile> profiles = new TreeMap<>();
  private final List<Item> items = new ArrayList<>();

  /** A happening named in a report, and the coded mention that stands for it. */
  private record Item(String report, LinkingGold.Told told, @Nullable String mention) {}

  LinkingMeasure(ReportLinker linker, LinkingGold gold) {
    this.linker = linker;
    this.gold = gold;
  }

  void add(LinkingGold.Report report, DocumentRecord made) {
    String id = report.document().id();
    linker.profiles(made).forEach(profile -> profiles.put(profile.mention(), profile));
    Map<LinkingGold.Told, String> matched = matched(made, report.told());
    report.told().forEach(told -> items.add(new Item(id, told, matched.get(told))));
  }

  /** The mention that stands for each telling: the best fit first, each mention for one. */
  private Map<LinkingGold.Told, String> matched(DocumentRecord made, List<LinkingGold.Told> told) {
    record Fit(double fit, LinkingGold.Told told, String mention) {}
    List<Fit> fits = new ArrayList<>();
    for (LinkingGold.Told one : told) {
      for (EventMention m : made.eventMentions()) {
        int at = m.trigger().span().begin();
        if (at >= one.begin() && at < one.end()) {
          double fit = 10 * linker.strength(one.type(), m.type()) + m.confidence();
          fits.add(new Fit(fit, one, m.id()));
        }
      }
    }
    fits.sort(Comparator.comparingDouble((Fit f) -> -f.fit).thenComparing(Fit::mention));
    Map<LinkingGold.Told, String> matched = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Fit fit : fits) {
      if (!matched.containsKey(fit.told) && taken.add(fit.mention)) {
        matched.put(fit.told, fit.mention);
      }
    }
    return matched;
  }

  String report() {
    StringBuilder out = new StringBuilder();
    Map<String, String> events = events(profiles);
    line(out, "named and coded", events, item -> item.mention != null);
    line(out, "  of the named type", events, this::sameType);
    line(out, "all named, missed ones alone", events, item -> true);
    line(
        out,
        "named and coded, dates moved together",
        events(together()),
        item -> item.mention != null);
    return out + copies();
  }

  /** B-cubed F1 over the named happenings that have a coded mention. */
  double f1() {
    return scores(events(profiles), item -> item.mention != null).f1();
  }

  private boolean sameType(Item item) {
    MentionProfile profile = item.mention == null ? null : profiles.get(item.mention);
    return profile != null && profile.type().equals(item.told.type());
  }

  private void line(
      StringBuilder out, String name, Map<String, String> events, Predicate<Item> which) {
    LinkingScores scores = scores(events, which);
    out.append(
        String.format(Locale.ROOT, "%-38s %4d  B-cubed %s%n", name, scores.items(), scores.line()));
  }

  private LinkingScores scores(Map<String, String> events, Predicate<Item> which) {
    LinkingScores scores = new LinkingScores();
    for (Item item : items) {
      if (which.test(item)) {
        String alone = item.report + " " + item.told.key();
        String event = item.mention == null ? alone : events.getOrDefault(item.mention, alone);
        scores.add(item.told.key(), event);
      }
    }
    return scores;
  }

  /** The event of each mention, named by its smallest mention. */
  private Map<String, String> events(Map<String, MentionProfile> all) {
    List<Link> links = new ArrayList<>();
    for (List<MentionProfile> pair : candidates(all)) {
      Link link = linker.link(pair.get(0), pair.get(1));
      if (link != null) {
        links.add(link);
      }
    }
    Map<String, String> events = new HashMap<>();
    linker
        .events(all.keySet(), links, List.of())
        .forEach(g -> g.mentions().forEach(m -> events.put(m, g.mentions().first())));
    return events;
  }

  private List<List<MentionProfile>> candidates(Map<String, MentionProfile> all) {
    Map<Long, List<MentionProfile>> under = new TreeMap<>();
    all.values()
        .forEach(
            profile ->
                linker
                    .keys(profile)
                    .forEach(k -> under.computeIfAbsent(k, x -> new ArrayList<>()).add(profile)));
    Set<String> seen = new HashSet<>();
    List<List<MentionProfile>> pairs = new ArrayList<>();
    for (List<MentionProfile> some : under.values()) {
      for (int i = 0; i < some.size(); i++) {
        for (int j = i + 1; j < some.size(); j++) {
          if (seen.add(some.get(i).mention() + some.get(j).mention())) {
            pairs.add(List.of(some.get(i), some.get(j)));
          }
        }
      }
    }
    return pairs;
  }

  /** The profiles with every story moved in time to begin on one day. */
  private Map<String, MentionProfile> together() {
    Map<String, Integer> begins = new HashMap<>();
    for (LinkingGold.Report report : gold.reports()) {
      begins.merge(group(report.document().id()), day(report), Math::min);
    }
    Map<String, MentionProfile> moved = new TreeMap<>();
    profiles.forEach(
        (id, p) -> moved.put(id, moved(p, -begins.getOrDefault(group(p.report().document()), 0))));
    return moved;
  }

  private String group(String report) {
    return gold.groups().getOrDefault(report, report);
  }

  private static int day(LinkingGold.Report report) {
    return Math.toIntExact(LocalDate.parse(report.document().day()).toEpochDay());
  }

  private static MentionProfile moved(MentionProfile p, int by) {
    MentionProfile.Days days = p.days();
    MentionProfile.Report report = p.report();
    Integer published = report.published();
    return new MentionProfile(
        p.mention(),
        p.position(),
        p.type(),
        p.modality(),
        p.symmetric(),
        p.series(),
        p.actors(),
        p.recipients(),
        p.parties(),
        days == null
            ? null
            : new MentionProfile.Days(days.first() + by, days.last() + by, days.said()),
        p.where(),
        p.trigger(),
        p.terms(),
        p.numbers(),
        new MentionProfile.Report(
            report.document(),
            published == null ? null : published + by,
            report.countries(),
            report.names()));
  }

  private String copies() {
    CopyMeasure copies = new CopyMeasure();
    for (LinkingGold.Report report : gold.reports()) {
      String id = report.document().id();
      copies.add(report.document().text(), report.copyOf() == null ? id : report.copyOf());
    }
    return copies.found(linker, gold.oneHappening()).line();
  }

  /**
   * The pairs of mentions that stand for named happenings and share a key when all stories begin on
   * one day: 1 or 0 for one happening or two, the ids, and the features.
   */
  List<String> pairs() {
    Map<String, String> keys = new HashMap<>();
    items.forEach(
        item -> {
          if (item.mention != null) {
            keys.put(item.mention, item.told.key());
          }
        });
    Map<String, MentionProfile> named = new TreeMap<>(together());
    named.keySet().retainAll(keys.keySet());
    List<String> lines = new ArrayList<>();
    for (List<MentionProfile> pair : candidates(named)) {
      String one = pair.get(0).mention();
      String other = pair.get(1).mention();
      Map<String, Double> features = linker.features(pair.get(0), pair.get(1));
      if (!features.isEmpty()) {
        int same = String.valueOf(keys.get(one)).equals(keys.get(other)) ? 1 : 0;
        lines.add(same + "\t" + one + "\t" + other + "\t" + features);
      }
    }
    return lines;
  }
}
