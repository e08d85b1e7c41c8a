package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.core.ChanceryException;
import org.chancery.store.RecordStore;
import org.chancery.store.exchange.Codes;
import org.chancery.store.exchange.Importer;
import org.chancery.store.exchange.Layout;
import org.chancery.store.exchange.SideBySide;

/** {@code compare --with}: prints the record's events beside those of another system. */
final class SideBySideReport {
  private static final List<String> QUADS =
      List.of(
          "", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict");
  private static final int WIDTH = 44;
  private final SideBySideOptions options;
  private final int limit;

  SideBySideReport(SideBySideOptions options, int limit) {
    this.options = options;
    this.limit = limit;
  }

  void print(String with, List<Path> files, PrintWriter out) {
    Layout layout = ExchangeCommand.layout(with);
    if (layout == Layout.GDELT_MENTIONS) {
      throw new ChanceryException("usage", "mentions are no events; give --with gdelt");
    }
    EventsCommand.mustExist(options.record);
    if (files.isEmpty()) {
      try (RecordStore store = RecordStore.open(options.record)) {
        print(store, layout, out);
      }
      return;
    }
    try {
      Path folder = Files.createTempDirectory("chancery-compare");
      Path copy = folder.resolve("copy.duckdb");
      try (RecordStore store = RecordStore.snapshot(options.record, copy)) {
        SideBySide.forget(store, layout.origin());
        Codes codes = ExchangeCommand.codes(options.codebook);
        Importer importer = new Importer(store, codes, layout, lines -> {});
        for (Path file : files) {
          for (Importer.Result read : importer.read(file)) {
            out.println(
                Terminal.plain(read.file())
                    + ": "
                    + read.landed()
                    + " events, "
                    + read.rejected()
                    + " lines not read");
            read.rejects().stream().limit(5).forEach(r -> out.println("  " + Terminal.plain(r)));
          }
        }
        print(store, layout, out);
      } finally {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(Path.of(copy + ".wal"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(RecordStore store, Layout layout, PrintWriter out) {
    SideBySide found =
        SideBySide.of(store, layout.origin(), options.from, options.to, options.undirected);
    String theirs = layout.origin();
    out.printf(
        "%s to %s: %d of our events between two parties, %d of %s%n",
        found.from(), found.to(), found.ours(), found.theirs(), theirs);
    out.println();
    out.printf(
        "%-22s %10s %10s %10s%n", "same day and pair, and", "both", "only ours", "only " + theirs);
    for (SideBySide.Agreement level : found.levels()) {
      out.printf(
          "%-22s %10d %10d %10d%n",
          level.level(), level.both(), level.onlyOurs(), level.onlyTheirs());
    }
    out.println();
    for (SideBySide.Agreement quad : found.quads()) {
      int number = Integer.parseInt(quad.level());
      out.printf(
          "%-22s %10d %10d %10d%n",
          number < QUADS.size() ? QUADS.get(number) : quad.level(),
          quad.both(),
          quad.onlyOurs(),
          quad.onlyTheirs());
    }
    out.println();
    out.println(
        Terminal.cell("day", 11)
            + Terminal.cell("pair", 12)
            + Terminal.cell("ours", WIDTH)
            + "  "
            + theirs);
    List<SideBySide.Cell> cells = found.cells();
    for (SideBySide.Cell cell : cells.subList(0, Math.min(limit, cells.size()))) {
      out.println(
          Terminal.cell(cell.day(), 11)
              + Terminal.cell(cell.actor() + " " + cell.recipient(), 12)
              + Terminal.cell(String.join(", ", cell.ours()), WIDTH)
              + "  "
              + Terminal.cell(String.join(", ", cell.theirs()), WIDTH).stripTrailing());
    }
    if (cells.size() > limit) {
      out.println((cells.size() - limit) + " more; --limit shows them");
    }
  }
}
