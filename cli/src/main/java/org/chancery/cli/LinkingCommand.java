package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Link;
import org.chancery.core.MentionProfile;
import org.chancery.store.RecordStore;
import org.chancery.store.StoredRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate linking}. */
@Command(
    name = "linking",
    mixinStandardHelpOptions = true,
    description = {"Measures linking."})
final class LinkingCommand implements Callable<Integer> {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--record")
  private Path record = Path.of("");

  @Option(names = "--aside")
  private boolean aside;

  @Option(names = "--pairs")
  private @Nullable Path pairs;

  @Option(names = "--one-week")
  private boolean oneWeek;

  @Option(names = "--errors")
  private boolean errors;

  record Item(String report, String key, String type, @Nullable String mention) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    LinkingGold gold = LinkingGold.read(file);
    ReportLinker linker = new ReportLinker(Codebook.of(List.of(Codebook.builtIn())));
    Map<String, MentionProfile> profiles = new TreeMap<>();
    Map<String, String> words = new HashMap<>();
    List<Item> items = new ArrayList<>();
    try (RecordStore store = RecordStore.open(record)) {
      StoredRecords records = new StoredRecords(store);
      for (LinkingGold.Report report : gold.reports()) {
        DocumentRecord made = Objects.requireNonNull(records.read(report.document().id()));
        linker.profiles(made).forEach(p -> profiles.put(p.mention(), p));
        made.eventMentions()
            .forEach(
                m ->
                    words.put(
                        m.id(),
                        m.type() + " " + m.trigger().text() + ": "
                            + m.sentence().of(report.document().text())));
        Map<LinkingGold.Told, String> matched = matched(linker, made, report.told());
        for (LinkingGold.Told told : report.told()) {
          items.add(
              new Item(report.document().id(), told.key(), told.type(), matched.get(told)));
        }
      }
    }
    if (oneWeek) {
      Map<String, Integer> first = new HashMap<>();
      gold.reports().forEach(r -> first.merge(Objects.requireNonNull(gold.groups().get(r.document().id())),
          (int) java.time.LocalDate.parse(r.document().published().substring(0, 10)).toEpochDay(), Math::min));
      profiles.replaceAll((id, p) -> shifted(p, -first.get(gold.groups().get(p.report().document()))));
      out.println(new java.util.TreeSet<>(gold.groups().values()) + " " + gold.aside().values().stream().filter(x -> x).count());
    }
    Map<Long, List<String>> keys = new HashMap<>();
    profiles.forEach(
        (id, p) ->
            linker.keys(p).forEach(k -> keys.computeIfAbsent(k, x -> new ArrayList<>()).add(id)));
    Set<String> seen = new HashSet<>();
    List<Link> links = new ArrayList<>();
    Map<String, String> label = new HashMap<>();
    items.forEach(i -> {
      if (i.mention != null) {
        label.put(i.mention, i.key);
      }
    });
    List<String> lines = new ArrayList<>();
    for (List<String> ids : keys.values()) {
      for (int i = 0; i < ids.size(); i++) {
        for (int j = i + 1; j < ids.size(); j++) {
          if (seen.add(ids.get(i) + ids.get(j))) {
            MentionProfile a = Objects.requireNonNull(profiles.get(ids.get(i)));
            MentionProfile b = Objects.requireNonNull(profiles.get(ids.get(j)));
            Link link = linker.link(a, b);
            if (link != null) {
              links.add(link);
            }
          }
        }
      }
    }
    if (pairs != null) {
      List<String> ids = label.keySet().stream().sorted().toList();
      for (int i = 0; i < ids.size(); i++) {
        for (int j = i + 1; j < ids.size(); j++) {
          MentionProfile a = Objects.requireNonNull(profiles.get(ids.get(i)));
          MentionProfile b = Objects.requireNonNull(profiles.get(ids.get(j)));
          if (gold.aside().get(a.report().document()) || gold.aside().get(b.report().document())) {
            continue;
          }
          boolean block = seen.contains(ids.get(i) + ids.get(j)) || seen.contains(ids.get(j) + ids.get(i));
          boolean cross = !gold.groups().get(a.report().document()).equals(gold.groups().get(b.report().document()));
          boolean pos = label.get(a.mention()).equals(label.get(b.mention()));
          if (block || pos) {
            lines.add((pos ? 1 : 0) + "\t" + (block ? 1 : 0) + "\t" + a.mention() + "\t" + b.mention() + "\t" + linker.features(a, b) + "\t" + (cross ? 1 : 0)
            + "\t" + a.report().document() + " " + a.actors() + a.recipients() + " " + a.days() + words.get(a.mention()) + "\t" + b.report().document() + " " + b.actors() + b.recipients() + " " + b.days()+ words.get(b.mention()));
          }
        }
      }
      Files.write(pairs, lines);
    }
    Map<String, String> events = new HashMap<>();
    for (ReportLinker.Group event : linker.events(profiles.keySet(), links, List.of())) {
      event.mentions().forEach(m -> events.put(m, event.mentions().first()));
    }
    out.println(seen.size() + " compared, " + links.size() + " links");
    for (boolean half : aside ? new boolean[] {false, true} : new boolean[] {false}) {
      LinkingScores coded = new LinkingScores();
      LinkingScores same = new LinkingScores();
      LinkingScores all = new LinkingScores();
      LinkingScores main = new LinkingScores();
      for (Item item : items) {
        if (gold.aside().get(item.report) == half) {
          String event = item.mention == null ? item.report + item.key : events.get(item.mention);
          all.add(item.key, event);
          if (item.mention != null) {
            coded.add(item.key, event);
            if (item.type.equals(profiles.get(item.mention).type())) {
              same.add(item.key, event);
            }
            if (item.key.matches("l1/a.*|l2/b(0.|1.|2.|30)")) {
              main.add(item.key, event);
            }
          }
        }
      }
      out.println((half ? "aside " : "tuned ") + coded.items() + " coded " + coded.line());
      out.println("  " + same.items() + " same type " + same.line());
      out.println("  " + main.items() + " main " + main.line());
      out.println("  " + all.items() + " all " + all.line());
    }
    if (errors) {
      Map<String, List<Item>> byKey = new TreeMap<>();
      items.stream().filter(i -> i.mention != null && !gold.aside().get(i.report))
          .forEach(i -> byKey.computeIfAbsent(i.key, k -> new ArrayList<>()).add(i));
      byKey.forEach((key, list) -> {
        out.println(key);
        for (Item i : list) {
          MentionProfile p = profiles.get(i.mention);
          out.println("   " + events.get(i.mention) + " " + i.report + " " + p.report().published() + " " + p.actors() + p.recipients() + p.days() + (p.where() == null ? "" : p.where().name())
              + (p.series() ? " SERIES" : "")
              + " " + words.get(i.mention));
          items.stream().filter(o -> o.mention != null && !o.key.equals(key) && events.get(o.mention).equals(events.get(i.mention)))
              .limit(2).forEach(o -> out.println("        WITH " + o.key + " " + o.report + " " + words.get(o.mention)));
        }
      });
    }
    return 0;
  }

  private static MentionProfile shifted(MentionProfile p, int by) {
    MentionProfile.Days d = p.days();
    return new MentionProfile(p.mention(), p.position(), p.type(), p.modality(), p.symmetric(), p.series(), p.actors(), p.recipients(), p.parties(),
        d == null ? null : new MentionProfile.Days(d.first() + by, d.last() + by, d.said()), p.where(), p.trigger(), p.terms(), p.numbers(),
        new MentionProfile.Report(p.report().document(), p.report().published() == null ? null : p.report().published() + by, p.report().countries(), p.report().names()));
  }

  /** The mention that stands for each telling: the best fit first, each mention for one. */
  private static Map<LinkingGold.Told, String> matched(
      ReportLinker linker, DocumentRecord made, List<LinkingGold.Told> told) {
    record Fit(double fit, LinkingGold.Told told, String mention) {}
    List<Fit> fits = new ArrayList<>();
    for (LinkingGold.Told one : told) {
      for (EventMention m : made.eventMentions()) {
        int at = m.trigger().span().begin();
        if (at >= one.begin() && at < one.end()) {
          fits.add(
              new Fit(10 * linker.strength(one.type(), m.type()) + m.confidence(), one, m.id()));
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
}
