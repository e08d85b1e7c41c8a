package org.chancery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.analysis.codebook.Codebook;
import org.chancery.analysis.linking.ReportLinker;
import org.chancery.analysis.linking.Sketcher;
import org.chancery.core.Document;
import org.chancery.core.DocumentRecord;
import org.chancery.core.EventMention;
import org.chancery.core.Ids;
import org.chancery.core.MentionProfile;
import org.chancery.core.Versions;
import org.chancery.store.LinkTables;
import org.chancery.store.RecordStore;
import org.chancery.store.StoredRecords;

/**
 * Measures what linking 64 new reports costs beside ever larger records. Run by hand: {@code
 * LinkingCost GOLD.duckdb GOLD.jsonl FOLDER SIZE...}. The record is the linking set again and
 * again, each time with other names (letters of capitalised words shifted) and a season later; the
 * new reports are a copy of its first 64 with the old days, so that they have neighbours. The old
 * reports stand each for itself: what is measured is finding and comparing, not their own linking.
 */
final class LinkingCost {
  private static final int NEW = 64;
  private static final int SEASON = 120;

  private LinkingCost() {}

  public static void main(String[] args) throws Exception {
    List<DocumentRecord> gold = new ArrayList<>();
    try (RecordStore store = EventsCommand.existing(Path.of(args[0]))) {
      StoredRecords records = new StoredRecords(store);
      for (LinkingGold.Report report : LinkingGold.read(Path.of(args[1])).reports()) {
        DocumentRecord made = records.read(report.document().id());
        if (made != null) {
          gold.add(made);
        }
      }
    }
    ReportLinker linker = new ReportLinker(Codebook.of(List.of(Codebook.builtIn())));
    for (String size : List.of(args).subList(3, args.length)) {
      measure(gold, linker, Path.of(args[2]).resolve("cost-" + size + ".duckdb"), size);
    }
  }

  private static void measure(
      List<DocumentRecord> gold, ReportLinker linker, Path file, String size) throws Exception {
    Files.deleteIfExists(file);
    int reports = Integer.parseInt(size);
    try (RecordStore store = RecordStore.open(file)) {
      LinkTables tables = new LinkTables(store);
      Sketcher sketcher = new Sketcher();
      for (int from = 0; from < reports; from += 1_000) {
        int first = from;
        int last = Math.min(reports, from + 1_000);
        tables.atomically(() -> fill(gold, linker, tables, sketcher, first, last));
      }
      List<String> lines = new ArrayList<>();
      for (int round = 0; round < 4; round++) { // the first warms up
        for (int i = 0; i < NEW; i++) {
          int at = (round * NEW + i) % gold.size();
          store.write(moved(gold.get(at), 0, 0, "new" + round + "-"));
        }
        store.flush();
        long began = System.nanoTime();
        Linking.Done done = new Linking(linker, store).run();
        lines.add(
            String.format(
                Locale.ROOT,
                "%.0f ms (%d pairs)",
                (System.nanoTime() - began) / 1e6,
                done.comparisons()));
      }
      System.out.println(size + " reports, 64 new: " + lines);
    }
  }

  private static void fill(
      List<DocumentRecord> gold,
      ReportLinker linker,
      LinkTables tables,
      Sketcher sketcher,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      int copy = i / gold.size();
      DocumentRecord made = moved(gold.get(i % gold.size()), copy, copy * SEASON, "c" + copy + "-");
      List<Integer> sketch = sketcher.sketch(made.document().text());
      tables.add(linker.report(made), sketch, sketcher.bands(sketch));
      Set<String> seen = new TreeSet<>();
      for (MentionProfile profile : linker.profiles(made)) {
        if (seen.add(profile.mention())) {
          tables.add(profile, linker.keys(profile));
          tables.add(
              new LinkTables.Placed(
                  made.document().id(),
                  profile.mention(),
                  profile.mention(),
                  Ids.of("ev", profile.mention())));
        }
      }
    }
  }

  private static DocumentRecord moved(DocumentRecord r, int letters, int days, String mark) {
    Document d = r.document();
    return new DocumentRecord(
        new Document(
            mark + d.id(),
            d.url(),
            d.publisher(),
            day(d.published(), days),
            d.language(),
            d.title(),
            renamed(d.text(), letters),
            d.origin()),
        r.outcome(),
        r.actors(),
        r.places(),
        r.times(),
        r.eventMentions().stream().map(m -> moved(m, days, mark)).toList(),
        List.of(),
        r.attributions(),
        List.of(),
        List.of(),
        List.of(),
        new Versions("0", "hash", java.util.Map.of()));
  }

  private static EventMention moved(EventMention m, int days, String mark) {
    EventMention.EventTime time = m.time();
    return new EventMention(
        mark + m.id(),
        m.type(),
        m.mode(),
        m.contexts(),
        m.cameo(),
        m.quadClass(),
        m.goldstein(),
        m.modality(),
        m.actors(),
        m.recipients(),
        m.symmetric(),
        m.trigger(),
        m.sentence(),
        time == null
            ? null
            : new EventMention.EventTime(
                String.valueOf(day(time.value(), days)), time.precision(), time.span()),
        m.place(),
        m.attribution(),
        m.within(),
        m.confidence(),
        m.codedBy());
  }

  private static @org.jspecify.annotations.Nullable String day(
      @org.jspecify.annotations.Nullable String iso, int days) {
    return iso == null || !iso.matches("\\d{4}-\\d{2}-\\d{2}.*")
        ? iso
        : LocalDate.parse(iso.substring(0, 10)).plusDays(days).toString();
  }

  /** Capitalised words with their small letters shifted, so that every copy has its own names. */
  private static String renamed(String text, int letters) {
    return java.util.regex.Pattern.compile("\\p{Lu}\\p{Ll}+")
        .matcher(text)
        .replaceAll(
            word ->
                word.group()
                    .chars()
                    .mapToObj(c -> c < 'a' || c > 'z' ? c : 'a' + (c - 'a' + letters) % 26)
                    .map(c -> Character.toString(c))
                    .collect(Collectors.joining()));
  }
}
